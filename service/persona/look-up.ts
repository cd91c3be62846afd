import type { Worker } from '../auth/worker';
import type { Call } from '../call';
import { ServiceError } from '../error';
import type { ProfileId } from '../segment/profile-id';
import type { Task } from '../taskrouter/task';
import { customerHash, customerIds } from './customer';
import type { PersonaDependencies } from './dependencies';

/** What a look-up is for; the log's event. */
export type Purpose = 'persona_read' | 'events_read' | 'trait_revealed' | 'persona_previewed';

/** The ids that a task names its customer by. @throws ServiceError `no_user_id` when it names none. */
export function idsOf(task: Task, { idSources }: PersonaDependencies): ProfileId[] {
  const ids = customerIds(task.attributes, idSources());
  if (ids.length === 0) throw new ServiceError('no_user_id');
  return ids;
}

/** Writes down who looks at whom, before it happens. Never the id itself. */
export function lookUpLogger(
  purpose: Purpose,
  worker: Worker,
  task: string | null,
  { tokens }: PersonaDependencies,
  call: Call,
): (id: ProfileId) => void {
  return (id) =>
    call.log(purpose, {
      worker: worker.workerSid,
      task,
      idType: id.idType,
      customer: customerHash(id, tokens.credentials.authToken),
    });
}
