import { revealedValue } from '../../../display/index';
import { environment } from '../context/useView';
import type { Agent } from '../flex/agent';
import { dataOf } from '../persona/usePersona';
import type { TaskPersona } from '../persona/taskPersona';
import type { SchemaState } from '../schema/schemaStore';
import { isSameRevision } from '../schema/sameRevision';
import { ServiceError } from '../service/post';
import type { Reveal } from '../values/reveal';

/** Reveals masked traits: a request of its own for each, which the service checks and logs. */
export function revealFromTraits(
  persona: TaskPersona | undefined,
  schema: SchemaState,
  agent: Agent,
): Reveal | undefined {
  const { compiled } = schema;
  if (persona === undefined || compiled === null) return undefined;
  const ask = async (id: string, signal: AbortSignal): Promise<string> => {
    const value = await persona.reveal(id, signal);
    const data = dataOf(persona.traits.get());
    // Another revision may have come meanwhile: its decision says nothing of this document.
    if (data === undefined || !isSameRevision(data, schema)) throw new ServiceError('unreachable');
    return revealedValue(compiled, data.decision, 'traits', id, value, environment(agent)).text;
  };
  // The value itself is not here; each answer of the service may hold another one.
  const stampOf = (): string => String(dataOf(persona.traits.get())?.fetchedAt);
  return Object.assign(ask, { stampOf });
}
