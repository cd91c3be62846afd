import { isObject, type JsonObject } from '../../display/json';
import { InvalidRequest } from './types';
import { findJsonMistake } from './json-mistake';

/** TaskRouter's limit for the attributes of a task or a worker: characters of JSON text, whitespace included. */
export const ATTRIBUTES_LIMIT = 4096;

/** Attributes as TaskRouter stores them, or the reason why it would not. */
export function attributesText(attributes: JsonObject | string): string {
  const text = typeof attributes === 'string' ? attributes : JSON.stringify(attributes);
  if (text.length > ATTRIBUTES_LIMIT) {
    throw new InvalidRequest(
      `Attributes are ${text.length} characters of JSON; TaskRouter takes ${ATTRIBUTES_LIMIT}, whitespace included.`,
    );
  }
  const mistake = findJsonMistake(text);
  if (mistake) {
    throw new InvalidRequest(
      `Attributes are not JSON: line ${mistake.line}, column ${mistake.column}: ${mistake.what}`,
    );
  }
  if (!isObject(JSON.parse(text))) throw new InvalidRequest('Attributes must be a JSON object.');
  return text;
}

export function parseAttributes(text: string): JsonObject {
  const value: unknown = JSON.parse(text);
  return isObject(value) ? value : {};
}
