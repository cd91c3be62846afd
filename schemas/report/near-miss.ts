/** Longer words are never compared: a near miss is a slip of the finger. */
const longest = 40;

/** Edits (insert, delete, replace, swap of neighbours) from one word to the other, or `limit + 1` when there are more. */
function distance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let twoAgo: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let best = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1])
        best = Math.min(best, (twoAgo[column - 2] ?? 0) + 1);
      current.push(best);
    }
    twoAgo = previous;
    previous = current;
  }
  return previous[to.length] ?? limit + 1;
}

/** Words are compared without capitals and separators: "credit_card" is close to "credit-card". */
const plain = (word: string) => word.toLowerCase().replace(/[-_ ]/g, '');

/** The known word that was probably meant, or undefined: one slip in short words, about one in three letters at most. */
export function nearMiss(word: string, known: readonly string[]): string | undefined {
  if (word.length > longest) return undefined;
  const wanted = plain(word);
  const limit = Math.min(3, Math.max(1, Math.floor(wanted.length / 3)));
  let best: string | undefined;
  let fewest = limit + 1;
  for (const candidate of known) {
    const edits = distance(wanted, plain(candidate), limit);
    if (edits < fewest) {
      fewest = edits;
      best = candidate;
    }
  }
  return best;
}
