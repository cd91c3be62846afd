/** An upstream's own id of an exchange as the log may have it; undefined when there is none or it is something else. */
export function wellFormedId(header: string | null): string | undefined {
  return header !== null && /^[\w.:-]{1,100}$/.test(header) ? header : undefined;
}
