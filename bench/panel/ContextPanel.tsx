import React, { useMemo } from 'react';
import { view } from '../../display';
import type { Environment } from '../../display/environment';
import type { JsonObject } from '../../display/json';
import type { PanelView } from '../../display/view';
import { useMarks } from '../../plugin/src/context/useMarks';
import { Panel } from '../../plugin/src/panel/Panel';
import { FoldsContext, type Folds } from '../../plugin/src/rows/folds';
import type { Marks } from '../../plugin/src/rows/marks';
import type { Changes } from '../../plugin/src/state/changes';

export const env: Environment = { locale: 'en-US', zone: 'Europe/Lisbon', now: Date.UTC(2026, 10, 23) };

/** Everything open: the plain `<dl>` folds nothing either. */
const open: Folds = { get: () => false, set: () => undefined };

export function viewOf(data: JsonObject): PanelView {
  return view(null, { context: data, facts: {}, env }).context;
}

interface DrawnProps {
  view: PanelView;
  marks: Marks;
}

/** The panel of a view model that is there already. */
export function DrawnPanel({ view: drawn, marks }: DrawnProps): React.ReactElement {
  return (
    <FoldsContext.Provider value={open}>
      <Panel view={drawn} marks={marks} />
    </FoldsContext.Provider>
  );
}

interface ContextProps {
  data: JsonObject;
  task: string;
  changes: Changes;
}

/** From raw data to rows, as the Context tab does it: view model, marks of what changed, panel. */
export function ContextPanel({ data, task, changes }: ContextProps): React.ReactElement {
  const made = useMemo(() => viewOf(data), [data]);
  const { marks } = useMarks(changes, task, data);
  return <DrawnPanel view={made} marks={marks} />;
}
