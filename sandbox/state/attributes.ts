import { isObject, type JsonObject } from '../../display/json';
import { ATTRIBUTES_LIMIT } from './limits';
import { InvalidRequest } from './types';
import { findJsonMistake } from './json-mistake';

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
    const where = `line ${mistake.line}, column ${mistake.column}`;
    throw new InvalidRequest(`Attributes are not JSON: ${where}: ${mistake.what}`, 400, 20001, mistake);
  }
  if (!isObject(JSON.parse(text))) throw new InvalidRequest('Attributes must be a JSON object.');
  return text;
}

export function parseAttributes(text: string): JsonObject {
  const value: unknown = JSON.parse(text);
  return isObject(value) ? value : {};
}
