export type Fault =
  /** Answers with an error, in Twilio's form, and does nothing. */
  | { kind: 'refuse'; status: number; code?: number; message?: string; retryAfterSeconds?: number }
  /** Does the work, but late. */
  | { kind: 'slow'; milliseconds: number }
  /** Takes the request, does nothing and never answers. */
  | { kind: 'hang' }
  /** Closes the connection and does nothing. */
  | { kind: 'drop' }
  /** Does the work and closes the connection: the caller can't know. */
  | { kind: 'lose' };

export interface RecordedRequest<Step extends string = string> {
  step: Step;
  method: string;
  /** Host and path. */
  address: string;
  /** 0: the connection was closed, or left without an answer. */
  status: number;
}

const MAX_RECORDED = 1000;

/** Makes a double misbehave, and tells what was asked of it. A step is an operation, or something else that can fail. */
export class StepControl<Step extends string = string> {
  /** Refuse parameters that Twilio's description does not know; Twilio itself ignores them. */
  strict: boolean;
  /** Requests in the order they were answered; the oldest are forgotten. */
  readonly requests: RecordedRequest<Step>[] = [];
  private readonly faults: { step: Step; fault: Fault; times: number }[] = [];
  private readonly interruptions: { step: Step; action: () => void | Promise<void> }[] = [];

  constructor(
    readonly steps: readonly Step[],
    strict: boolean,
  ) {
    this.strict = strict;
  }

  /** The next `times` requests for a step go wrong. Several faults of a step are used up in order. */
  fail(step: Step, fault: Fault, times = 1): void {
    this.faults.push({ step, fault, times });
  }

  /** Runs something just before the next request for a step is handled: how a test lets a colleague be faster. */
  before(step: Step, action: () => void | Promise<void>): void {
    this.interruptions.push({ step, action });
  }

  /** Everything works again. */
  clear(): void {
    this.faults.length = 0;
    this.interruptions.length = 0;
  }

  /** What is still going to go wrong. */
  pending(): { faults: { step: Step; fault: Fault; times: number }[] } {
    return { faults: this.faults.map((entry) => ({ ...entry })) };
  }

  nextFault(step: Step): Fault | undefined {
    return take(this.faults, (entry) => entry.step === step)?.fault;
  }

  async interrupt(step: Step): Promise<void> {
    const index = this.interruptions.findIndex((entry) => entry.step === step);
    if (index === -1) return;
    const [interruption] = this.interruptions.splice(index, 1);
    await interruption?.action();
  }

  record(request: RecordedRequest<Step>): void {
    this.requests.push(request);
    if (this.requests.length > MAX_RECORDED) this.requests.shift();
  }
}

/** Uses up one of the first entry that fits. */
export function take<T extends { times: number }>(entries: T[], fits: (entry: T) => boolean): T | undefined {
  const index = entries.findIndex(fits);
  const entry = entries[index];
  if (entry === undefined) return undefined;
  entry.times -= 1;
  if (entry.times <= 0) entries.splice(index, 1);
  return entry;
}
