import React, { useEffect, useReducer } from 'react';
import type { Step } from '../../../../editor/publication';
import { editorStrings as strings } from '../strings';

const MARKS = { waiting: '○', running: '◔', done: '✓', failed: '✕' } as const;

function secondsOf({ began, ended }: Step, now: number): string {
  if (began === undefined) return '';
  const seconds = Math.max(0, Math.round(((ended ?? now) - began) / 1000));
  return strings.seconds(seconds);
}

/** How far a publication is, with the time that each step took or has taken so far. */
export function Steps({ steps, now }: { steps: readonly Step[]; now: () => number }): React.ReactElement {
  const [, tick] = useReducer((count: number) => count + 1, 0);
  const isRunning = steps.some(({ state }) => state === 'running');
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [isRunning]);
  const current = steps.find(({ state }) => state === 'running');
  return (
    <>
      <ol className="cc-steps" aria-label={strings.progress}>
        {steps.map((step) => (
          <li key={step.id} className={`cc-step-${step.state}`}>
            <span className="cc-mark" aria-hidden="true">
              {MARKS[step.state]}
            </span>
            <span>
              {step.title}
              <span className="cc-hidden"> {strings.stepStates[step.state]}</span>
            </span>
            <span>{secondsOf(step, now())}</span>
          </li>
        ))}
      </ol>
      <span className="cc-hidden" role="status">
        {current?.title}
      </span>
    </>
  );
}
