/** Where JSON text goes wrong. Engines word their own errors differently, and some name no position at all. */
export interface JsonMistake {
  /** From 0, in UTF-16 units. */
  position: number;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** What was expected there, as a sentence. */
  what: string;
}

class Stop extends Error {
  constructor(
    readonly position: number,
    readonly what: string,
  ) {
    super(what);
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// eslint-disable-next-line no-control-regex -- JSON forbids them inside texts
const STRING_PART = /(?:[^"\\\u0000-\u001f]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*/y;
const SPACE = /[ \t\n\r]*/y;
const WORD = /true|false|null/y;

/** The first mistake in JSON text, or undefined when it has none. */
export function findJsonMistake(text: string): JsonMistake | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    try {
      scan(text);
    } catch (stop) {
      if (stop instanceof Stop) return place(text, stop);
      throw stop;
    }
    return place(text, new Stop(text.length, 'this cannot be read as JSON.'));
  }
}

function place(text: string, { position, what }: Stop): JsonMistake {
  const before = text.slice(0, position).split('\n');
  return { position, line: before.length, column: (before.at(-1) ?? '').length + 1, what };
}

function scan(text: string): void {
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at += found[0].length;
    return found !== null;
  };
  const stop = (what: string): never => {
    throw new Stop(at, at >= text.length ? 'the text ends too early.' : what);
  };
  const string = () => {
    const start = at;
    at += 1;
    take(STRING_PART);
    if (text[at] === '"') {
      at += 1;
      return;
    }
    if (text[at] === '\\') stop('a backslash must be followed by one of " \\ / b f n r t u.');
    if (at < text.length) stop('a text may not run over the end of its line; write \\n for a line break.');
    throw new Stop(start, 'this text is never closed with a quotation mark.');
  };
  // A list of open brackets instead of recursion: pasted text may be nested deeper than the call stack.
  const open: ('{' | '[')[] = [];
  const key = () => {
    take(SPACE);
    if (text[at] !== '"') stop('expected a name in double quotation marks.');
    string();
    take(SPACE);
    if (text[at] !== ':') stop('expected a colon after the name.');
    at += 1;
  };
  const opens = (): boolean => {
    take(SPACE);
    const bracket = text[at];
    if (bracket !== '{' && bracket !== '[') return false;
    at += 1;
    take(SPACE);
    if (text[at] === (bracket === '{' ? '}' : ']')) {
      at += 1;
      return false;
    }
    open.push(bracket);
    if (bracket === '{') key();
    return true;
  };
  const scalar = () => {
    if (text[at] === '"') string();
    else if (!take(WORD) && !take(NUMBER))
      stop('expected a value: text in double quotation marks, a number, true, false, null, { or [.');
  };

  for (;;) {
    take(SPACE);
    const start = at;
    if (opens()) continue;
    // Not moved: neither an opened bracket nor an empty pair of them.
    if (at === start) scalar();
    for (;;) {
      take(SPACE);
      const inside = open.at(-1);
      if (inside === undefined) {
        if (at < text.length) throw new Stop(at, 'there is more text after the end of the JSON.');
        return;
      }
      if (text[at] === ',') {
        at += 1;
        if (inside === '{') key();
        break;
      }
      if (text[at] !== (inside === '{' ? '}' : ']')) stop(`expected a comma or ${inside === '{' ? '}' : ']'}.`);
      at += 1;
      open.pop();
    }
  }
}
