import { expect, it } from 'vitest';
import { openBrokenText } from './broken-text';
import type { Storage } from './storage';

function memory(): Storage & { values: Map<string, string> } {
  const values = new Map<string, string>();
  return {
    values,
    get: (key) => values.get(key) ?? null,
    set: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
  };
}

const source = {
  base: { revision: 1, id: 'a', document: { version: 1 } },
  document: { version: 1, context: { title: 'mine' } },
};
const textIn = (storage: ReturnType<typeof memory>) =>
  (JSON.parse(storage.values.get('k') ?? 'null') as { text: string } | null)?.text;

it('is there again after a reload, as it was typed, with what it was made from, until it is forgotten', () => {
  const storage = memory();
  openBrokenText(storage, 'k').keep('{"version": 1,', source);
  const again = openBrokenText(storage, 'k');
  expect(again.kept).toEqual({ text: '{"version": 1,', ...source });
  again.forget();
  expect(openBrokenText(storage, 'k').kept).toBeUndefined();
});

it('is not forgotten by a tab that has neither found nor kept it, nor by one whose text another has replaced', () => {
  const storage = memory();
  const bystander = openBrokenText(storage, 'k');
  const first = openBrokenText(storage, 'k');
  first.keep('{', source);
  bystander.forget();
  expect(textIn(storage)).toBe('{');
  openBrokenText(storage, 'k').keep('[', source);
  first.forget();
  expect(textIn(storage)).toBe('[');
});

it('costs nothing but itself where the browser keeps nothing', () => {
  const refuse = () => {
    throw new Error('denied');
  };
  const text = openBrokenText({ get: refuse, set: refuse, remove: refuse }, 'k');
  text.keep('{', source);
  text.forget();
  expect(text.kept).toBeUndefined();
});

it('is forgotten as well where storage holds it only for as long as the page lives', () => {
  const storage = memory();
  const full: Storage = {
    ...storage,
    set(key, value) {
      storage.values.set(key, value);
      throw new Error('full');
    },
  };
  const text = openBrokenText(full, 'k');
  text.keep('{', source);
  text.forget();
  expect(storage.values.size).toBe(0);
});

it('is left aside where what was kept is nothing of the kind', () => {
  const storage = memory();
  for (const kept of ['{', '7', '{"format":1,"text":"{"}']) {
    storage.values.set('k', kept);
    expect(openBrokenText(storage, 'k').kept).toBeUndefined();
  }
});
