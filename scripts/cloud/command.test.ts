import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CloudCommand } from './command';
import { commandBench, type CommandBench } from './testing/bench';

let bench: CommandBench;
beforeEach(async () => {
  bench = await commandBench();
});
afterEach(() => bench.close());

const command = (run: CloudCommand['run']): CloudCommand => ({
  name: 'try',
  usage: '',
  summary: 'Tries.',
  options: {},
  flags: {},
  most: 0,
  run,
});
const throwing = (error: Error) => command(() => Promise.reject(error));

it('tells of an error that nobody expected by its kind and place, never by its own words', async () => {
  const secret = bench.variables['AUTH_TOKEN']!;
  const error = Object.assign(new SyntaxError(`Unexpected token in ${secret}`), { config: { headers: { secret } } });
  const { exit, err } = await bench.run(throwing(error));
  expect([exit, err]).toEqual([2, expect.stringMatching(/does not know \(SyntaxError\).*report it\.\n {2}at /)]);
  expect(err).not.toContain('Unexpected');
  const { json } = await bench.run(throwing(error), '--json');
  expect(json).toMatchObject({ error: { code: 'internal' } });
  expect(JSON.stringify(json)).not.toContain(secret);
});

it('takes a connection that a client could not make, for whatever reason, for no answer', async () => {
  const error = Object.assign(new Error('self-signed certificate'), { isAxiosError: true, code: 'ERR' });
  expect(await bench.run(throwing(error))).toMatchObject({ exit: 2, err: 'Twilio did not answer.\n' });
});

it('takes secrets out of whatever Twilio says, in every kind of output', async () => {
  const secret = bench.variables['SEGMENT_WRITE_KEY']!;
  const talking = command((_asked, io) => {
    io.progress(`Secret: ${secret}`);
    return Promise.resolve({ exit: 0, lines: [`Value ${secret}`], json: { value: secret } });
  });
  const runs = [await bench.run(talking), await bench.run(talking, '--json')];
  for (const { out, err } of runs) expect(out + err).not.toContain(secret);
  expect(runs[0]!.out).toBe('Value •••\n');
});
