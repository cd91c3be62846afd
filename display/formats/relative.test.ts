import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { environment } from '../cases/case';
import type { DisplayValue } from '../value';
import { relative } from './relative';

const at = (value: string | number, now: number, zone = environment.zone): DisplayValue =>
  relative.prepare({}, { ...environment, zone })(value, now);

const day = 86_400_000;

describe('relative', () => {
  it('says until when it is true: the text holds until then and not at it', () => {
    const spans = fc.oneof(
      fc.integer({ min: -3 * day, max: 3 * day }),
      fc.integer({ min: -900 * day, max: 900 * day }),
    );
    fc.assert(
      fc.property(spans, (span) => {
        const value = new Date(environment.now + span).toISOString();
        const { text, validUntil } = at(value, environment.now);
        expect(validUntil).toBeGreaterThan(environment.now);
        expect(at(value, (validUntil ?? 0) - 1).text).toBe(text);
        expect(at(value, validUntil ?? 0).text).not.toBe(text);
      }),
    );
  });

  it('lets a calendar day change at midnight in the agent’s zone', () => {
    const shown = at('2026-11-24', environment.now, 'America/New_York');
    expect(shown.text).toBe('tomorrow');
    expect(shown.validUntil).toBe(Date.UTC(2026, 10, 24, 5));
    expect(at('2026-11-24', Date.UTC(2026, 10, 24, 5), 'America/New_York').text).toBe('today');
  });

  it('changes at midnight on the days clocks change too', () => {
    // 29 March 2026 has 23 hours in Lisbon.
    const now = Date.UTC(2026, 2, 29, 0, 30);
    expect(at('2026-03-29', now).validUntil).toBe(Date.UTC(2026, 2, 29, 23));
  });

  it('waits for one o’clock where clocks skip midnight, instead of counting on an hour too early', () => {
    // In Chile 6 September 2026 begins at 01:00, which is 04:00 UTC.
    const shown = at('2026-09-06', Date.UTC(2026, 8, 5, 12), 'America/Santiago');
    expect(shown).toMatchObject({ text: 'tomorrow', validUntil: Date.UTC(2026, 8, 6, 4) });
    expect(at('2026-09-06', Date.UTC(2026, 8, 6, 4) - 1, 'America/Santiago').text).toBe('tomorrow');
    expect(at('2026-09-06', Date.UTC(2026, 8, 6, 4), 'America/Santiago').text).toBe('today');
  });

  it('has the exact time beside it', () => {
    expect(at('2026-11-20T14:02:00Z', environment.now)).toMatchObject({
      iso: '2026-11-20T14:02:00.000Z',
      text: '3 days ago',
    });
  });

  it('reads a time without a zone in the agent’s zone', () => {
    expect(at('2026-11-23T09:02:00', environment.now, 'America/New_York').text).toBe('now');
  });
});
