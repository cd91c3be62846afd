import React, { useMemo, useState } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import type { Agent } from '../flex/agent';
import type { Task } from '../flex/task';
import { Message } from '../frame/Message';
import type { Events, Traits } from '../persona/answers';
import { PartFace } from '../persona/PartFace';
import type { TaskPersona } from '../persona/taskPersona';
import { useEvents } from '../persona/usePersona';
import type { SchemaState } from '../schema/schemaStore';
import { useServices } from '../services';
import { useStore } from '../state/useStore';
import { strings } from '../strings';
import { countEvents, everything, filterDays, isFiltering, namesOf } from './filter';
import { Timeline } from './Timeline';
import { Toolbar } from './Toolbar';
import { useTimeline } from './useTimeline';

interface Props {
  persona: TaskPersona;
  traits: Traits | undefined;
  task: Task;
  agent: Agent;
  schema: SchemaState;
  /** Where "/" leads. */
  input: React.RefObject<HTMLInputElement>;
}

const SKELETON_LINES = 8;

/** What the customer did lately. */
export function EventsTab(props: Props): React.ReactElement {
  const { persona, agent, traits } = props;
  const state = useEvents(persona);
  return (
    <PartFace
      part="events"
      state={state}
      agent={agent}
      expected={SKELETON_LINES}
      troubled={traits === undefined ? 'events' : 'eventsOnly'}
      onRetry={() => persona.events().refetch(false)}
    >
      {(events) => <EventsOfCustomer {...props} events={events} />}
    </PartFace>
  );
}

function EventsOfCustomer(props: Props & { events: Events }): React.ReactElement {
  const { events, persona, agent, input } = props;
  const { days, env } = useTimeline({ ...props, clock: useServices().clock });
  const [filter, setFilter] = useState(everything);
  const shown = useMemo(() => filterDays(days, filter), [days, filter]);
  const names = useMemo(() => namesOf(days), [days]);
  const total = countEvents(days);
  const more = events.cursor !== undefined;
  if (!events.found) {
    return <Message text={strings.unknownCustomer} help={agent.isAdmin ? strings.unknownCustomerHelp : undefined} />;
  }
  if (total === 0 && !more) {
    return <Message text={strings.noEvents} help={agent.isAdmin ? strings.noEventsHelp : undefined} />;
  }
  const found = countEvents(shown);
  return (
    <>
      <Toolbar
        names={names}
        filter={filter}
        onFilter={setFilter}
        summary={isFiltering(filter) ? strings.eventsFound(found, total) : strings.eventsShown(total, more)}
        input={input}
      />
      {found === 0 ? <Message text={strings.noEventsFound} /> : <Timeline days={shown} env={env} />}
      {more && <ShowMore persona={persona} />}
    </>
  );
}

function ShowMore({ persona }: { persona: TaskPersona }): React.ReactElement {
  const state = useStore(persona.more);
  return (
    <Box display="flex" flexDirection="column" alignItems="center" rowGap="space30" padding="space50">
      <Box role="status" color="colorTextWeak" fontSize="fontSize20" lineHeight="lineHeight20">
        {state === 'failed' && strings.moreFailed}
      </Box>
      <Button variant="secondary" size="small" loading={state === 'loading'} onClick={() => persona.more.load()}>
        {state === 'failed' ? strings.retry : strings.showMore}
      </Button>
    </Box>
  );
}
