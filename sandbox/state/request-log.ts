/** A request that reached a double, or one of the functions. */
export interface SeenRequest {
  at: Date;
  /** `page`: from the browser. `functions`: from a function, or anything else that is no browser. */
  from: 'page' | 'functions';
  method: string;
  /** The host it was meant for; `functions` for the sandbox's own. */
  host: string;
  /** With its query. */
  path: string;
  headers: Record<string, string>;
  body: string;
  /** 0: the connection was closed without an answer. */
  status: number;
}

const KEPT = 2000;
export const BODY_KEPT = 100_000;

/** The latest requests, oldest first. Boot, telemetry and tasks of the page are among them. */
export class RequestLog {
  private entries: SeenRequest[] = [];

  add(entry: SeenRequest): void {
    this.entries.push(entry);
    if (this.entries.length > KEPT) this.entries.shift();
  }

  list(filter: { from?: SeenRequest['from']; host?: string | RegExp; path?: string | RegExp } = {}): SeenRequest[] {
    const fits = (value: string, wanted: string | RegExp | undefined) =>
      wanted === undefined || (typeof wanted === 'string' ? value.startsWith(wanted) : wanted.test(value));
    return this.entries.filter(
      (entry) =>
        (filter.from === undefined || entry.from === filter.from) &&
        fits(entry.host, filter.host) &&
        fits(entry.path, filter.path),
    );
  }

  clear(): void {
    this.entries = [];
  }
}
