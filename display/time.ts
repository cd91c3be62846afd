import { dateTimeFormat } from './intl';

/** A moment or a calendar day, as customers' data writes them. */
export interface Moment {
  /**
   * Milliseconds since 1970-01-01T00:00:00Z. For a day, and for a time without a zone, the clock on the wall read as if
   * it were UTC: show those with the zone UTC, and they come out as they were written.
   */
  ms: number;
  /** `day`: no time of day. `wall`: a time of day without a zone. `instant`: an exact moment. */
  precision: 'day' | 'wall' | 'instant';
  /** ISO 8601, for `<time datetime>`. */
  iso: string;
}

/** Longest ISO text that is read: nanoseconds, a zone, and a little. */
const longest = 40;

const isoPattern =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(Z|z| ?UTC|[+-]\d\d(?::?\d\d)?)?)?$/;

/** Minutes that a zone is ahead of UTC, or undefined when no zone is that far. */
function offsetOf(zone: string): number | undefined {
  if (!zone.startsWith('+') && !zone.startsWith('-')) return 0;
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2));
  if (hours > 14 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** The moment an ISO 8601 text names, or undefined. 30 February and 25 o'clock are not moments. */
export function parseIso(text: string): Moment | undefined {
  if (text.length < 10 || text.length > longest || text[4] !== '-') return undefined;
  const found = isoPattern.exec(text);
  if (!found) return undefined;
  const [, year = '', month = '', day = '', hour, minute = '00', second = '00', fraction = '', zone] = found;
  const date = `${year}-${month}-${day}`;
  const midnight = Date.parse(`${date}T00:00:00.000Z`);
  // Date.parse rolls 30 February over into March.
  if (Number.isNaN(midnight) || new Date(midnight).getUTCDate() !== Number(day)) return undefined;
  if (hour === undefined) return { ms: midnight, precision: 'day', iso: date };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const clock = `${date}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}`;
  const ms = Date.parse(`${clock}Z`);
  if (zone === undefined) return { ms, precision: 'wall', iso: clock };
  const offset = offsetOf(zone);
  return offset === undefined ? undefined : instant(ms - offset * 60_000);
}

/** The furthest a Date reaches. */
const lastMs = 8.64e15;

export function instant(ms: number): Moment | undefined {
  if (!Number.isFinite(ms) || Math.abs(ms) > lastMs) return undefined;
  return { ms, precision: 'instant', iso: new Date(ms).toISOString() };
}

const epochText = /^[1-9]\d{8,12}$/;
/** Seconds would reach this in the year 5138, milliseconds passed it in 1973. */
const firstMilliseconds = 1e11;

/**
 * The moment in a value, or undefined: ISO 8601 text, or a count since 1970 (a number, or text of 9 to 13 digits), which
 * is seconds below 100,000,000,000 and milliseconds from there on.
 */
export function momentOf(value: unknown): Moment | undefined {
  if (typeof value === 'string') return epochText.test(value) ? momentOf(Number(value)) : parseIso(value);
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  return instant(Math.abs(value) < firstMilliseconds ? value * 1000 : value);
}

/** The clock on the wall in a zone at an instant, as milliseconds read as if it were UTC. */
export function wallClock(ms: number, zone: string): number {
  const format = dateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const part of format.formatToParts(ms)) parts[part.type] = part.value;
  const year = parts.era === 'BC' ? 1 - Number(parts.year) : Number(parts.year);
  const wall = new Date(0);
  wall.setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day));
  wall.setUTCHours(Number(parts.hour), Number(parts.minute), Number(parts.second));
  return wall.getTime();
}

/** The instant at which the clocks of a zone show a time: the reverse of `wallClock`. Across a change of clocks, close. */
export function instantAt(wall: number, zone: string): number {
  const guess = wall - (wallClock(wall, zone) - wall);
  return guess - (wallClock(guess, zone) - wall);
}

export const dayMs = 86_400_000;

/** The calendar day of an instant in a zone, as the milliseconds of its midnight read as if it were UTC. */
export function dayOf(ms: number, zone: string): number {
  return Math.floor(wallClock(ms, zone) / dayMs) * dayMs;
}

/** The first instant of a calendar day in a zone. Where clocks skip midnight, the day begins at one o'clock. */
export function startOfDay(day: number, zone: string): number {
  const midnight = instantAt(day, zone);
  return wallClock(midnight, zone) < day ? midnight + 3_600_000 : midnight;
}
