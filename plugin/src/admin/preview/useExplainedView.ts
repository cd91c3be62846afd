import { useMemo } from 'react';
import { view, type Compiled, type View } from '../../../../display/index';
import { environment } from '../../context/useView';
import { contextOf } from '../../flex/task';
import { factsOf, type Subject } from './subject';

/** The view model with the reasons behind it: which layout, and why each row is there. */
export function useExplainedView(compiled: Compiled, subject: Subject): View {
  return useMemo(
    () =>
      view(compiled, {
        context: contextOf(subject.task),
        traits: subject.sample?.traits,
        facts: factsOf(subject),
        env: environment(subject.agent),
        debug: true,
      }),
    [compiled, subject],
  );
}
