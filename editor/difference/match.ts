import type { Json } from '../../display/json';
import { same } from '../same';

/** Which item of a newer list continues which item of an older one, by position. */
export interface Matches {
  pairs: { before: number; after: number }[];
  removed: number[];
  added: number[];
}

/** Tells what an item is recognised by; undefined: by nothing. */
export type Identity = (item: Json) => string | undefined;

/**
 * Matches two lists: by identity first (the n-th of an identity with the n-th), then what is the same to the last detail,
 * then by `alike`, highest first.
 */
export function match(
  before: readonly Json[],
  after: readonly Json[],
  identity: Identity,
  alike?: (before: Json, after: Json) => number,
): Matches {
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (left: number, right: number): void => {
    partner.set(left, right);
    taken.add(right);
  };
  const byName = new Map<string, number[]>();
  after.forEach((item, index) => {
    const name = identity(item);
    if (name !== undefined) byName.set(name, [...(byName.get(name) ?? []), index]);
  });
  before.forEach((item, index) => {
    const name = identity(item);
    const found = name === undefined ? undefined : byName.get(name)?.shift();
    if (found !== undefined) pair(index, found);
  });
  const open = () => before.flatMap((item, index) => (partner.has(index) ? [] : [{ item, index }]));
  for (const { item, index } of open()) {
    const found = after.findIndex((other, position) => !taken.has(position) && same(item, other));
    if (found !== -1) pair(index, found);
  }
  if (alike !== undefined) {
    const likely = open().flatMap(({ item, index }) =>
      after.flatMap((other, position) => {
        const score = taken.has(position) ? 0 : alike(item, other);
        return score > 0 ? [{ index, position, score }] : [];
      }),
    );
    for (const { index, position } of likely.sort((a, b) => b.score - a.score)) {
      if (!partner.has(index) && !taken.has(position)) pair(index, position);
    }
  }
  return {
    pairs: [...partner].map(([left, right]) => ({ before: left, after: right })).sort((a, b) => a.after - b.after),
    removed: open().map(({ index }) => index),
    added: after.flatMap((_item, index) => (taken.has(index) ? [] : [index])),
  };
}

export interface Move {
  after: number;
  direction: 'up' | 'down';
}

/** The fewest items that must have moved for matched items to stand as they do. `pairs` is in the order of the newer list. */
export function moves(pairs: readonly { before: number; after: number }[]): Move[] {
  // Longest run of items that kept their order (patience sorting); everything else moved.
  const tails: number[] = [];
  const previous: (number | undefined)[] = [];
  const start = (at: number | undefined): number => (at === undefined ? -1 : (pairs[at]?.before ?? -1));
  pairs.forEach(({ before }, at) => {
    let slot = 0;
    while (slot < tails.length && start(tails[slot]) < before) slot += 1;
    previous[at] = slot === 0 ? undefined : tails[slot - 1];
    tails[slot] = at;
  });
  const stayed = new Set<number>();
  for (let at = tails.at(-1); at !== undefined; at = previous[at]) stayed.add(at);
  const olderOrder = pairs.map(({ before }) => before).sort((a, b) => a - b);
  return pairs.flatMap(({ before, after }, at) =>
    stayed.has(at) ? [] : [{ after, direction: olderOrder.indexOf(before) > at ? ('up' as const) : ('down' as const) }],
  );
}
