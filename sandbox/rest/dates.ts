/** Twilio's dates have no fractions of a second. @param time ms since 1970. */
export function iso(time: number): string {
  return new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
