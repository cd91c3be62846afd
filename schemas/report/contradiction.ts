import { isObject, listAt, own, type UnknownObject } from '../json/value';

/** What the comparisons of one fact leave of its possible values. */
interface Range {
  /** Values that `eq` and `in` allow; undefined: any. */
  allowed?: readonly unknown[];
  /** Values that `ne` rules out. */
  excluded: readonly unknown[];
  low?: { value: number | string; strict: boolean };
  high?: { value: number | string; strict: boolean };
  exists?: boolean;
  /** To be there and not to be there. */
  torn?: boolean;
  compared: boolean;
}

/** The comparisons that must all hold, through nested `all`s. */
function* comparisons(node: UnknownObject): Generator<UnknownObject> {
  for (const item of listAt(node, 'all')) {
    if (!isObject(item)) continue;
    if (typeof own(item, 'fact') === 'string') yield item;
    else if (own(item, 'all') !== undefined) yield* comparisons(item);
  }
}

const isOrdered = (value: unknown): value is number | string => typeof value === 'number' || typeof value === 'string';

function narrow(range: Range, op: string, value: unknown): void {
  if (op === 'exists') {
    const exists = value !== false;
    if (range.exists === !exists) range.torn = true;
    range.exists = exists;
    return;
  }
  range.compared = true;
  if (op === 'eq' || op === 'in') {
    const values: readonly unknown[] = op === 'in' && Array.isArray(value) ? value : [value];
    range.allowed = range.allowed ? range.allowed.filter((one) => values.includes(one)) : values;
  }
  if (op === 'ne') range.excluded = [...range.excluded, value];
  if (!isOrdered(value)) return;
  const strict = op === 'gt' || op === 'lt';
  const { low, high } = range;
  if ((op === 'gt' || op === 'gte') && (!low || value > low.value || (value === low.value && strict)))
    range.low = { value, strict };
  if ((op === 'lt' || op === 'lte') && (!high || value < high.value || (value === high.value && strict)))
    range.high = { value, strict };
}

function isImpossible({ allowed, excluded, low, high, exists, torn, compared }: Range): boolean {
  if (torn === true || (exists === false && compared)) return true;
  if (low && high) {
    if (typeof low.value !== typeof high.value || low.value > high.value) return true;
    if (low.value === high.value && (low.strict || high.strict)) return true;
  }
  return (
    allowed?.every((one) => {
      if (excluded.includes(one)) return true;
      if (
        low &&
        !(isOrdered(one) && typeof one === typeof low.value && (one > low.value || (one === low.value && !low.strict)))
      )
        return true;
      return (
        !!high &&
        !(
          isOrdered(one) &&
          typeof one === typeof high.value &&
          (one < high.value || (one === high.value && !high.strict))
        )
      );
    }) ?? false
  );
}

/** Which fact an `all` asks the impossible of, as a sentence, or undefined: "context:/age can't be all of this at once". */
export function contradiction(node: UnknownObject): string | undefined {
  const ranges = new Map<string, Range>();
  for (const comparison of comparisons(node)) {
    const fact = String(own(comparison, 'fact'));
    const op = own(comparison, 'op');
    const range = ranges.get(fact) ?? { compared: false, excluded: [] };
    ranges.set(fact, range);
    if (typeof op === 'string') narrow(range, op, own(comparison, 'value'));
    if (isImpossible(range)) return `${fact.slice(0, 60)} can't be all of this at once`;
  }
  return undefined;
}
