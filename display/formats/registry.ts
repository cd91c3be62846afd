import { badge } from './badge';
import { boolean } from './boolean';
import { currency } from './currency';
import { date } from './date';
import { datetime } from './datetime';
import { duration } from './duration';
import { email } from './email';
import type { Format } from './format';
import { image } from './image';
import { json } from './json';
import { link } from './link';
import { list } from './list';
import { number } from './number';
import { percent } from './percent';
import { phone } from './phone';
import { rating } from './rating';
import { relative } from './relative';
import { tableFormat } from './table';
import { tags } from './tags';
import { text } from './text';

/** Formats of one value, which a column of a table may use too. */
const cells = [text, number, currency, percent, date, datetime, relative, duration, boolean, phone, email, link, badge];

/**
 * Every format a field may name, in the order of the editor's list. JSON Schema, editor form, validation report and
 * reference documentation are made from this list.
 */
export const FORMATS: readonly Format[] = [
  ...cells,
  tags,
  rating,
  list,
  tableFormat([...cells, tags, rating]),
  json,
  image,
];

const byId = new Map(FORMATS.map((format) => [format.id, format]));

/** The format a document's `"format"` names, or undefined. */
export function formatById(id: string): Format | undefined {
  return byId.get(id);
}
