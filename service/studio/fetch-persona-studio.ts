import { studioTraits } from '../../display/trait-keys';
import type { StudioPersona } from '../../schemas/generated/studio-persona';
import type { Call } from '../call';
import { ServiceError, toServiceError } from '../error';
import { customerHash } from '../persona/customer';
import { loadCustomer } from '../persona/load';
import { traitsDocument, type CompiledDocuments } from '../persona/published';
import { namedCustomer } from '../segment/named-customer';
import type { Profiles } from '../segment/profiles';
import type { SchemaStore } from '../schema-store/schema-store';
import { fitForStudio, lastEventOf } from './fit';

export interface StudioDependencies {
  store: SchemaStore;
  documents: CompiledDocuments;
  profiles: Profiles;
  /** Keys the customer's name in the log. */
  authToken: string;
}

export interface StudioQuestion {
  idType: string;
  identifier: string;
}

/** What a flow gets when nothing is known: every key it may use, so that no earlier answer shines through. */
function nothing(now: number, error = ''): StudioPersona {
  return {
    found: false,
    error,
    truncated: false,
    traits: {},
    events: [],
    eventCount: 0,
    lastEvent: '',
    fetchedAt: new Date(now).toISOString(),
  };
}

/**
 * A customer for a Studio flow: always an object with the same keys, at most 64 kB. What goes wrong is a word in
 * `error` and not a failed widget: a caller on the line should go on, with or without a persona. Never rejects.
 * schemas/contracts/studio-persona.json
 */
export async function fetchPersonaStudio(
  ask: () => { question: StudioQuestion; dependencies: StudioDependencies },
  call: Call,
): Promise<StudioPersona> {
  try {
    const { question, dependencies } = ask();
    return await answer(question, dependencies, call);
  } catch (error) {
    return nothing(call.now(), noted(error, call));
  }
}

async function answer(question: StudioQuestion, dependencies: StudioDependencies, call: Call): Promise<StudioPersona> {
  const { store, documents, profiles, authToken } = dependencies;
  const id = namedCustomer(question.idType, question.identifier);
  const { compiled } = await traitsDocument(store, documents, call);
  const customer = await loadCustomer(
    [id],
    { traits: { include: compiled?.studio ?? undefined }, events: { cursor: undefined } },
    profiles,
    null,
    (asked) => call.log('studio_read', { idType: asked.idType, customer: customerHash(asked, authToken) }),
    call,
  );
  const { traits, events } = customer;
  const failure = [traits, events].find((part) => part instanceof ServiceError);
  const items = events === undefined || events instanceof ServiceError ? [] : events.items;
  const fitted = fitForStudio(
    traits === undefined || traits instanceof ServiceError ? {} : studioTraits(compiled, traits),
    items.map(({ name, timestamp, properties }) => ({ name, timestamp, properties })),
  );
  return {
    found: customer.found,
    error: failure === undefined ? '' : noted(failure, call),
    truncated: fitted.truncated,
    traits: fitted.traits,
    events: fitted.events,
    eventCount: fitted.events.length,
    lastEvent: lastEventOf(items),
    fetchedAt: new Date(customer.at).toISOString(),
  };
}

/** The flow gets a word; the log gets the sentence. */
function noted(error: unknown, call: Call): string {
  const failure = toServiceError(error);
  const cause = failure.cause instanceof Error ? failure.cause.name : null;
  call.log('studio_failed', { code: failure.code, message: failure.message, detail: failure.detail ?? null, cause });
  return failure.code;
}
