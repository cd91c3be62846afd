import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, instantAt, momentOf, parseIso, wallClock } from './time';

const zones = ['UTC', 'Europe/Lisbon', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland', 'Pacific/Apia'];

describe('parseIso', () => {
  it('reads what Date writes', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(parseIso(date.toISOString())).toEqual({
            ms: date.getTime(),
            precision: 'instant',
            iso: date.toISOString(),
          });
        },
      ),
    );
  });

  it.each([
    '2026-02-29',
    '2026-00-10',
    '2026-04-31',
    '2026-11-23T24:00:00Z',
    '2026-11-23T12:60:00Z',
    '2026-11-23T12:00:60Z',
    '2026-11-23T12',
    '2026-11-23T12:00:00+15:00',
    '2026-11-23T12:00:00 PM',
    '2026-1-2',
    '20261123',
    '2026-11-23T12:00:00Z\n',
    '',
  ])('does not take %j', (text) => {
    expect(parseIso(text)).toBeUndefined();
  });

  it('never throws and never gives an invalid moment', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?$/), (text) => {
        const moment = parseIso(text);
        if (moment) expect(Number.isFinite(moment.ms)).toBe(true);
      }),
    );
  });
});

describe('momentOf', () => {
  it('tells seconds from milliseconds by their size', () => {
    expect(momentOf(1795442520)?.iso).toBe('2026-11-23T14:02:00.000Z');
    expect(momentOf(1795442520000)?.iso).toBe('2026-11-23T14:02:00.000Z');
    expect(momentOf(99_999_999_999)?.iso).toBe('5138-11-16T09:46:39.000Z');
    expect(momentOf(100_000_000_000)?.iso).toBe('1973-03-03T09:46:40.000Z');
  });

  it.each([NaN, Infinity, 8.64e15 + 1, '12', '12345678901234', true, null, undefined, {}])(
    'does not take %j',
    (value) => {
      expect(momentOf(value)).toBeUndefined();
    },
  );
});

describe('clocks of a zone', () => {
  it('turn back into the instant they were made from, away from changes of clocks', () => {
    const noon = fc.integer({ min: 0, max: 40_000 }).map((day) => day * 86_400_000 + 43_200_000);
    fc.assert(
      fc.property(noon, fc.constantFrom('UTC', 'Europe/Lisbon', 'America/New_York', 'Asia/Kathmandu'), (ms, zone) => {
        expect(instantAt(wallClock(ms, zone), zone)).toBe(ms);
      }),
    );
  });

  it('know summer time', () => {
    expect(wallClock(Date.UTC(2026, 6, 1, 12), 'Europe/Lisbon')).toBe(Date.UTC(2026, 6, 1, 13));
    expect(instantAt(Date.UTC(2026, 6, 1, 13), 'Europe/Lisbon')).toBe(Date.UTC(2026, 6, 1, 12));
  });

  it('know which day it is', () => {
    const late = Date.UTC(2026, 10, 23, 23, 30);
    expect(zones.map((zone) => new Date(dayOf(late, zone)).getUTCDate())).toEqual([23, 23, 23, 24, 24, 24]);
  });
});
