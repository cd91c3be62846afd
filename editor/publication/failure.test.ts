import { describe, expect, it } from 'vitest';
import { ERROR_CODES, type ErrorCode } from '../../schemas/error-codes';
import { notServed, readFailure, type Stage } from './failure';

const codes = Object.keys(ERROR_CODES) as ErrorCode[];
const stages: Stage[] = ['publish', 'status'];
/** As the service answers when it has no sentence of its own. */
const generic = (code: ErrorCode, stage: Stage, more: object = {}) =>
  readFailure(Object.assign(new Error(ERROR_CODES[code].message), { code, ...more }), stage);

describe('what an admin is told of a failed publication', () => {
  it.each(codes.flatMap((code) => stages.map((stage) => [code, stage] as const)))(
    'speaks of publishing, the draft and what to do when the service only says its sentence for %s (%s)',
    (code, stage) => {
      const { message } = generic(code, stage);
      expect(message).toMatch(/[Yy]our draft is kept: [a-z]/);
      expect(message).not.toMatch(/POST|Segment|traits|customer|task|ticket/i);
      expect(readFailure({ code, message: code }, stage).message).toBe(message);
    },
  );

  it.each(codes.filter((code) => !['build_failed', 'conflict', 'ticket_invalid'].includes(code)))(
    'knows that %s changed nothing before it began, and claims nothing after that',
    (code) => {
      expect(generic(code, 'publish').message).toContain('Nothing has changed for agents');
      expect(generic(code, 'status').message).toContain('It is not certain how far this publication is.');
      expect(generic(code, 'status').message).not.toContain('Nothing has changed');
    },
  );

  it('says how long to wait where the service did', () => {
    expect(generic('rate_limited', 'publish', { retryAfter: 9 }).message).toMatch(/: publish again in 9 seconds\.$/);
    expect(generic('schema_unavailable', 'status', { retryAfter: 3 }).message).toMatch(/: check again in 3 seconds\.$/);
  });

  it('passes the service’s own sentence on, and adds the draft where it is not about one', () => {
    const own = (message: string) => readFailure({ code: 'not_configured', message }, 'publish').message;
    expect(own('Twilio refused ACCOUNT_SID and AUTH_TOKEN.')).toBe(
      'Twilio refused ACCOUNT_SID and AUTH_TOKEN. Your draft is kept.',
    );
    expect(own('Remove it. Your draft is kept: publish again.')).toBe('Remove it. Your draft is kept: publish again.');
  });

  it('sends to the history where it alone tells what became of a publication', () => {
    expect(generic('ticket_invalid', 'status').action).toBe('history');
    expect(notServed(generic('ticket_invalid', 'status'), 4).action).toBe('history');
  });

  it.each([undefined, null, 7, 'x', {}, { code: 7 }, { code: 'toString' }, { code: 'unheard_of', retryAfter: -1 }])(
    'has words for %j as well',
    (error) => {
      for (const stage of stages) {
        const { message, retryAfter } = readFailure(error, stage);
        expect(message).toMatch(/^Something went wrong.*our draft is kept: (publish|check) again\.$/);
        expect(retryAfter).toBeUndefined();
      }
    },
  );
});
