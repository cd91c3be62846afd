import type { Facts } from '../../display/facts';
import { isObject, type JsonObject } from '../../display/json';
import { decide, factsMentioned, type Decision } from '../../display/layout';
import { project } from '../../display/project';
import { projectEvents } from '../../display/project-events';
import { reveal } from '../../display/reveal';
import { traitKeysNeeded } from '../../display/trait-keys';
import type { EventsAnswer } from '../../schemas/generated/events-answer';
import type { EventsPage, Persona } from '../../schemas/generated/persona';
import type { RevealAnswer } from '../../schemas/generated/reveal-answer';
import type { Call } from '../call';
import { ServiceError } from '../error';
import type { EventsPage as SegmentEvents } from '../segment/profiles';
import type { PersonaDependencies } from './dependencies';
import { loadCustomer, type Customer, type Keeping, type Wanted } from './load';
import { idsOf, lookUpLogger, type Purpose } from './look-up';
import { openTask, type OpenTask } from './open-task';
import { partialOf } from './partial';
import type { Published } from './published';

/** What every question about a task's customer says. */
export interface TaskQuestion {
  token: string | undefined;
  taskSid: string;
  /** Ask Segment even if there is an answer of the last seconds. */
  refresh: boolean;
}

/** Which parts of a persona are asked for. */
export interface Parts {
  traits: boolean;
  events: boolean;
}

/**
 * Traits and the first page of events of a task's customer, without anything that the display schema does not show.
 * schemas/contracts/persona.json
 */
export async function fetchPersona(
  question: TaskQuestion & { parts: Parts },
  dependencies: PersonaDependencies,
  call: Call,
): Promise<Persona> {
  const opened = await openTask(question.token, question.taskSid, dependencies, call);
  const { parts } = question;
  const wanted: Wanted = {
    traits: parts.traits || decisionNeedsTraits(opened.published) ? traitsWanted(opened.published) : false,
    events: parts.events ? { cursor: undefined } : false,
  };
  const customer = await load('persona_read', question, opened, wanted, dependencies, call);
  const decision = decisionFor(opened, customer);
  const shown = parts.traits ? project(opened.published.compiled, decision, 'traits', traitsOf(customer)) : undefined;
  if (parts.traits && !parts.events && customer.traits instanceof ServiceError) throw customer.traits;
  return {
    found: customer.found,
    ...which(opened.published),
    ...wire(decision),
    traits: parts.traits && isLoaded(customer.traits) ? objectOr(shown?.data) : null,
    masked: shown?.masked ?? {},
    events: isLoaded(customer.events) ? shownEvents(opened.published, decision, customer.events) : null,
    partial: partialOf(parts.traits ? customer.traits : undefined, customer.events),
    fetchedAt: new Date(customer.at).toISOString(),
  };
}

/** The page of events after a cursor. schemas/contracts/events-answer.json */
export async function moreEvents(
  question: TaskQuestion & { cursor: string },
  dependencies: PersonaDependencies,
  call: Call,
): Promise<EventsAnswer> {
  const opened = await openTask(question.token, question.taskSid, dependencies, call);
  const wanted: Wanted = {
    traits: decisionNeedsTraits(opened.published) ? traitsWanted(opened.published) : false,
    events: { cursor: question.cursor },
  };
  const customer = await load('events_read', question, opened, wanted, dependencies, call);
  if (customer.events instanceof ServiceError) throw customer.events;
  const decision = decisionFor(opened, customer);
  return {
    ...which(opened.published),
    layout: decision.layout,
    events: shownEvents(opened.published, decision, customer.events ?? { items: [], cursor: null }),
    fetchedAt: new Date(customer.at).toISOString(),
  };
}

/**
 * The value behind one mask, for a role that may see it. schemas/contracts/reveal-answer.json
 * @throws ServiceError `reveal_not_allowed`: not masked, not there, or not for this role; which of them is not said.
 */
export async function revealTrait(
  question: TaskQuestion & { pointer: string },
  dependencies: PersonaDependencies,
  call: Call,
): Promise<RevealAnswer> {
  const opened = await openTask(question.token, question.taskSid, dependencies, call);
  const { published, worker } = opened;
  const wanted: Wanted = { traits: traitsWanted(published), events: false };
  const customer = await load('trait_revealed', question, opened, wanted, dependencies, call);
  if (customer.traits instanceof ServiceError) throw customer.traits;
  const decision = decisionFor(opened, customer);
  const traits = customer.traits ?? {};
  const value = reveal(published.compiled, decision, 'traits', traits, question.pointer, worker.roles);
  if (value === undefined) throw new ServiceError('reveal_not_allowed');
  // Only now is it certain that the pointer is a place in the document and not something a caller made up.
  call.log('reveal_answered', { worker: worker.workerSid, task: opened.task.sid, pointer: question.pointer });
  return { ...which(published), pointer: question.pointer, value };
}

function load(
  purpose: Purpose,
  question: TaskQuestion,
  { worker, task, published }: OpenTask,
  wanted: Wanted,
  dependencies: PersonaDependencies,
  call: Call,
): Promise<Customer> {
  const ids = idsOf(task, dependencies);
  const keeping: Keeping = {
    memory: dependencies.memory,
    scope: [dependencies.tokens.credentials.accountSid, published.revision, published.revisionId ?? null],
    refresh: question.refresh,
  };
  const onLookUp = lookUpLogger(purpose, worker, task.sid, dependencies, call);
  return loadCustomer(ids, wanted, dependencies.profiles, keeping, onLookUp, call);
}

/** Whether the choice of layout, or a condition on events' links, looks at traits. */
function decisionNeedsTraits({ compiled }: Published): boolean {
  return compiled !== null && factsMentioned(compiled).has('traits');
}

function traitsWanted({ compiled }: Published): { include: readonly string[] | undefined } {
  return { include: traitKeysNeeded(compiled) ?? undefined };
}

function decisionFor({ published, facts }: OpenTask, customer: Customer): Decision {
  const known: Facts = { ...facts, ...(isLoaded(customer.traits) ? { traits: customer.traits } : {}) };
  return decide(published.compiled, known);
}

/** The publication that an answer follows. */
function which({ revision, revisionId }: Published): Pick<Persona, 'revision' | 'revisionId'> {
  return { revision, ...(revisionId === undefined ? {} : { revisionId }) };
}

function wire({ layout, truths }: Decision): Pick<Persona, 'layout' | 'truths'> {
  return { layout, truths: { ...truths } };
}

function traitsOf({ traits }: Customer): JsonObject | undefined {
  return isLoaded(traits) ? traits : undefined;
}

function isLoaded<V>(part: V | ServiceError | undefined): part is V {
  return part !== undefined && !(part instanceof ServiceError);
}

function objectOr(data: unknown): JsonObject {
  return isObject(data) ? data : {};
}

function shownEvents({ compiled }: Published, decision: Decision, page: SegmentEvents): EventsPage {
  return { items: projectEvents(compiled, decision, page.items), cursor: page.cursor };
}
