import { OPERATION_IDS, type OperationId } from './operations';
import type { Build } from './records';

/** Where something can go wrong: an operation of the API, or serving a deployed file. */
export type Step = OperationId | 'ServeAsset';
export const STEPS: readonly Step[] = [...OPERATION_IDS, 'ServeAsset'];

export type Fault =
  /** Answers with an error, in Twilio's form, and does nothing. */
  | { kind: 'refuse'; status: number; code?: number; message?: string; retryAfterSeconds?: number }
  /** Does the work, but late. */
  | { kind: 'slow'; milliseconds: number }
  /** Closes the connection and does nothing. */
  | { kind: 'drop' }
  /** Does the work and closes the connection: the caller can't know. */
  | { kind: 'lose' };

/** How a build ends. `gone`: after its time it is not found any more. */
export type BuildOutcome = Build['outcome'] | 'hangs';
export const BUILD_OUTCOMES: readonly BuildOutcome[] = ['completed', 'failed', 'gone', 'hangs'];

export interface RecordedRequest {
  step: Step;
  method: string;
  /** Host and path. */
  address: string;
  status: number;
}

const MAX_RECORDED = 1000;

/** Makes the double misbehave, and tells what was asked of it. */
export class Control {
  /** Refuse parameters that Twilio's description does not know; Twilio itself ignores them. */
  strict: boolean;
  /** Requests in the order they were answered; the oldest are forgotten. */
  readonly requests: RecordedRequest[] = [];
  private readonly faults: { step: Step; fault: Fault; times: number }[] = [];
  private readonly outcomes: { outcome: BuildOutcome; times: number }[] = [];
  private readonly interruptions: { step: Step; action: () => void | Promise<void> }[] = [];

  constructor(strict: boolean) {
    this.strict = strict;
  }

  /** The next `times` requests for a step go wrong. Several faults of a step are used up in order. */
  fail(step: Step, fault: Fault, times = 1): void {
    this.faults.push({ step, fault, times });
  }

  /** How the next `times` builds end. */
  endBuilds(outcome: BuildOutcome, times = 1): void {
    this.outcomes.push({ outcome, times });
  }

  /** Runs something just before the next request for a step is handled: how a test lets a colleague be faster. */
  before(step: Step, action: () => void | Promise<void>): void {
    this.interruptions.push({ step, action });
  }

  /** Everything works again. */
  clear(): void {
    this.faults.length = 0;
    this.outcomes.length = 0;
    this.interruptions.length = 0;
  }

  /** What is still going to go wrong. */
  pending() {
    return { faults: this.faults.map((entry) => ({ ...entry })), builds: this.outcomes.map((entry) => ({ ...entry })) };
  }

  nextFault(step: Step): Fault | undefined {
    return take(this.faults, (entry) => entry.step === step)?.fault;
  }

  nextBuild(): BuildOutcome {
    return take(this.outcomes, () => true)?.outcome ?? 'completed';
  }

  async interrupt(step: Step): Promise<void> {
    const index = this.interruptions.findIndex((entry) => entry.step === step);
    if (index === -1) return;
    const [interruption] = this.interruptions.splice(index, 1);
    await interruption?.action();
  }

  record(request: RecordedRequest): void {
    this.requests.push(request);
    if (this.requests.length > MAX_RECORDED) this.requests.shift();
  }
}

/** Uses up one of the first entry that fits. */
function take<T extends { times: number }>(entries: T[], fits: (entry: T) => boolean): T | undefined {
  const index = entries.findIndex(fits);
  const entry = entries[index];
  if (entry === undefined) return undefined;
  entry.times -= 1;
  if (entry.times <= 0) entries.splice(index, 1);
  return entry;
}
