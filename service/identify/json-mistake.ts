/** Where a JSON text goes wrong, counted from 1. */
export interface Position {
  line: number;
  column: number;
}

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma or end' | 'nothing';

const TOKEN =
  /[ \t\n\r]*(?:("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|true(?!\w)|false(?!\w)|null(?!\w))|([{}[\]:,])|($))/y; // eslint-disable-line no-control-regex -- JSON forbids raw control characters in texts

/**
 * Where a text stops being JSON; undefined when it is JSON. What the platform's own parser says depends on its version
 * and quotes the text, which holds a customer's data.
 */
export function jsonMistake(text: string): Position | undefined {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let offset = 0;
  for (;;) {
    TOKEN.lastIndex = offset;
    const match = TOKEN.exec(text);
    if (match === null) return positionOf(text, skipSpace(text, offset));
    const [whole, string, scalar, sign, end] = match;
    const start = offset + whole.length - (string ?? scalar ?? sign ?? '').length;
    offset += whole.length;
    const next = step(expected, open, { string, scalar, sign, end });
    if (next === 'mistake') return positionOf(text, start);
    if (next === 'done') return undefined;
    expected = next;
  }
}

interface Token {
  string: string | undefined;
  scalar: string | undefined;
  sign: string | undefined;
  end: string | undefined;
}

function step(expected: Expected, open: ('{' | '[')[], token: Token): Expected | 'mistake' | 'done' {
  const { string, scalar, sign, end } = token;
  const after = (): Expected => (open.length === 0 ? 'nothing' : 'comma or end');
  if (end !== undefined) return expected === 'nothing' ? 'done' : 'mistake';
  if (expected === 'value' || expected === 'value or ]') {
    if (string !== undefined || scalar !== undefined) return after();
    if (sign === '{' || sign === '[') {
      open.push(sign);
      return sign === '{' ? 'key or }' : 'value or ]';
    }
    if (sign === ']' && expected === 'value or ]') {
      open.pop();
      return after();
    }
    return 'mistake';
  }
  if (expected === 'key' || expected === 'key or }') {
    if (string !== undefined) return 'colon';
    if (sign !== '}' || expected !== 'key or }') return 'mistake';
    open.pop();
    return after();
  }
  if (expected === 'colon') return sign === ':' ? 'value' : 'mistake';
  if (expected === 'nothing') return 'mistake';
  const inside = open.at(-1);
  if (sign === ',') return inside === '{' ? 'key' : 'value';
  if (sign !== (inside === '{' ? '}' : ']')) return 'mistake';
  open.pop();
  return after();
}

function skipSpace(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at += 1;
  return at;
}

function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
