/** What a publication goes through, as the dialog lists it. */
export const STEPS = [
  { id: 'checking', title: 'Checking' },
  { id: 'uploading', title: 'Uploading' },
  { id: 'building', title: 'Building' },
  { id: 'deploying', title: 'Deploying' },
  { id: 'live', title: 'Live for agents' },
] as const;

export type StepId = (typeof STEPS)[number]['id'];

export interface Step {
  id: StepId;
  title: string;
  state: 'waiting' | 'running' | 'done' | 'failed';
  /** Ms since 1970. */
  began?: number;
  ended?: number;
}

/** The steps of a publication that begins now. */
export function stepsAt(now: number): Step[] {
  return STEPS.map((step, index) =>
    index === 0 ? { ...step, state: 'running', began: now } : { ...step, state: 'waiting' },
  );
}

/**
 * The steps once a publication has reached one of them, has come to its end, or has failed where it was. Steps between
 * that nobody saw pass are done; they took no time that is known.
 */
export function advance(steps: readonly Step[], to: StepId | 'done' | 'failed', now: number): Step[] {
  if (to === 'failed') {
    return steps.map((step) => (step.state === 'running' ? { ...step, state: 'failed', ended: now } : step));
  }
  const target = to === 'done' ? steps.length : steps.findIndex(({ id }) => id === to);
  return steps.map((step, index) => {
    if (index < target && step.state !== 'done')
      return { ...step, state: 'done', began: step.began ?? now, ended: now };
    return index === target && step.state === 'waiting' ? { ...step, state: 'running', began: now } : step;
  });
}
