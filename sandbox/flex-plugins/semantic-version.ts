const FORM =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-z-][0-9a-z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-z-][0-9a-z-]*))*))?(?:\+[0-9a-z-]+(?:\.[0-9a-z-]+)*)?$/i;

/** Whether a text is a version as semver.org defines it. */
export const isVersion = (text: string): boolean => FORM.test(text);

/** Whether one version comes after another, by the rules of semver.org. Both must be versions. */
export function isGreater(version: string, than: string): boolean {
  const [a, b] = [partsOf(version), partsOf(than)];
  for (const index of [0, 1, 2] as const) {
    if (a.numbers[index] !== b.numbers[index]) return (a.numbers[index] ?? 0) > (b.numbers[index] ?? 0);
  }
  // A pre-release comes before the release of the same number.
  if (a.pre.length === 0 || b.pre.length === 0) return a.pre.length === 0 && b.pre.length > 0;
  for (const [index, part] of a.pre.entries()) {
    const other = b.pre[index];
    if (other === undefined) return true;
    if (part !== other) return isLater(part, other);
  }
  return false;
}

function partsOf(version: string) {
  const [, major, minor, patch, pre = ''] = FORM.exec(version) ?? [];
  return { numbers: [major, minor, patch].map(Number), pre: pre === '' ? [] : pre.split('.') };
}

/** Numbers by size and before words; words by their characters. */
function isLater(part: string, other: string): boolean {
  const [a, b] = [part, other].map((text) => (/^\d+$/.test(text) ? Number(text) : undefined));
  if (a !== undefined && b !== undefined) return a > b;
  if (a !== undefined || b !== undefined) return b !== undefined;
  return part > other;
}
