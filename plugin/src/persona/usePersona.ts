import { useEffect, useMemo } from 'react';
import type { Task } from '../flex/task';
import { useStore, type Store } from '../state/useStore';
import type { Events, Traits } from './answers';
import type { PartState } from './part';
import type { PersonaStore } from './personaStore';
import type { TaskPersona } from './taskPersona';

const never: Store<{ is: 'loading' }> = { get: () => loading, subscribe: () => () => undefined };
const loading = { is: 'loading' } as const;

export interface PersonaOfTask {
  /** Undefined once the task has ended. */
  persona: TaskPersona | undefined;
  traits: PartState<Traits>;
}

/** The customer of the task on the screen; draws again as traits come and change. */
export function usePersona(personas: PersonaStore | undefined, task: Task): PersonaOfTask {
  const persona = personas?.of(task);
  const traits = useStore<PartState<Traits>>(persona?.traits ?? never);
  useEffect(() => personas?.seen(task), [personas, task]);
  return useMemo(() => ({ persona, traits }), [persona, traits]);
}

/** Events of the customer; the first who looks makes them be asked for. */
export function useEvents(persona: TaskPersona | undefined): PartState<Events> {
  return useStore<PartState<Events>>(useMemo(() => persona?.events() ?? never, [persona]));
}

/** What is here of a part. */
export function dataOf<T>(state: PartState<T>): T | undefined {
  return 'data' in state ? state.data : undefined;
}
