/** At most so many requests in any second. */
export class RateLimit {
  private recent: number[] = [];

  constructor(private readonly perSecond: () => number) {}

  /** Counts a request at `now` (milliseconds) and says whether it is within the limit. Refused ones do not count. */
  allow(now: number): boolean {
    this.recent = this.recent.filter((time) => time > now - 1000);
    if (this.recent.length >= this.perSecond()) return false;
    this.recent.push(now);
    return true;
  }
}
