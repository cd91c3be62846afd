import { describe, expect, it } from 'vitest';
import { daysAgo, exactTime, timeAgo, timeOfDay } from './times';

const env = { locale: 'en-US', zone: 'Europe/Lisbon', now: Date.parse('2026-11-23T15:00:00Z') };
const at = (iso: string) => Date.parse(iso);

describe('times of events', () => {
  it.each([
    ['2026-11-23T15:00:30Z', 'now'],
    ['2026-11-23T14:59:30Z', 'now'],
    ['2026-11-23T14:02:00Z', '58 min. ago'],
    ['2026-11-22T18:20:00Z', '20 hr. ago'],
    ['2026-11-22T14:00:00Z', undefined],
  ])('says how long ago %s was, within a day', (iso, words) => {
    expect(timeAgo(at(iso), env)).toBe(words);
  });

  it('uses the zone and locale of the agent', () => {
    expect(timeOfDay(at('2026-11-23T23:30:00Z'), { ...env, zone: 'Asia/Tokyo', locale: 'de' })).toBe('8:30');
    expect(timeOfDay(at('2026-11-23T23:30:00Z'), env)).toMatch(/^11:30.PM$/);
    expect(exactTime(at('2026-11-23T14:02:03Z'), env)).toMatch(/Monday, November 23, 2026.*2:02:03.PM/);
  });

  it.each([
    ['2026-11-23', undefined],
    ['2026-11-22', undefined],
    ['2026-11-20', '3 days ago'],
  ])('says how long ago the day %s was, unless its heading says so', (day, words) => {
    expect(daysAgo(day, env)).toBe(words);
  });
});
