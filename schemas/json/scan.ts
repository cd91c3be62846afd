import type { Path } from './pointer';

/** What is wrong with a JSON text, and where: an offset in UTF-16 units. */
export interface ScanError {
  message: string;
  offset: number;
}

/** What reading a JSON text would lose, and whose value it is. */
export interface Loss extends ScanError {
  path: Path;
}

/** What a scan tells: where each value starts, by its path. */
export type OnValue = (path: Path, offset: number) => void;

/** A "{" or "[" that is open. */
interface Open {
  bracket: '{' | '[';
  offset: number;
  /** The keys that an object has had so far. */
  keys: Set<string>;
}

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

class LossFault extends Fault {
  constructor(
    message: string,
    offset: number,
    readonly path: Path,
  ) {
    super(message, offset);
  }
}

/**
 * Reads a JSON text value by value without a stack of calls, so that no nesting is too deep. It accepts exactly what
 * `JSON.parse` accepts and says in words what it stumbles over.
 */
class Scanner {
  private at = 0;
  private readonly path: (string | number)[] = [];
  private readonly open: Open[] = [];

  /** @param lossless stumbles also over what `JSON.parse` takes without keeping it. */
  constructor(
    private readonly text: string,
    private readonly lossless: boolean,
    private readonly onValue?: OnValue,
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
      this.open.push({ bracket, offset: this.at, keys: new Set() });
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

  private missingComma({ bracket, offset }: Open, end: string): Fault {
    if (this.at === this.text.length) return new Fault(`This "${bracket}" is never closed`, offset);
    if (this.peek() === '}' || this.peek() === ']')
      return new Fault(`Expected "${end}" here, not "${this.peek()}"`, this.at);
    return new Fault(`A comma or "${end}" is missing here`, this.at);
  }

  private key(): string {
    if (this.at === this.text.length) throw new Fault('The text ends too early: a key is missing', this.at);
    if (this.peek() === '/') throw new Fault('JSON has no comments', this.at);
    if (this.peek() !== '"') throw new Fault('A key in double quotes is missing here', this.at);
    const start = this.at;
    const key = this.string();
    if (this.lossless) this.once(key, start);
    this.skip();
    if (this.peek() !== ':') throw new Fault('A colon is missing here, after the key', this.at);
    this.at += 1;
    this.skip();
    return key;
  }

  private once(key: string, offset: number): void {
    const keys = this.open.at(-1)?.keys;
    if (keys?.has(key)) {
      const message = `The key "${key.slice(0, 30)}" is here a second time, and only one of the two can count`;
      throw new LossFault(message, offset, [...this.path, key]);
    }
    keys?.add(key);
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
      if (this.lossless && Math.abs(Number(found)) === Infinity) throw this.tooLarge(found);
      this.at += found.length;
    }
    this.skip();
  }

  private tooLarge(written: string): LossFault {
    return new LossFault(`"${written.slice(0, 30)}" is too large a number`, this.at, [...this.path]);
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

function faultOf(scanner: Scanner): Fault | undefined {
  try {
    scanner.run();
    return undefined;
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}

/** Scans a JSON text to its end or to its first mistake. `onValue` gets a path that changes afterwards: copy it to keep it. */
export function scan(text: string, onValue?: OnValue): ScanError | undefined {
  const fault = faultOf(new Scanner(text, false, onValue));
  return fault && { message: fault.message, offset: fault.offset };
}

/**
 * The first thing in a JSON text that `JSON.parse` reads without keeping what is written: a key that an object has twice,
 * of which the last wins, or a number that becomes infinite, which would be written as null. For texts without mistakes.
 */
export function findLoss(text: string): Loss | undefined {
  const fault = faultOf(new Scanner(text, true));
  return fault instanceof LossFault ? { message: fault.message, offset: fault.offset, path: fault.path } : undefined;
}
