import { isObject } from '../../display/json';
import { ServiceError } from '../error';

/** The parameters of an invocation. Callers are strangers: nothing is taken for a text that is none. */
export interface Fields {
  /**
   * A parameter as text; undefined when absent or empty.
   * @throws ServiceError `bad_request` for arrays, objects, numbers and everything else that is no text, and for texts
   *   longer than `maxBytes` (UTF-8).
   */
  text(name: string, maxBytes?: number): string | undefined;
  /** As `text`, but `bad_request` when it is absent or empty. */
  required(name: string, maxBytes?: number): string;
  /** A parameter as it came, of any type. */
  raw(name: string): unknown;
}

/** Twilio puts headers and cookies here; a parameter of that name is never read as one. */
const RESERVED = 'request';
const DEFAULT_MAX_BYTES = 4_096;

export function readFields(event: unknown): Fields {
  const raw = (name: string): unknown => {
    if (name === RESERVED || !isObject(event) || !Object.prototype.hasOwnProperty.call(event, name)) return undefined;
    return event[name];
  };
  const text = (name: string, maxBytes = DEFAULT_MAX_BYTES): string | undefined => {
    const value = raw(name);
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value !== 'string') throw new ServiceError('bad_request', { message: `${name} must be a single text.` });
    if (Buffer.byteLength(value, 'utf8') > maxBytes) {
      throw new ServiceError('bad_request', { message: `${name} is too long.` });
    }
    return value;
  };
  return {
    raw,
    text,
    required: (name, maxBytes) => {
      const value = text(name, maxBytes);
      if (value === undefined) throw new ServiceError('bad_request', { message: `${name} is missing.` });
      return value;
    },
  };
}

/**
 * A request header by its lower-case name; undefined when it is absent or not a single text. A body field named
 * `request` can replace the headers in Twilio's local runtime, so nothing that is decided from a header grants anything.
 */
export function readHeader(event: unknown, name: string): string | undefined {
  const request = isObject(event) ? event[RESERVED] : undefined;
  const headers = isObject(request) ? request['headers'] : undefined;
  const value = isObject(headers) && Object.prototype.hasOwnProperty.call(headers, name) ? headers[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}
