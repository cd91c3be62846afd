import { isObject, type JsonObject } from '../../display/json';
import { ServiceError } from '../error';
import { jsonMistake } from './json-mistake';

/** Segment drops an identify call with this many traits or more. */
const TOO_MANY = 300;
/** Segment's limit for one event is 32 KB; the rest is for what stands around the traits. */
const MAX_BYTES = 32 * 1024 - 2_048;

/**
 * The traits of an identify request: an object, or the JSON text of one, which is what Studio sends.
 *
 * @throws ServiceError `bad_request` naming the place of a JSON mistake, `too_large` for what Segment would drop
 *   without a word. Neither quotes the traits.
 */
export function readTraits(given: unknown): JsonObject {
  const traits = typeof given === 'string' ? parse(given) : given;
  if (traits === undefined || traits === null || traits === '') throw bad('traits is missing.');
  if (!isObject(traits)) throw bad('traits must be an object, or the JSON text of one.');
  if (Object.keys(traits).length >= TOO_MANY) {
    throw new ServiceError('too_large', { message: `traits must be fewer than ${TOO_MANY}.` });
  }
  if (sizeOf(traits) > MAX_BYTES) {
    throw new ServiceError('too_large', { message: 'traits must be smaller than 30 kB.' });
  }
  return traits;
}

/** Bytes as JSON; infinite for what is nested too deeply to be written. */
function sizeOf(traits: JsonObject): number {
  try {
    return Buffer.byteLength(JSON.stringify(traits), 'utf8');
  } catch {
    return Infinity;
  }
}

function parse(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    const position = jsonMistake(text);
    const place = position === undefined ? '' : `: look at line ${position.line}, column ${position.column}`;
    throw bad(`traits is not valid JSON${place}.`);
  }
}

function bad(message: string): ServiceError {
  return new ServiceError('bad_request', { message });
}
