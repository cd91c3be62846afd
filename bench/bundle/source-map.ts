/** The parts of a source map, version 3, that say where code comes from (https://tc39.es/ecma426/). */
export interface SourceMap {
  sources: (string | null)[];
  mappings: string;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map(Array.from(DIGITS, (digit, value) => [digit, value]));

/** The numbers of one segment: base 64 digits of six bits, the lowest first; 32 says that more follow, the last bit is the sign. */
export function decodeVlq(segment: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const character of segment) {
    const digit = VALUES.get(character);
    if (digit === undefined) throw new Error(`"${character}" is no base 64 digit`);
    value += (digit & 31) * 2 ** shift;
    if ((digit & 32) !== 0) {
      shift += 5;
      continue;
    }
    numbers.push(value % 2 === 1 ? -Math.floor(value / 2) : value / 2);
    value = 0;
    shift = 0;
  }
  return numbers;
}

/**
 * The code of a bundle by the source it was made from: a stretch between two mappings belongs to the source of the
 * first. What no mapping covers is under "".
 */
export function piecesBySource(code: string, map: SourceMap): Map<string, string[]> {
  const pieces = new Map<string, string[]>();
  const add = (source: string, text: string) => {
    if (text === '') return;
    const known = pieces.get(source);
    if (known === undefined) pieces.set(source, [text]);
    else known.push(text);
  };
  const lines = code.split('\n');
  let sourceIndex = 0;
  for (const [number, mapped] of map.mappings.split(';').entries()) {
    const line = lines[number] ?? '';
    let column = 0;
    let source = '';
    let start = 0;
    for (const segment of mapped === '' ? [] : mapped.split(',')) {
      const [columnStep = 0, sourceStep] = decodeVlq(segment);
      column += columnStep;
      if (sourceStep !== undefined) sourceIndex += sourceStep;
      const next = sourceStep === undefined ? '' : (map.sources[sourceIndex] ?? '');
      if (next === source) continue;
      add(source, line.slice(start, column));
      [source, start] = [next, column];
    }
    add(source, line.slice(start));
  }
  return pieces;
}
