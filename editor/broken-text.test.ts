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

it('is there again after a reload, as it was typed, until it is forgotten', () => {
  const storage = memory();
  openBrokenText(storage, 'k').keep('{"version": 1,');
  const again = openBrokenText(storage, 'k');
  expect(again.kept).toBe('{"version": 1,');
  again.forget();
  expect(openBrokenText(storage, 'k').kept).toBeUndefined();
});

it('is not forgotten by a tab that has neither found nor kept it, nor by one whose text another has replaced', () => {
  const storage = memory();
  const bystander = openBrokenText(storage, 'k');
  const first = openBrokenText(storage, 'k');
  first.keep('{');
  bystander.forget();
  expect(storage.values.get('k')).toBe('{');
  openBrokenText(storage, 'k').keep('[');
  first.forget();
  expect(storage.values.get('k')).toBe('[');
});

it('costs nothing but itself where the browser keeps nothing', () => {
  const refuse = () => {
    throw new Error('denied');
  };
  const text = openBrokenText({ get: refuse, set: refuse, remove: refuse }, 'k');
  text.keep('{');
  text.forget();
  expect(text.kept).toBeUndefined();
});
