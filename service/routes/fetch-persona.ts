import type { Fields } from '../edge/fields';
import { BROWSER_BUDGET, type Route } from '../edge/handler';
import { ServiceError } from '../error';
import { createPersonaMemory, type PersonaDependencies, type PersonaMemory } from '../persona/dependencies';
import { fetchPersona, moreEvents, revealTrait, type Parts } from '../persona/fetch-persona';
import { previewPersona, type Sample } from '../persona/preview';
import { readProfileConfig } from '../segment/config';
import { isWellFormed } from '../segment/profile-id';
import { createProfiles } from '../segment/profiles';
import { idSources, type Settings } from '../settings/settings';
import { createMemory, tokenOf, twilioSide, type Memory } from './twilio';

/**
 * `POST /fetch-persona` with `Token` and `taskSid`, and one of
 * - nothing more, or `include` = `traits`, `events` or `traits,events` (the default): a persona;
 * - `cursor`: the page of events after it;
 * - `reveal`: the value behind the mask at this JSON Pointer;
 * - `purpose` = `preview`, with `taskSid` or `idType` and `identifier`: everything, for admins.
 *
 * `refresh` = `true` asks Segment even if there is an answer of the last seconds.
 */
export function fetchPersonaRoute(now?: () => number): Route {
  const memory = createMemory(now);
  const customers = createPersonaMemory(now);
  return {
    name: 'fetch-persona',
    audience: 'browser',
    budget: BROWSER_BUDGET,
    async run(fields, settings, call) {
      const token = tokenOf(fields);
      const dependencies = personaDependencies(settings, memory, customers);
      if (purposeOf(fields) === 'preview') {
        return previewPersona({ token, sample: sampleOf(fields) }, dependencies, call);
      }
      const question = { token, taskSid: fields.text('taskSid') ?? '', refresh: flag(fields, 'refresh') };
      const cursor = cursorOf(fields);
      const pointer = fields.text('reveal');
      if (cursor !== undefined && pointer !== undefined) throw bad('cursor and reveal can’t be asked for together.');
      if (cursor !== undefined) return moreEvents({ ...question, cursor }, dependencies, call);
      if (pointer !== undefined) return revealTrait({ ...question, pointer }, dependencies, call);
      return fetchPersona({ ...question, parts: partsOf(fields) }, dependencies, call);
    },
  };
}

function personaDependencies(settings: Settings, memory: Memory, customers: PersonaMemory): PersonaDependencies {
  const { http, api, tokens, store } = twilioSide(settings, memory);
  return {
    tokens,
    api,
    store,
    profiles: createProfiles(http, () => readProfileConfig(settings)),
    idSources: () => idSources(settings),
    access: () => (settings.get('PERSONA_ACCESS') === 'any' ? 'any' : 'task'),
    memory: customers,
  };
}

function purposeOf(fields: Fields): 'preview' | undefined {
  const purpose = fields.text('purpose');
  if (purpose !== undefined && purpose !== 'preview') throw bad('purpose must be preview, or be left out.');
  return purpose;
}

function sampleOf(fields: Fields): Sample {
  const taskSid = fields.text('taskSid');
  if (taskSid !== undefined) return { taskSid };
  return { idType: fields.required('idType'), identifier: fields.required('identifier') };
}

function cursorOf(fields: Fields): string | undefined {
  const cursor = fields.text('cursor');
  if (cursor !== undefined && !isWellFormed(cursor)) throw bad('cursor must be one that an answer gave.');
  return cursor;
}

function partsOf(fields: Fields): Parts {
  const words = (fields.text('include') ?? 'traits,events').split(',').map((word) => word.trim());
  if (words.some((word) => word !== 'traits' && word !== 'events')) {
    throw bad('include must be traits, events, or both with a comma.');
  }
  return { traits: words.includes('traits'), events: words.includes('events') };
}

function flag(fields: Fields, name: string): boolean {
  const text = fields.text(name);
  if (text !== undefined && text !== 'true' && text !== 'false') throw bad(`${name} must be true or false.`);
  return text === 'true';
}

function bad(message: string): ServiceError {
  return new ServiceError('bad_request', { message });
}
