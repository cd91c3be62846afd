import type { Persona } from '../../schemas/generated/persona';
import { authenticate } from '../auth/token';
import { requireAdmin, type Worker } from '../auth/worker';
import type { Call } from '../call';
import { ServiceError } from '../error';
import { namedCustomer } from '../segment/named-customer';
import type { ProfileId } from '../segment/profile-id';
import { flexWorkspace } from '../taskrouter/workspace';
import type { PersonaDependencies } from './dependencies';
import { loadCustomer } from './load';
import { idsOf, lookUpLogger } from './look-up';
import { allowedTask, requireTaskSid } from './open-task';
import { partialOf } from './partial';

/** Whose data an admin tries a display schema on: a task's customer, or one they name. */
export type Sample = { taskSid: string } | { idType: string; identifier: string };

/**
 * A customer's traits and first events as Segment has them, for an admin who edits the display schema. Nothing is
 * projected, nothing is kept, and every one of these is written down.
 */
export async function previewPersona(
  question: { token: string | undefined; sample: Sample },
  dependencies: PersonaDependencies,
  call: Call,
): Promise<Persona> {
  const worker = await authenticate(question.token, dependencies.tokens, call);
  requireAdmin(worker);
  const { ids, task } = await idsOfSample(question.sample, worker, dependencies, call);
  const wanted = { traits: { include: undefined }, events: { cursor: undefined } };
  const onLookUp = lookUpLogger('persona_previewed', worker, task, dependencies, call);
  const customer = await loadCustomer(ids, wanted, dependencies.profiles, null, onLookUp, call);
  const { traits, events } = customer;
  return {
    found: customer.found,
    revision: null,
    layout: null,
    truths: {},
    traits: traits instanceof ServiceError ? null : (traits ?? null),
    masked: {},
    events: events instanceof ServiceError ? null : (events ?? null),
    partial: partialOf(traits, events),
    fetchedAt: new Date(customer.at).toISOString(),
  };
}

async function idsOfSample(
  sample: Sample,
  worker: Worker,
  dependencies: PersonaDependencies,
  call: Call,
): Promise<{ ids: ProfileId[]; task: string | null }> {
  if ('taskSid' in sample) {
    const taskSid = requireTaskSid(sample.taskSid);
    const { api, tokens, memory } = dependencies;
    const workspace = await flexWorkspace(api, tokens.credentials.accountSid, memory.workspace, call);
    const task = await allowedTask(worker, workspace, taskSid, dependencies, call);
    return { ids: idsOf(task, dependencies), task: taskSid };
  }
  return { ids: [namedCustomer(sample.idType, sample.identifier)], task: null };
}
