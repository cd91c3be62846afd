/** One thing that a tool has to do. */
export interface Step {
  name: string;
  /** @returns what was seen, in a few words. @throws Error when it does not work */
  run: () => Promise<string>;
}

/**
 * Takes every step, whatever became of those before, and tells of each in one line.
 * @param unavailable why no step can be taken; then all are skipped
 * @returns exit code: 0 all went well, 1 something did not, 2 nothing could be tried
 */
export async function takeSteps(
  steps: readonly Step[],
  say: (line: string) => void,
  unavailable?: string,
): Promise<0 | 1 | 2> {
  let failed = 0;
  for (const { name, run } of steps) {
    if (unavailable !== undefined) {
      say(`skipped  ${name}`);
      continue;
    }
    try {
      say(`ok       ${name}: ${await run()}`);
    } catch (error) {
      failed += 1;
      say(`FAILED   ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (unavailable !== undefined) {
    say(`Nothing was tried: ${unavailable}`);
    return 2;
  }
  say(`${steps.length - failed} ok, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
