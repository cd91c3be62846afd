/** Times that count back from the start of the sandbox, so that its customers are always of today. */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export interface Ago {
  /** ISO date and time, so many days before the start. */
  days(count: number): string;
  /** ISO date, such as `2026-11-20`, so many days before the start; negative for the future. */
  date(count: number): string;
  minutes(count: number): string;
  /** `2026_03`: the month so many months before the start. */
  month(count: number): string;
}

/** @param start milliseconds since 1970 */
export function agoFrom(start: number): Ago {
  const iso = (time: number) => new Date(time).toISOString();
  return {
    days: (count) => iso(start - count * DAY),
    date: (count) => iso(start - count * DAY).slice(0, 10),
    minutes: (count) => iso(start - count * MINUTE),
    month: (count) => {
      const day = new Date(start);
      const first = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - count, 1);
      return iso(first).slice(0, 7).replace('-', '_');
    },
  };
}
