import React, { useEffect, useMemo, useReducer, useRef } from 'react';
import type { View } from '../../../display/index';
import { EventsTab } from '../events/EventsTab';
import type { Agent } from '../flex/agent';
import type { Task } from '../flex/task';
import type { FrameTab } from '../frame/Frame';
import { foundIn } from '../panel/foundIn';
import { noMarks, type Marks } from '../rows/marks';
import { useShownMarks } from '../rows/useShownMarks';
import type { SchemaState } from '../schema/schemaStore';
import type { Services } from '../services';
import { useStore, type Store } from '../state/useStore';
import { strings } from '../strings';
import { tellReveal } from '../tracking/tellReveal';
import { expectedLines } from '../traits/expectedLines';
import { revealFromTraits } from '../traits/reveal';
import { TraitsTab } from '../traits/TraitsTab';
import { useTraitsWithoutDocument } from '../traits/useAnswered';
import { RevealContext, type Reveal } from '../values/reveal';
import type { Events, Traits } from './answers';
import type { PartState } from './part';
import type { PersonaStore } from './personaStore';
import { RefreshButton } from './RefreshButton';
import { dataOf, type PersonaOfTask } from './usePersona';

interface Input {
  services: Pick<Services, 'personas' | 'tracker'>;
  customer: PersonaOfTask;
  view: View;
  task: Task;
  agent: Agent;
  schema: SchemaState;
  /** The tab that is open. */
  selected: string;
}

export interface PersonaTabs {
  tabs: FrameTab[];
  /** Beside the tabs. */
  tools: React.ReactNode;
  revealTrait: Reveal | undefined;
}

const unasked: Store<PartState<Events> | undefined> = { get: () => undefined, subscribe: () => () => undefined };

/** The tabs of what Segment knows, and the way to refresh them; none where the plugin runs without functions. */
export function usePersonaTabs(input: Input): PersonaTabs {
  const { customer, agent, schema, task, selected } = input;
  const { personas, tracker } = input.services;
  const { persona, traits } = customer;
  const data = dataOf(traits);
  const withoutDocument = useTraitsWithoutDocument(traits, schema, agent);
  const view = withoutDocument ?? input.view.traits;
  const { marks, changed } = useShownMarks(view, useTraitMarks(personas, task.sid, data));
  // Only looks whether events were asked for: the tab itself asks.
  const events = dataOf(useStore<PartState<Events> | undefined>(persona?.openedEvents ?? unasked) ?? { is: 'loading' });
  const filter = useRef<HTMLInputElement>(null);
  const revealTrait = useMemo(
    () =>
      tellReveal(revealFromTraits(persona, schema, agent), tracker, { source: 'traits', revision: schema.revision }),
    // Of the agent only the language matters here.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [persona, schema, agent.locale, tracker],
  );
  if (personas === undefined) return { tabs: [], tools: undefined, revealTrait: undefined };

  const shownPart = selected === 'events' ? events : data;
  return {
    revealTrait,
    tools: persona !== undefined && (
      <RefreshButton
        fetchedAt={shownPart?.fetchedAt}
        busy={traits.is !== 'loading' && traits.busy}
        locale={agent.locale}
        onRefresh={() => persona.refresh()}
      />
    ),
    tabs: [
      {
        id: 'traits',
        label: strings.traitsTab,
        count: data === undefined ? undefined : view?.count,
        matches: (query) =>
          view === null ? { found: 0, total: 0 } : { found: foundIn(view, query).count, total: view.count },
        content: (query) => (
          <RevealContext.Provider value={revealTrait}>
            <TraitsTab
              state={traits}
              view={view}
              agent={agent}
              query={query}
              sid={task.sid}
              marks={marks}
              changed={changed}
              changes={personas.changes}
              expected={expectedLines(schema.compiled, input.view.layout.name)}
              onRetry={() => persona?.traits.refetch(false)}
            />
          </RevealContext.Provider>
        ),
      },
      {
        id: 'events',
        label: strings.eventsTab,
        count: events?.items.length,
        search: () => filter.current?.focus(),
        content: () =>
          persona !== undefined && (
            <EventsTab persona={persona} traits={data} task={task} agent={agent} schema={schema} input={filter} />
          ),
      },
    ],
  };
}

function useTraitMarks(personas: PersonaStore | undefined, sid: string, data: Traits | undefined): Marks {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => personas?.changes.subscribe(redraw), [personas]);
  return personas?.marksOf(sid, data) ?? noMarks;
}
