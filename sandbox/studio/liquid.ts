/**
 * The part of Liquid that flows with these functions need: `{{ path }}`, keys with any characters as
 * `["Campaign Name"]`, list positions as `[0]`, and a few filters. No tags, no loops, no arithmetic besides `plus`.
 */
import { isObject, own, type Json, type JsonObject } from '../../display/json';

/** A template that cannot be read, as a sentence for the person who wrote it. */
export class LiquidError extends Error {}

/** Filters that may follow a path, by name. `plus: 0` is Twilio's own advice for turning a text into a number. */
const FILTERS: Record<string, (value: Json | undefined, argument: Json | undefined) => Json | undefined> = {
  plus: (value, argument) => numberOf(value) + numberOf(argument),
  default: (value, argument) => (isBlank(value) || value === false ? argument : value),
  size: (value) => (typeof value === 'string' || Array.isArray(value) ? value.length : 0),
  downcase: (value) => textOf(value).toLowerCase(),
  to_json: (value) => JSON.stringify(value ?? null),
};

/**
 * The value of a template. One expression and nothing around it keeps its type, so that numbers stay numbers; anything
 * else is text. A path that leads nowhere is undefined, or empty text.
 */
export function valueOf(template: string, scope: JsonObject): Json | undefined {
  const whole = /^\s*\{\{((?:(?!\}\}).)*)\}\}\s*$/s.exec(template)?.[1];
  return whole === undefined ? render(template, scope) : evaluate(whole, scope);
}

/** The text of a template, every expression replaced. */
export function render(template: string, scope: JsonObject): string {
  return template.replaceAll(/\{\{((?:(?!\}\}).)*)\}\}/gs, (_all, expression: string) =>
    textOf(evaluate(expression, scope)),
  );
}

/** Text as Liquid prints it: nothing for null, JSON for objects and lists. */
export function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export function isBlank(value: Json | undefined): boolean {
  return textOf(value).trim() === '' || (Array.isArray(value) && value.length === 0);
}

function evaluate(expression: string, scope: JsonObject): Json | undefined {
  const [path = '', ...filters] = expression.split('|');
  return filters.reduce((value, filter) => apply(filter, value), follow(path, scope));
}

function apply(filter: string, value: Json | undefined): Json | undefined {
  const [, name = '', argument] = /^\s*(\w+)\s*(?::\s*(.+?))?\s*$/s.exec(filter) ?? [];
  const act = Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined;
  if (act === undefined) {
    throw new LiquidError(
      `The filter "${filter.trim()}" is not known here. Known: ${Object.keys(FILTERS).join(', ')}.`,
    );
  }
  return act(value, argument === undefined ? undefined : literal(argument));
}

function literal(text: string): Json {
  const quoted = /^(["'])(.*)\1$/s.exec(text)?.[2];
  if (quoted !== undefined) return quoted;
  const number = Number(text);
  if (Number.isNaN(number)) throw new LiquidError(`"${text}" is neither a number nor a text in quotation marks.`);
  return number;
}

function follow(path: string, scope: JsonObject): Json | undefined {
  let rest = path.trim();
  let value: Json | undefined = scope;
  let first = true;
  while (rest !== '') {
    const step = /^(?:\.?([\w-]+\??)|\[\s*(?:"([^"]*)"|'([^']*)'|(-?\d+))\s*\])/.exec(rest);
    if (step === null || (first && rest.startsWith('.'))) throw new LiquidError(`"${path.trim()}" is not a path.`);
    const key: string = step[1] ?? step[2] ?? step[3] ?? step[4] ?? '';
    value = Array.isArray(value) ? value.at(Number(key)) : isObject(value) ? own(value, key) : undefined;
    rest = rest.slice(step[0].length);
    first = false;
  }
  return value;
}

function numberOf(value: Json | undefined): number {
  const number = Number(textOf(value));
  return Number.isNaN(number) ? 0 : number;
}
