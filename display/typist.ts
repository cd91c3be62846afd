import { likely } from './detect';
import type { Environment } from './environment';
import { boolean } from './formats/boolean';
import { momentWriter } from './formats/datetime';
import { showEmail } from './formats/email';
import { showLink } from './formats/link';
import { isUnwieldy } from './formats/numeric';
import { showPhone } from './formats/phone';
import { showText } from './formats/text';
import { numberFormat } from './intl';
import { parseIso } from './time';
import type { DisplayValue } from './value';
import { emptyWords, unreadable } from './words';

/** Shows a value that is not a list or an object by what it is. Made once per locale and zone. */
export type Typist = (value: unknown, key: string) => DisplayValue;

/** Whole numbers under such keys are names, read digit by digit: "order_id", "accountNumber", "zip". */
const naming = /(?:^|[^A-Za-z])(?:id|number|no|year|code|zip|pin)$|[a-z](?:Id|ID|Number|No|Year|Code|Zip|Pin)$/;

const nullValue: DisplayValue = Object.freeze({ kind: 'empty', of: 'null', text: emptyWords.null });
const emptyText: DisplayValue = Object.freeze({ kind: 'empty', of: 'string', text: emptyWords.string });
export const missingValue: DisplayValue = Object.freeze({ kind: 'missing', text: '' });
export const unreadableValue: DisplayValue = Object.freeze({ kind: 'text', text: unreadable });

/** null, "", [] and {}: each says which it is. */
export function emptyValue(value: unknown): DisplayValue | undefined {
  if (value === '') return emptyText;
  if (value === null) return nullValue;
  if (typeof value !== 'object') return undefined;
  if (Array.isArray(value))
    return value.length === 0 ? { kind: 'empty', of: 'list', text: emptyWords.list } : undefined;
  return Object.keys(value).length === 0 ? { kind: 'empty', of: 'object', text: emptyWords.object } : undefined;
}

function make(env: Pick<Environment, 'locale' | 'zone'>): Typist {
  const writeMoment = momentWriter(env);
  const decimals = numberFormat(env.locale, { maximumFractionDigits: 10, useGrouping: 'min2' });
  // Intl writes small whole numbers the way JavaScript does, only more slowly.
  const latinDigits = decimals.format(1234) === '1234';
  const showBoolean = boolean.prepare({}, env);

  const showNumber = (value: number, key: string): DisplayValue => {
    const plain = isUnwieldy(value) || !Number.isFinite(value) || (Number.isInteger(value) && naming.test(key));
    const short = latinDigits && value >= 0 && value <= 9999 && Number.isInteger(value);
    return { kind: 'number', text: plain || short ? String(value + 0) : decimals.format(value + 0) };
  };

  const showMoment = (text: string): DisplayValue | undefined => {
    const moment = parseIso(text);
    return moment && { kind: 'time', text: writeMoment(moment), iso: moment.iso };
  };

  const showString = (text: string): DisplayValue => {
    switch (likely(text)) {
      case 'moment':
        return showMoment(text) ?? showText(text);
      case 'phone':
        return showPhone(text) ?? showText(text);
      case 'link':
        return showLink(text) ?? showText(text);
      case 'email':
        return showEmail(text) ?? showText(text);
      default:
        return showText(text);
    }
  };

  return (value, key) => {
    switch (typeof value) {
      case 'string':
        return emptyValue(value) ?? showString(value);
      case 'number':
        return showNumber(value, key);
      case 'boolean':
        return showBoolean(value, 0);
      case 'undefined':
        return missingValue;
      case 'bigint':
        return { kind: 'number', text: value.toString() };
      default:
        return value === null ? nullValue : unreadableValue;
    }
  };
}

const typists = new Map<string, Typist>();
const mostTypists = 50;

/** The typist of a locale and zone. It keeps Intl's formatters, never data. */
export function typistOf(env: Pick<Environment, 'locale' | 'zone'>): Typist {
  const id = `${env.locale}\n${env.zone}`;
  const known = typists.get(id);
  if (known) return known;
  const made = make(env);
  if (typists.size >= mostTypists) typists.clear();
  typists.set(id, made);
  return made;
}
