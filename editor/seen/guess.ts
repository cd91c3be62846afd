import { likely } from '../../display/detect';
import { humanise } from '../../display/humanise';
import { formatById } from '../../display/formats/registry';
import { numberOf } from '../../display/formats/numeric';
import { isObject, own, type Json, type JsonObject } from '../../display/json';
import type { SeenValue } from './walk';

/** What a key probably is. */
export interface Guess {
  /** What to do with it: list it, or keep it from agents. */
  advice: 'list' | 'hide';
  /** A field that a section can take as it is. Never holds a value of a customer. */
  field: JsonObject;
  /** Why, for an admin; quotes no value. */
  why: string;
}

/** The words of a key: "orderTotal" → "order total", in lower case. */
const wordsOf = (key: string): string => humanise(key).toLowerCase();
const word = (words: string) => new RegExp(`(?:^| )(?:${words})(?: |$)`);

const SECRET = word('password|passwd|pwd|secret|token|cvv|cvc|pin|api key|session|session id|cookie');
const SENSITIVE = word('ssn|iban|card|card number|credit card|passport|tax id|account number|national id');
const MONEY = word(
  'total|amount|price|balance|revenue|spend|spent|ltv|lifetime value|cost|fee|payout|refund|mrr|arr|bill',
);
const SHARE = word('percent|percentage|pct|rate|ratio|share|discount');
const STARS = word('rating|stars|csat');
const LENGTH = word('duration|seconds|minutes|hours|wait|elapsed|time spent');
const NAME = word('id|number|no|year|code|zip|pin|build');
const WORDED = word('status|state|plan|tier|level|priority|intent|reason|type|category|segment|stage|channel|topic');
const RECENT = word('last|since|updated|modified|seen|changed|delivered|shipped|at');

interface Rule {
  format: string;
  options?: (seen: SeenValue, words: string) => JsonObject | undefined;
  /** Whether it is worth trying, by the key's words and the values. */
  when: (words: string, values: readonly Json[], seen: SeenValue) => boolean;
  why: string;
}

const all = (values: readonly Json[], test: (value: Json) => boolean) => values.length > 0 && values.every(test);
const looksLike = (kind: ReturnType<typeof likely>) => (value: Json) =>
  typeof value === 'string' && likely(value) === kind;
const numeric = (value: Json) => numberOf(value) !== undefined;
const isDay = (value: Json) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
const isFlatObject = (value: Json) =>
  isObject(value) && Object.values(value).every((one) => typeof one !== 'object' || one === null);

/** First that fits wins; a format that does not take every value seen never does. */
const RULES: readonly Rule[] = [
  {
    format: 'boolean',
    when: (_words, values) =>
      all(values, (value) => typeof value === 'boolean' || value === 'true' || value === 'false'),
    why: 'its values are true or false',
  },
  {
    format: 'email',
    when: (_words, values) => all(values, looksLike('email')),
    why: 'its values are e-mail addresses',
  },
  { format: 'phone', when: (_words, values) => all(values, looksLike('phone')), why: 'its values are phone numbers' },
  { format: 'link', when: (_words, values) => all(values, looksLike('link')), why: 'its values are addresses' },
  { format: 'date', when: (_words, values) => all(values, isDay), why: 'its values are dates' },
  {
    format: 'relative',
    when: (words, values) => RECENT.test(words) && all(values, looksLike('moment')),
    why: 'its values are moments, and its name speaks of how long ago',
  },
  { format: 'datetime', when: (_words, values) => all(values, looksLike('moment')), why: 'its values are moments' },
  {
    format: 'relative',
    when: (words, values) => /(?:^| )(?:at|time|timestamp|date)$/.test(words) && all(values, isEpoch),
    why: 'its values count from 1970, and its name speaks of time',
  },
  {
    format: 'rating',
    when: (words, values) =>
      STARS.test(words) && all(values, (value) => numeric(value) && Number(value) >= 0 && Number(value) <= 5),
    why: 'its name speaks of a rating and its values go to 5',
  },
  {
    format: 'currency',
    options: currencyBeside,
    when: (words, values) => MONEY.test(words) && !NAME.test(words) && all(values, numeric),
    why: 'its name speaks of money and a currency stands beside it',
  },
  {
    format: 'percent',
    options: (seen) => ({ scale: seen.values.some((value) => Math.abs(Number(value)) > 1) ? 'whole' : 'fraction' }),
    when: (words, values) => SHARE.test(words) && all(values, numeric),
    why: 'its name speaks of a share',
  },
  {
    format: 'duration',
    options: (_seen, words) => ({ unit: unitOf(words) }),
    when: (words, values) => LENGTH.test(words) && all(values, numeric),
    why: 'its name speaks of a length of time',
  },
  {
    format: 'number',
    options: () => ({ grouping: false }),
    when: (words, values) => NAME.test(words) && all(values, (value) => typeof value === 'number'),
    why: 'its numbers are names, so their digits are not grouped',
  },
  {
    format: 'number',
    when: (_words, values) => all(values, (value) => typeof value === 'number'),
    why: 'its values are numbers',
  },
  {
    format: 'tags',
    when: (_words, values) =>
      all(values, (value) => Array.isArray(value) && value.every((one) => typeof one !== 'object')),
    why: 'its values are lists of short values',
  },
  {
    format: 'table',
    when: (_words, values) =>
      all(values, (value) => Array.isArray(value) && value.length > 0 && value.every(isFlatObject)),
    why: 'its values are lists of objects',
  },
  {
    format: 'badge',
    when: (words, values) =>
      WORDED.test(words) && all(values, (value) => typeof value === 'string' && value.length <= 30),
    why: 'its values are short words that say a state',
  },
];

function isEpoch(value: Json): boolean {
  return typeof value === 'number' && ((value > 1e9 && value < 4e9) || (value > 1e12 && value < 4e12));
}

/** The currency that stands beside every value, if it is one and the same. */
function currencyBeside({ beside }: SeenValue): JsonObject | undefined {
  const found = new Set(
    beside.map((object) => own(object, 'currency') ?? own(object, 'currencyCode') ?? own(object, 'currency_code')),
  );
  const [currency] = found;
  return found.size === 1 && typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? { currency } : undefined;
}

function unitOf(words: string): string {
  if (/ms|millis/.test(words)) return 'ms';
  if (/min/.test(words)) return 'min';
  return /hour/.test(words) ? 'h' : 's';
}

const isNothing = (value: Json) =>
  value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);

/** Guesses label and format of a key from its name and from what its values are. */
export function guess(seen: SeenValue): Guess {
  const name = seen.path.at(-1) ?? seen.key;
  const words = wordsOf(name);
  const base = { key: seen.key, label: humanise(name) };
  if (SECRET.test(words)) return { advice: 'hide', field: base, why: 'Its name speaks of a secret.' };
  if (SENSITIVE.test(words)) {
    return {
      advice: 'list',
      field: { ...base, mask: {} },
      why: 'Masked, because its name speaks of something sensitive.',
    };
  }
  const values = seen.values.filter((value) => !isNothing(value));
  if (values.length === 0) return { advice: 'list', field: base, why: 'No value was seen yet, so there is no format.' };
  for (const { format, options, when, why } of RULES) {
    if (!when(words, values, seen)) continue;
    const chosen = options === undefined ? {} : options({ ...seen, values }, words);
    if (chosen === undefined) continue;
    const known = formatById(format);
    if (known === undefined || !values.every((value) => known.accepts(value, chosen))) continue;
    return { advice: 'list', field: { ...base, format, ...chosen }, why: `${known.name}, because ${why}.` };
  }
  const kinds = new Set(values.map((value) => (Array.isArray(value) ? 'list' : typeof value)));
  return {
    advice: 'list',
    field: base,
    why:
      kinds.size > 1 ? 'No format, because its values are of several kinds.' : 'No format: it is shown by what it is.',
  };
}
