type Child = Node | string;
type Listener = (event: Event) => void;

/** An element with properties (or `on…` listeners) and children. Text is text: nothing is ever parsed as HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Record<string, string | boolean | Listener> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), value);
    else if (typeof value === 'boolean') made.toggleAttribute(name, value);
    else made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

export function button(text: string, onclick: () => void, className = 'quiet'): HTMLButtonElement {
  return element('button', { type: 'button', class: className, onclick }, text);
}

export function place(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no place "${id}".`);
  return found;
}

/** A choice from a list, with its label. */
export function choice(id: string, label: string, options: readonly (readonly [value: string, text: string])[]) {
  const select = element('select', { id }, ...options.map(([value, text]) => element('option', { value }, text)));
  return { select, label: element('label', { for: id }, label) };
}
