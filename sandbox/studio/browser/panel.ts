/** The Studio player's part of the side page: the way to its own page, which needs the room. */

const panel = document.getElementById('panel-studio');
const text = document.createElement('p');
text.textContent =
  'Play a flow as Studio would: signed calls of fetch-persona-studio and identifyUser, and a split on a trait between them.';
const link = document.createElement('a');
link.href = '/sandbox/studio';
link.textContent = 'Open the flow player';
panel?.append(text, link);

export {};
