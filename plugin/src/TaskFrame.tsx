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
import { withRoom } from './frame/highlightRoom';
import { Highlights } from './frame/Highlights';
import { Loading } from './frame/Loading';
import { SchemaNotice } from './frame/SchemaNotice';
import { foundIn } from './panel/foundIn';
import { usePersona } from './persona/usePersona';
import { usePersonaTabs } from './persona/usePersonaTabs';
import { FoldsContext } from './rows/folds';
import { useShownMarks } from './rows/useShownMarks';
import { useServices } from './services';
import { useStore } from './state/useStore';
import { strings } from './strings';
import { tellReveal } from './tracking/tellReveal';
import { useShown } from './tracking/useShown';
import { useAnswered } from './traits/useAnswered';
import { RevealContext } from './values/reveal';

interface Props {
  task: Task;
  agent: Agent;
  tab: string;
  onTab: (id: string) => void;
}

const noHighlights: readonly HighlightView[] = [];

/** Everything about one task. Drawn with the task's SID as key: nothing of one task is there when the next is drawn. */
export function TaskFrame({ task, agent, tab, onTab }: Props): React.ReactElement {
  const services = useServices();
  const schema = useStore(services.schema);
  const customer = usePersona(services.personas, task);
  const answered = useAnswered(customer.traits, schema);
  const view = useView({ compiled: schema.compiled, task, agent, answered, clock: services.clock });
  const raw = contextOf(task);
  const context = useMemo(() => readContext(raw), [raw]);
  const { marks, changed } = useShownMarks(view.context, useMarks(services.changes, task.sid, context).marks);
  const reveal = tellReveal(revealFromContext(schema.compiled, task, agent, answered?.decision), services.tracker, {
    source: 'context',
    revision: schema.revision,
  });
  const persona = usePersonaTabs({ services, customer, view, task, agent, schema, selected: tab });
  useShown({ times: services.shownTimes, sid: task.sid, traits: customer.traits, schema, view });
  const { revealTrait } = persona;
  const waiting = customer.persona !== undefined && customer.traits.is === 'loading';
  const highlights = useMemo(
    () => (waiting ? withRoom(view.highlights, schema.compiled, view.layout.name) : view.highlights),
    [waiting, view, schema.compiled],
  );
  const revealFor = useCallback(
    (source: HighlightView['source']) => (source === 'context' ? reveal : revealTrait),
    // The function is made on every draw; what it reads is the same until one of these changes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [schema.compiled, task.attributes, answered, revealTrait],
  );
  return (
    <FoldsContext.Provider value={services.foldsOf(agent.id)}>
      <Frame
        selected={tab}
        onSelect={onTab}
        header={
          <>
            {agent.isAdmin && <SchemaNotice schema={schema} />}
            <Highlights highlights={schema.pending ? noHighlights : highlights} revealFor={revealFor} />
          </>
        }
        tools={persona.tools}
        tabs={[
          {
            id: 'context',
            label: strings.contextTab,
            matches: (query) => ({ found: foundIn(view.context, query).count, total: view.context.count }),
            content: (query) =>
              schema.pending ? (
                <Loading />
              ) : (
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
          ...persona.tabs,
        ]}
      />
    </FoldsContext.Provider>
  );
}
