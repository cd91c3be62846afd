import { findJsonMistake } from '../../state/json-mistake';
import { element } from './dom';

export interface JsonEditor {
  root: HTMLElement;
  get: () => string;
  set: (text: string) => void;
  /** True when the text may be sent; says why not otherwise. */
  check: () => boolean;
}

/** A text area for JSON that counts characters and says where a mistake is. `limit`: in characters; none by default. */
export function jsonEditor(id: string, label: string, limit?: number): JsonEditor {
  const area = element('textarea', {
    id,
    spellcheck: 'false',
    autocomplete: 'off',
    'aria-describedby': `${id}-count ${id}-mistake`,
    oninput: () => update(),
  });
  const count = element('p', { id: `${id}-count`, class: 'hint' });
  const mistake = element('p', { id: `${id}-mistake`, class: 'mistake', 'aria-live': 'polite' });

  const update = (): boolean => {
    const length = area.value.length;
    const over = limit !== undefined && length > limit;
    count.textContent =
      limit === undefined
        ? `${length.toLocaleString('en')} characters`
        : `${length.toLocaleString('en')} of ${limit.toLocaleString('en')} characters, whitespace included`;
    count.classList.toggle('over', over);
    const found = area.value.trim() === '' ? undefined : findJsonMistake(area.value);
    mistake.textContent = found ? `Line ${found.line}, column ${found.column}: ${found.what}` : '';
    area.setAttribute('aria-invalid', String(found !== undefined || over));
    return found === undefined && !over;
  };

  return {
    root: element('div', {}, element('label', { for: id }, label), area, mistake, count),
    get: () => area.value,
    set: (text) => {
      area.value = text;
      update();
    },
    check: () => {
      const fine = update();
      if (!fine) {
        area.focus();
        const found = findJsonMistake(area.value);
        if (found) area.setSelectionRange(found.position, Math.min(found.position + 1, area.value.length));
      }
      return fine;
    },
  };
}
