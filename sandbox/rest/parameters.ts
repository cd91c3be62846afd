import { badRequest } from './api-error';
import { sidPattern, type Operation, type Parameter } from './operation';

/** Parameters of a request after validation. */
export interface Parameters {
  /** Undefined when it was not sent. */
  text(name: string): string | undefined;
  /** @throws ApiError 400 when it was not sent. */
  required(name: string): string;
  flag(name: string): boolean | undefined;
  list(name: string): readonly string[];
  /** Names of those that were sent. */
  readonly names: readonly string[];
}

export type Sent = Readonly<Record<string, unknown>>;

/**
 * Checks query and form against the operation's table.
 *
 * @param strict refuse parameters the table does not know, which Twilio ignores.
 * @throws ApiError 400 for the first mistake.
 */
export function readParameters(operation: Operation, query: Sent, form: Sent, strict: boolean): Parameters {
  const values = new Map<string, readonly string[]>();
  check(operation.query, query, 'query', strict, values);
  check(operation.form, form, 'post body', strict, values);
  return {
    text: (name) => values.get(name)?.[0],
    required: (name) => values.get(name)?.[0] ?? missing(name, 'request'),
    flag: (name) => {
      const value = values.get(name)?.[0];
      return value === undefined ? undefined : value.toLowerCase() === 'true';
    },
    list: (name) => values.get(name) ?? [],
    names: [...values.keys()],
  };
}

const REPEATED: readonly Parameter['type'][] = ['sids', 'objects'];

function check(
  table: Readonly<Record<string, Parameter>>,
  sent: Sent,
  where: string,
  strict: boolean,
  into: Map<string, readonly string[]>,
) {
  if (strict) {
    const unknown = Object.keys(sent).find((name) => !Object.hasOwn(table, name));
    if (unknown !== undefined) throw badRequest(`Unknown parameter ${unknown} in the ${where}`);
  }
  for (const [name, parameter] of Object.entries(table)) {
    const values = [sent[name]].flat().filter((value) => typeof value === 'string');
    if (values.length === 0 || (values[0] === '' && parameter.required)) {
      if (parameter.required) missing(name, where);
      continue;
    }
    if (!REPEATED.includes(parameter.type) && values.length > 1)
      throw badRequest(`Parameter ${name} was sent more than once`);
    for (const value of values) {
      const expected = mistake(parameter, value);
      if (expected !== undefined) throw badRequest(`Invalid parameter ${name}: expected ${expected}`);
    }
    into.set(name, values);
  }
}

function missing(name: string, where: string): never {
  throw badRequest(`Missing required parameter ${name} in the ${where}`);
}

/** What a value should have been, or undefined when it is right. */
function mistake(parameter: Parameter, value: string): string | undefined {
  if (parameter.sid !== undefined && !new RegExp(sidPattern(parameter.sid)).test(value))
    return `a ${parameter.sid} SID`;
  if (parameter.type === 'boolean' && !/^(?:true|false)$/i.test(value)) return 'true or false';
  if (parameter.format === 'date-time' && Number.isNaN(Date.parse(value))) return 'a date and time in ISO 8601';
  if (parameter.format === 'uri' && !URL.canParse(value)) return 'an absolute address';
  if (parameter.type === 'objects' && !isJsonObject(value)) return 'a JSON object';
  if (parameter.type !== 'integer') return undefined;
  const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = parameter;
  const number = /^\d{1,15}$/.test(value) ? Number(value) : NaN;
  return number >= minimum && number <= maximum ? undefined : `a whole number from ${minimum} to ${maximum}`;
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
