import type { Json } from './json';

const dots = '••••';
/** Below this many characters even a quarter of them would give too much away. */
const shortest = 8;
const mostShown = 4;

/**
 * What stands for a masked value: its last characters, at most a quarter of them and at most four, behind a fixed number
 * of dots, so that not even the length shows. Objects, lists, true and false, and short values show nothing.
 */
export function maskText(value: Json): string {
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  const characters = Array.from(text.trim());
  if (characters.length < shortest) return dots;
  const shown = Math.min(mostShown, Math.floor(characters.length / 4));
  return `${dots} ${characters.slice(-shown).join('')}`;
}
