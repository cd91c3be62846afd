import { StepControl, take } from '../rest/control';
import { OPERATION_IDS, type OperationId } from './operations';
import type { Build } from './records';

export type { Fault } from '../rest/control';

/** Where something can go wrong: an operation of the API, or serving what was deployed. */
export type Step = OperationId | 'ServeAsset' | 'RunFunction';
export const STEPS: readonly Step[] = [...OPERATION_IDS, 'ServeAsset', 'RunFunction'];

/** How a build ends. `gone`: after its time it is not found any more. */
export type BuildOutcome = Build['outcome'] | 'hangs';
export const BUILD_OUTCOMES: readonly BuildOutcome[] = ['completed', 'failed', 'gone', 'hangs'];

/** The steps' faults, and besides them how builds end. */
export class Control extends StepControl<Step> {
  private readonly outcomes: { outcome: BuildOutcome; times: number }[] = [];

  constructor(strict: boolean) {
    super(STEPS, strict);
  }

  /** How the next `times` builds end. */
  endBuilds(outcome: BuildOutcome, times = 1): void {
    this.outcomes.push({ outcome, times });
  }

  override clear(): void {
    super.clear();
    this.outcomes.length = 0;
  }

  override pending() {
    return { ...super.pending(), builds: this.outcomes.map((entry) => ({ ...entry })) };
  }

  nextBuild(): BuildOutcome {
    return take(this.outcomes, () => true)?.outcome ?? 'completed';
  }
}
