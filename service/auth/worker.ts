import { ServiceError } from '../error';

/** A person of the contact centre, as proven by their Flex token. */
export interface Worker {
  /** WK and 32 hexadecimal digits. */
  workerSid: string;
  /** Name of the person in Flex, for the history of display schemas. */
  identity: string;
  /** Flex roles: "agent", "supervisor", "admin", and the account's own. */
  roles: readonly string[];
}

/** Supervisors and admins may look at any task; agents at their own. */
export function mayLookAtAnyTask(worker: Worker): boolean {
  return worker.roles.includes('admin') || worker.roles.includes('supervisor');
}

/** @throws ServiceError `not_an_admin` for everyone else. */
export function requireAdmin(worker: Worker): void {
  if (!worker.roles.includes('admin')) throw new ServiceError('not_an_admin');
}
