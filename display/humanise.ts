import { cut, visible } from './visible';
import { namelessKey } from './words';

/** Labels are for glancing at; the raw key is kept beside them. */
const longestLabel = 120;

const isUpper = (code: number) => code >= 65 && code <= 90;
const isLower = (code: number) => code >= 97 && code <= 122;
const isDigit = (code: number) => code >= 48 && code <= 57;
const isLetter = (code: number) => isUpper(code) || isLower(code) || code > 127;

/** Whether a word of the key begins at `at`: "order|Total", "HTTP|Status", "s3|Bucket". */
function startsWord(key: string, at: number): boolean {
  if (!isUpper(key.charCodeAt(at))) return false;
  const before = key.charCodeAt(at - 1);
  if (isLower(before) || isDigit(before)) return true;
  return isUpper(before) && isLower(key.charCodeAt(at + 1));
}

/** Whether the character separates words: "_" and "." do, and "-" between letters (but not in a date or an id). */
function separates(key: string, at: number): boolean {
  const character = key[at];
  if (character === '_' || character === '.') return true;
  return character === '-' && isLetter(key.charCodeAt(at - 1)) && isLetter(key.charCodeAt(at + 1));
}

function wordsOf(key: string): string[] {
  const words: string[] = [];
  let start = 0;
  for (let at = 0; at < key.length; at++) {
    if (separates(key, at)) {
      if (at > start) words.push(key.slice(start, at));
      start = at + 1;
    } else if (at > start && startsWord(key, at)) {
      words.push(key.slice(start, at));
      start = at;
    }
  }
  if (start < key.length) words.push(key.slice(start));
  return words;
}

const isCapitals = (word: string) => word.length > 1 && word === word.toUpperCase();

/** Words in capitals stay ("HTTP"), unless the whole key is written in them and has more than one ("ORDER_TOTAL"). */
function sentence(words: readonly string[]): string {
  const shouted = words.length > 1 && words.every((word) => word === word.toUpperCase());
  let text = '';
  for (const word of words) {
    const spoken = !shouted && isCapitals(word) ? word : word.toLowerCase();
    text = text === '' ? capitalised(spoken) : `${text} ${spoken}`;
  }
  return text;
}

function capitalised(word: string): string {
  const code = word.charCodeAt(0);
  const length = code >= 0xd800 && code <= 0xdbff ? 2 : 1;
  return word.slice(0, length).toUpperCase() + word.slice(length);
}

/**
 * A key as people would write it: "orderTotal" and "order_total" → "Order total", "HTTPStatus" → "HTTP status". A key
 * with spaces was written for people and stays as it is, and so does one in a script without capitals.
 */
export function humanise(key: string): string {
  const short = cut(key.trim(), longestLabel);
  if (short === '') return key === '' ? namelessKey : visible(`"${cut(key, longestLabel)}"`);
  if (/\s/.test(short)) return visible(short);
  const words = wordsOf(short);
  return visible(words.length === 0 ? short : sentence(words));
}
