import React, { useCallback, useMemo } from 'react';
import { readContext } from '../../display/index';
import type { HighlightView } from '../../display/view';
import { ContextTab } from './context/ContextTab';
import { revealFromContext } from './context/reveal';
import { useMarks } from './context/useMarks';
import { useView } from './context/useView';
import type { Agent } from './flex/agent';
import { contextOf, type Task } from './flex/task';
import { Frame } from './frame/Frame';
import { Highlights } from './frame/Highlights';
import { SchemaNotice } from './frame/SchemaNotice';
import { search } from './panel/search';
import { FoldsContext } from './rows/folds';
import { useServices } from './services';
import { useStore } from './state/useStore';
import { strings } from './strings';
import { RevealContext } from './values/reveal';

interface Props {
  task: Task;
  agent: Agent;
  tab: string;
  onTab: (id: string) => void;
}

/** Everything about one task. Drawn with the task's SID as key: nothing of one task is there when the next is drawn. */
export function TaskFrame({ task, agent, tab, onTab }: Props): React.ReactElement {
  const services = useServices();
  const schema = useStore(services.schema);
  const view = useView({ compiled: schema.compiled, task, agent, answered: undefined, clock: services.clock });
  const raw = contextOf(task);
  const context = useMemo(() => readContext(raw), [raw]);
  const { marks, changed } = useMarks(services.changes, task.sid, context);
  const reveal = revealFromContext(schema.compiled, task, agent);
  const revealFor = useCallback(
    (source: HighlightView['source']) => (source === 'context' ? reveal : undefined),
    // The function is made on every draw; what it reads is the same until one of these changes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [schema.compiled, task.attributes],
  );
  return (
    <FoldsContext.Provider value={services.foldsOf(agent.id)}>
      <Frame
        selected={tab}
        onSelect={onTab}
        header={
          <>
            {agent.isAdmin && <SchemaNotice schema={schema} />}
            <Highlights highlights={view.highlights} revealFor={revealFor} />
          </>
        }
        tabs={[
          {
            id: 'context',
            label: strings.contextTab,
            matches: (query) => ({ found: search(view.context, query).count, total: view.context.count }),
            content: (query) => (
              <RevealContext.Provider value={reveal}>
                <ContextTab
                  view={view.context}
                  passed={raw !== undefined}
                  isAdmin={agent.isAdmin}
                  query={query}
                  taskSid={task.sid}
                  marks={marks}
                  changed={changed}
                  changes={services.changes}
                />
              </RevealContext.Provider>
            ),
          },
        ]}
      />
    </FoldsContext.Provider>
  );
}
