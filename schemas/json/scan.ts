import type { Path } from './pointer';

/** What is wrong with a JSON text, and where: an offset in UTF-16 units. */
export interface ScanError {
  message: string;
  offset: number;
}

/** What a scan tells: where each value starts, by its path. */
export type OnValue = (path: Path, offset: number) => void;

const space = /[\t\n\r ]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const plainText = /[^"\\\u0000-\u001f]*/y; // eslint-disable-line no-control-regex -- JSON texts may not hold them
const escape = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y;
const word = /[\p{L}\p{N}_$.+-]+/uy;

class Fault extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

/**
 * Reads a JSON text value by value without a stack of calls, so that no nesting is too deep. It accepts exactly what
 * `JSON.parse` accepts and says in words what it stumbles over.
 */
class Scanner {
  private at = 0;
  private readonly path: (string | number)[] = [];
  /** "{" and "[" that are open, with their offsets. */
  private readonly open: { bracket: '{' | '['; offset: number }[] = [];

  constructor(
    private readonly text: string,
    private readonly onValue: OnValue | undefined,
  ) {}

  run(): void {
    this.skip();
    if (this.at === this.text.length) throw new Fault('There is nothing here', 0);
    do this.value();
    while (this.open.length && this.next());
    if (this.at < this.text.length) throw new Fault('Nothing may follow the end of the document', this.at);
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text)?.[0] ?? '';
  }

  private skip(): void {
    this.at += this.match(space).length;
  }

  private peek(): string {
    return this.text[this.at] ?? '';
  }

  /** One value, or the beginning of one that holds others: stands at a value afterwards, or behind the value. */
  private value(): void {
    for (;;) {
      this.onValue?.(this.path, this.at);
      const bracket = this.peek();
      if (bracket !== '{' && bracket !== '[') {
        this.scalar();
        return;
      }
      this.open.push({ bracket, offset: this.at });
      this.at += 1;
      this.skip();
      if (this.peek() === (bracket === '{' ? '}' : ']')) {
        this.close();
        return;
      }
      if (bracket === '{') this.path.push(this.key());
      else this.path.push(0);
    }
  }

  private close(): void {
    this.open.pop();
    this.at += 1;
    this.skip();
  }

  /** Behind a value inside a list or object: goes to the next value (true), or closes as many as close here. */
  private next(): boolean {
    for (;;) {
      const inner = this.open.at(-1);
      if (!inner) return false;
      const end = inner.bracket === '{' ? '}' : ']';
      const last = this.path.pop();
      if (this.peek() === end) {
        this.close();
        continue;
      }
      if (this.peek() !== ',') throw this.missingComma(inner, end);
      const comma = this.at;
      this.at += 1;
      this.skip();
      if (this.peek() === end) throw new Fault(`This comma must go: nothing follows before the "${end}"`, comma);
      this.path.push(inner.bracket === '{' ? this.key() : Number(last) + 1);
      return true;
    }
  }

  private missingComma({ bracket, offset }: { bracket: string; offset: number }, end: string): Fault {
    if (this.at === this.text.length) return new Fault(`This "${bracket}" is never closed`, offset);
    if (this.peek() === '}' || this.peek() === ']')
      return new Fault(`Expected "${end}" here, not "${this.peek()}"`, this.at);
    return new Fault(`A comma or "${end}" is missing here`, this.at);
  }

  private key(): string {
    if (this.at === this.text.length) throw new Fault('The text ends too early: a key is missing', this.at);
    if (this.peek() === '/') throw new Fault('JSON has no comments', this.at);
    if (this.peek() !== '"') throw new Fault('A key in double quotes is missing here', this.at);
    const key = this.string();
    this.skip();
    if (this.peek() !== ':') throw new Fault('A colon is missing here, after the key', this.at);
    this.at += 1;
    this.skip();
    return key;
  }

  private string(): string {
    const start = this.at;
    this.at += 1;
    for (;;) {
      this.at += this.match(plainText).length;
      if (this.peek() === '"') break;
      if (this.peek() === '\\') {
        const escaped = this.match(escape);
        if (!escaped) throw new Fault('A backslash must be written twice', this.at);
        this.at += escaped.length;
      } else if (this.peek() === '') throw new Fault('This text is never closed: a double quote is missing', start);
      else
        throw new Fault(
          'Line breaks, tabs and other control characters must be written as \\n, \\t and so on',
          this.at,
        );
    }
    this.at += 1;
    return String(JSON.parse(this.text.slice(start, this.at)));
  }

  private scalar(): void {
    if (this.peek() === '"') this.string();
    else {
      const found = this.match(number) || /^(?:true|false|null)/.exec(this.text.slice(this.at, this.at + 5))?.[0] || '';
      const written = this.match(word);
      if (!found || (written && written !== found)) throw this.notAValue(written);
      this.at += found.length;
    }
    this.skip();
  }

  private notAValue(written: string): Fault {
    if (this.at === this.text.length) return new Fault('The text ends too early: a value is missing', this.at);
    if (this.peek() === "'") return new Fault('Texts need double quotes', this.at);
    if (this.peek() === '/') return new Fault('JSON has no comments', this.at);
    if (/^[+\d.-]/.test(written)) return new Fault(`"${written.slice(0, 30)}" is not a number`, this.at);
    if (written) return new Fault(`Texts need double quotes: "${written.slice(0, 30)}"`, this.at);
    return new Fault('A value is missing here', this.at);
  }
}

/** Scans a JSON text to its end or to its first mistake. `onValue` gets a path that changes afterwards: copy it to keep it. */
export function scan(text: string, onValue?: OnValue): ScanError | undefined {
  try {
    new Scanner(text, onValue).run();
    return undefined;
  } catch (error) {
    if (error instanceof Fault) return { message: error.message, offset: error.offset };
    throw error;
  }
}
