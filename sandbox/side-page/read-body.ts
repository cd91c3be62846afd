import { isObject, type JsonObject } from '../../display/json';
import type { Fault } from '../state/faults';
import { InvalidRequest, PLACEMENTS, THEMES, type Session } from '../state/types';
import { ROLES } from '../tokens';

/** Reads of what the side page, or a script, sends. Each throws {@link InvalidRequest} with a sentence. */
export function readObject(body: unknown): JsonObject {
  if (!isObject(body)) throw new InvalidRequest('Send a JSON object.');
  return body;
}

export function readText(body: JsonObject, name: string): string {
  const value = body[name];
  if (typeof value !== 'string') throw new InvalidRequest(`"${name}" must be a text.`);
  return value;
}

export function readOne<T extends string>(value: unknown, name: string, words: readonly T[]): T {
  const found = words.find((word) => word === value);
  if (found === undefined) throw new InvalidRequest(`"${name}" must be one of ${words.join(', ')}.`);
  return found;
}

/** Attributes: a JSON object, or its text to the letter. */
export function readAttributes(body: JsonObject): JsonObject | string {
  const value = body['attributes'];
  if (typeof value !== 'string' && !isObject(value)) {
    throw new InvalidRequest('"attributes" must be a JSON object, or its text.');
  }
  return value;
}

export function readSession(body: JsonObject): Partial<Session> {
  const { role, theme, placement } = body;
  return {
    ...(role === undefined ? {} : { role: readOne(role, 'role', ROLES) }),
    ...(theme === undefined ? {} : { theme: readOne(theme, 'theme', THEMES) }),
    ...(placement === undefined ? {} : { placement: readOne(placement, 'placement', PLACEMENTS) }),
  };
}

const FAULT_KINDS = ['status', 'bytes', 'slow', 'hang', 'cut'] as const;

export function readFault(value: unknown): Fault {
  const fault = readObject(value);
  switch (readOne(fault['kind'], 'kind', FAULT_KINDS)) {
    case 'hang':
      return { kind: 'hang' };
    case 'cut':
      return { kind: 'cut' };
    case 'bytes':
      return { kind: 'bytes', bytes: readText(fault, 'bytes') };
    case 'slow':
      return { kind: 'slow', ms: readNumber(fault, 'ms', 0, 600_000) };
    case 'status': {
      const { body, headers } = fault;
      return {
        kind: 'status',
        status: readNumber(fault, 'status', 200, 599),
        ...(body === undefined ? {} : { body }),
        ...(isObject(headers)
          ? {
              headers: Object.fromEntries(
                Object.entries(headers).map(([name, text]) => [
                  name,
                  typeof text === 'string' ? text : JSON.stringify(text),
                ]),
              ),
            }
          : {}),
      };
    }
  }
}

function readNumber(body: JsonObject, name: string, least: number, most: number): number {
  const value = body[name];
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
    throw new InvalidRequest(`"${name}" must be a whole number from ${least} to ${most}.`);
  }
  return value;
}
