import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { askOn } from './prompt';

/** Asks, and types these keys. */
async function typing(keys: string, end = false): Promise<{ answer: string; shown: string }> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const asked = askOn(input, output, 'Type yes: ');
  input.write(keys);
  if (end) input.end();
  const answer = await asked;
  return { answer, shown: String(output.read()) };
}

it('takes a line', async () => {
  const { answer, shown } = await typing('yes\r');
  expect(answer).toBe('yes');
  expect(shown).toContain('Type yes: ');
});

it.each([
  ['Ctrl-C', 'ye\x03', false],
  ['Ctrl-D', '\x04', false],
  ['the end of input', '', true],
])('comes back without an answer after %s', async (_what, keys, end) => {
  const { answer, shown } = await typing(keys, end);
  expect([answer, shown.at(-1)]).toEqual(['', '\n']);
});
