const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** How long ago, in few words: "2 hr. ago", "now". */
export function ago(iso: string, locale: string, now: number): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  const passed = Math.max(0, now - Date.parse(iso));
  const step = STEPS.find(([, length]) => passed >= length);
  return step === undefined ? words.format(0, 'second') : words.format(-Math.floor(passed / step[1]), step[0]);
}

/** Date and time, as the admin writes them. */
export function moment(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}
