import { describe, expect, it } from 'vitest';
import { takeSteps, type Step } from './report';

const good: Step = { name: 'good', run: async () => 'seen' };
const bad: Step = { name: 'bad', run: () => Promise.reject(new Error('no')) };

async function report(steps: Step[], unavailable?: string) {
  const lines: string[] = [];
  return { exit: await takeSteps(steps, (line) => lines.push(line), unavailable), lines };
}

describe('the report on Twilio’s tools', () => {
  it('has a line for each step, and goes on after one that failed', async () => {
    expect(await report([bad, good])).toEqual({
      exit: 1,
      lines: ['FAILED   bad: no', 'ok       good: seen', '1 ok, 1 failed'],
    });
  });

  it('ends with 0 when all went well', async () => {
    expect((await report([good])).exit).toBe(0);
  });

  it('does not pass off what could not be tried as fine', async () => {
    expect(await report([good], 'npm said so')).toEqual({
      exit: 2,
      lines: ['skipped  good', 'Nothing was tried: npm said so'],
    });
  });
});
