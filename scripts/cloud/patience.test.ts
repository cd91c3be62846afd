import { expect, it } from 'vitest';
import { patiently, type Answered } from './patience';

/** Sends what is given in turn, the last one for ever. */
async function through(...answers: Answered[]) {
  const waited: number[] = [];
  let sent = 0;
  const last = await patiently(
    async () => answers[Math.min((sent += 1), answers.length) - 1]!,
    async (ms) => void waited.push(ms),
  );
  return { status: last.status, sent, waited };
}
const busy = (retryAfter?: string): Answered => ({ status: 429, retryAfter });
const fine: Answered = { status: 201, retryAfter: undefined };

it('asks again as often as Twilio says that it is too busy, and as late', async () => {
  expect(await through(busy('2'), busy('3'), fine)).toEqual({ status: 201, sent: 3, waited: [2000, 3000] });
});

it('waits longer each time where Twilio does not say how long, and gives up', async () => {
  const { status, sent, waited } = await through(busy());
  expect([status, sent]).toEqual([429, 5]);
  expect(waited).toEqual([...waited].sort((a, b) => a - b));
});

it('does not wait for minutes', async () => {
  expect(await through(busy('120'))).toEqual({ status: 429, sent: 1, waited: [] });
});

it.each([200, 401, 403, 404, 500, 503])('takes %s for an answer', async (status) => {
  expect(await through({ status, retryAfter: '1' })).toMatchObject({ status, sent: 1 });
});
