const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How old data is, as short as can be: "now", "2m", "1h". */
export function shortAge(fetchedAt: number, now: number): string {
  const age = Math.max(0, now - fetchedAt);
  if (age < MINUTE_MS) return 'now';
  if (age < HOUR_MS) return `${Math.floor(age / MINUTE_MS)}m`;
  return `${Math.floor(age / HOUR_MS)}h`;
}
