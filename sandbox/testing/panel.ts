/** Stands for an extension's part of the side page. */
document.getElementById('panel-weather')?.append('Sunny');
