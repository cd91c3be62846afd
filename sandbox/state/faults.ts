import type { Bus } from './bus';

/** What to do to a request instead of, or before, answering it. */
export type Fault =
  | { kind: 'status'; status: number; body?: unknown; headers?: Record<string, string> }
  /** Answers 200 with these very bytes. */
  | { kind: 'bytes'; bytes: string; contentType?: string }
  /** Answers as usual, so many milliseconds late. */
  | { kind: 'slow'; ms: number }
  /** Takes the request and never answers. */
  | { kind: 'hang' }
  /** Closes the connection without an answer. */
  | { kind: 'cut' };

/** What can be broken by name, and the hosts that the name stands for. */
export const UPSTREAMS: Record<string, RegExp> = {
  iam: /^iam(?:\.[a-z0-9-]+)?\.twilio\.com$/,
  taskrouter: /^taskrouter\.twilio\.com$/,
  'flex-api': /^flex-api\.twilio\.com$/,
  serverless: /^serverless\.twilio\.com$/,
  'serverless-upload': /^serverless-upload\.twilio\.com$/,
  'schema-assets': /\.twil\.io$/,
  /** The sandbox's own functions, as the page reaches them. */
  functions: /^functions$/,
};

interface Entry {
  fault: Fault;
  /** How many requests are still to suffer it. */
  left: number;
}

/** Faults in force, by upstream. They meet the functions' requests only: Flex itself would not boot. */
export class Faults {
  private readonly entries = new Map<string, Entry>();
  private readonly upstreams = new Map(Object.entries(UPSTREAMS));

  constructor(private readonly bus: Bus) {}

  addUpstream(name: string, hosts: RegExp): void {
    this.upstreams.set(name, hosts);
  }

  get names(): string[] {
    return [...this.upstreams.keys()];
  }

  /** Null mends it. `times`: how many requests it lasts; default: until mended. */
  set(upstream: string, fault: Fault | null, { times = Infinity }: { times?: number } = {}): void {
    if (!this.upstreams.has(upstream)) {
      throw new RangeError(`No upstream "${upstream}". There are: ${this.names.join(', ')}.`);
    }
    if (fault) this.entries.set(upstream, { fault, left: times });
    else this.entries.delete(upstream);
    this.bus.emit('faults');
  }

  /** The fault that the next request to this host meets, counted as met. */
  take(host: string): Fault | undefined {
    for (const [name, hosts] of this.upstreams) {
      const entry = this.entries.get(name);
      if (!entry || !hosts.test(host)) continue;
      entry.left -= 1;
      if (entry.left <= 0) this.entries.delete(name);
      return entry.fault;
    }
    return undefined;
  }

  list(): Record<string, Fault> {
    return Object.fromEntries([...this.entries].map(([name, { fault }]) => [name, fault]));
  }

  clear(): void {
    this.entries.clear();
    this.bus.emit('faults');
  }
}
