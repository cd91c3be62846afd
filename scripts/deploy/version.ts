/** Numbers of versions, as the Flex Plugins API wants them: semantic versioning without pre-releases. */
const VERSION = /^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/;

export const isVersion = (text: string): boolean => VERSION.test(text);

/** Below 0: a is older than b. Something that is no such number is older than everything. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  for (const index of [0, 1, 2] as const) {
    const difference = left[index] - right[index];
    if (difference !== 0) return difference;
  }
  return 0;
}

/** 1.2.3 → 1.2.4 */
export function nextPatch(version: string): string {
  const [major, minor, patch] = parts(version);
  return `${Math.max(0, major)}.${Math.max(0, minor)}.${patch + 1}`;
}

function parts(version: string): [number, number, number] {
  // Twilio's tools allow suffixes such as 1.2.3-beta.1: what counts is the number before it.
  const found = VERSION.exec(version.replace(/[-+].*$/, ''));
  return found === null ? [-1, -1, -1] : [Number(found[1]), Number(found[2]), Number(found[3])];
}

/** The newest of these; undefined: there are none. */
export function newest(versions: readonly string[]): string | undefined {
  return [...versions].sort(compareVersions).at(-1);
}
