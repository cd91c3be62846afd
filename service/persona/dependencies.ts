import type { TokenDependencies } from '../auth/token';
import { createExpiringCache, type ExpiringCache } from '../cache/expiring-cache';
import { createSingleFlight, type SingleFlight } from '../cache/single-flight';
import type { SchemaStore } from '../schema-store/schema-store';
import type { Profiles } from '../segment/profiles';
import type { IdSource } from '../settings/variables';
import type { TwilioApi } from '../twilio/api';
import type { Loaded } from './load';
import { createCompiledDocuments, type CompiledDocuments } from './published';

/** Everything that `fetch-persona` works with. */
export interface PersonaDependencies {
  tokens: TokenDependencies;
  api: TwilioApi;
  store: SchemaStore;
  profiles: Profiles;
  /** Read when a caller is known. */
  idSources: () => readonly IdSource[];
  /** Whose customers agents may look at; see the variable PERSONA_ACCESS. */
  access: () => 'task' | 'any';
  memory: PersonaMemory;
}

/** What a container remembers for some seconds. Looked at only after authorisation. */
export interface PersonaMemory {
  workspace: ExpiringCache<string>;
  loaded: ExpiringCache<Loaded<unknown>>;
  flight: SingleFlight<Loaded<unknown>>;
  documents: CompiledDocuments;
}

const CUSTOMERS_KEPT = 50;

export function createPersonaMemory(now?: () => number): PersonaMemory {
  return {
    workspace: createExpiringCache(4, now),
    loaded: createExpiringCache(CUSTOMERS_KEPT, now),
    flight: createSingleFlight(undefined, now),
    documents: createCompiledDocuments(),
  };
}
