/** The class by which the form is found. */
export const FORM_CLASS = 'cc-form';

/** Takes the keyboard to the first setting of the part that is selected, past whatever stands between. */
export function focusForm(): void {
  const first = 'input, select, textarea, button';
  window.document.querySelector(`.${FORM_CLASS}`)?.querySelector<HTMLElement>(first)?.focus();
}
