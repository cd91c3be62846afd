/** Nesting that a person could still have written: conditions in a layout need about a dozen levels. */
export const deepest = 64;
/** Keys, values and list entries together. */
export const mostValues = 50_000;
/** Characters of all keys and texts together. A published document travels in one answer of a function. */
export const mostCharacters = 500_000;

/** Why a document is too large to look at, or undefined. Needs no stack, so nothing is too deep for it. */
export function sizeProblem(json: unknown): string | undefined {
  const waiting: { value: unknown; depth: number }[] = [{ value: json, depth: 0 }];
  let values = 0;
  let characters = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string') characters += value.length;
    if (typeof value === 'object' && value !== null) {
      if (depth >= deepest) return `is nested too deeply: ${deepest} levels at most`;
      const inner = depth + 1;
      for (const [key, below] of Object.entries(value)) {
        values += 1;
        if (!Array.isArray(value)) characters += key.length;
        if (values > mostValues) return `has too many values: ${mostValues} at most`;
        waiting.push({ value: below, depth: inner });
      }
    }
    if (characters > mostCharacters) return `is too long: ${mostCharacters} characters at most`;
  }
  return undefined;
}
