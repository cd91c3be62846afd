import { FORMAT_WORDS, ICON_WORDS } from '../generated/vocabulary';
import { own } from '../json/value';
import type { Note } from './problem';
import { propertiesOf, propertyOf, type Part } from './shapes';

const has = (table: object, key: string) => Object.prototype.hasOwnProperty.call(table, key);

/** Shapes that take the options of a format. */
const takesOptions = new Set(['field', 'highlight', 'eventField']);

/** Every option with the formats that have it. */
const ownersOfOption = new Map<string, string[]>();
for (const [format, { options }] of Object.entries(FORMAT_WORDS))
  for (const option of Object.keys(options))
    ownersOfOption.set(option, [...(ownersOfOption.get(option) ?? []), format]);

function unknownProperty(part: Part, name: string, note: Note): void {
  const path = [...part.path, name];
  const format = own(part.node, 'format');
  const options = typeof format === 'string' && has(FORMAT_WORDS, format) ? (FORMAT_WORDS[format]?.options ?? {}) : {};
  const owners = ownersOfOption.get(name);
  if (takesOptions.has(part.shape)) {
    if (has(options, name)) return;
    // An unknown format may well have options of its own.
    if (typeof format === 'string' && !has(FORMAT_WORDS, format)) return;
    if (owners) {
      note({
        severity: 'warning',
        path,
        message: `has no effect ${typeof format === 'string' ? `with the format ${format}` : 'without a format'}: it belongs to ${owners.join(', ')}`,
      });
      return;
    }
  }
  note({
    severity: 'warning',
    path,
    message: 'is not known and has no effect',
    meant: { word: name, known: [...Object.keys(propertiesOf(part.shape)), ...Object.keys(options)] },
  });
}

function unknownWord(part: Part, name: string, known: readonly string[], what: string, note: Note): void {
  const word = own(part.node, name);
  if (typeof word !== 'string' || propertyOf(part.shape, name) === undefined || known.includes(word)) return;
  note({
    severity: 'warning',
    path: [...part.path, name],
    message: `there is no ${what} \`${word.slice(0, 40)}\``,
    meant: { word, known },
  });
}

const formats = Object.keys(FORMAT_WORDS);

/** Unknown properties, formats and icons: the document can be used without them, but somebody meant something. */
export function reportWords(part: Part, note: Note): void {
  for (const name of Object.keys(part.node))
    if (propertyOf(part.shape, name) === undefined) unknownProperty(part, name, note);
  unknownWord(part, 'format', formats, 'format', note);
  unknownWord(part, 'icon', ICON_WORDS, 'icon', note);
}
