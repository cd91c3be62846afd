import React from 'react';
import { Button } from '@twilio-paste/core/button';
import type { Verdict } from '../../../editor/raw';
import type { Problem, Report } from '../../../schemas/report/problem';
import { editorStrings as strings } from './strings';
import type { Mode } from './Workbench';

interface Props {
  report: Report;
  /** Of the text, in JSON mode. */
  verdict: Verdict | undefined;
  mode: Mode;
  onMode: (mode: Mode) => void;
  onSelect: (pointer: string) => void;
}

/** The nearest part of the outline around a pointer: a field, a section, an event rule. */
function partOf({ pointer }: Problem): string {
  const steps = pointer.split('/');
  const last = steps.map((step) => /^\d+$/.test(step)).lastIndexOf(true);
  return last === -1 ? steps.slice(0, 2).join('/') : steps.slice(0, last + 1).join('/');
}

/** What is wrong with the draft, and the switch between form and JSON. */
export function Problems({ report, verdict, mode, onMode, onSelect }: Props): React.ReactElement {
  const { problems, errors, warnings } = report;
  const noJson = verdict?.state === 'broken' && verdict.document === undefined;
  return (
    <div className="cc-foot">
      {noJson ? (
        <span role="status" className="cc-error">
          {strings.notJson}
        </span>
      ) : problems.length === 0 ? (
        <span role="status">{strings.problems(0, 0)}</span>
      ) : (
        <details>
          <summary>
            <span role="status">{strings.problems(errors, warnings)}</span>
          </summary>
          <ul>
            {problems.map((problem) => (
              <li
                key={`${problem.pointer} ${problem.message}`}
                className={problem.severity === 'error' ? 'cc-error' : ''}
              >
                {mode === 'form' ? (
                  <Button variant="link" size="small" onClick={() => onSelect(partOf(problem))}>
                    {problem.sentence}
                  </Button>
                ) : (
                  problem.sentence
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div role="group" aria-label={strings.editAs} className="cc-switch">
        {(['form', 'json'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={mode === one} disabled={noJson} onClick={() => onMode(one)}>
            {strings[one]}
          </button>
        ))}
      </div>
    </div>
  );
}
