const PLACES = ['.cc-outline [role="treeitem"][tabindex="0"]', '.cc-raw-box textarea'];

/** Takes the keyboard back to the selected line of the outline, or to the JSON where that stands in its place. */
export function focusOutline(): void {
  window.document.querySelector<HTMLElement>(PLACES.join())?.focus();
}

/** Takes the keyboard there once a dialog has gone, unless the dialog could give it back to where it was. */
export function focusOutlineIfLost(): void {
  // The dialog gives the keyboard back after it was taken away.
  setTimeout(() => {
    if (window.document.activeElement === window.document.body) focusOutline();
  });
}
