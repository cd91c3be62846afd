import type { Manager } from '@twilio/flex-ui';
import type { JsonObject } from '../../../display/json';
import { isObject } from '../../../display/json';

/** Who is looking. */
export interface Agent {
  /** Worker SID (WK…), or the identity while it is not known. */
  id: string;
  roles: readonly string[];
  isAdmin: boolean;
  attributes: JsonObject;
  /** BCP 47 tag of what Flex itself is shown in. */
  locale: string;
}

function localeOf(manager: Manager): string {
  const tags = [manager.localization.localeTag, navigator.language];
  return Intl.getCanonicalLocales(tags.find((tag) => tag !== '') ?? 'en-US')[0] ?? 'en-US';
}

/** A part of Flex that may not be there yet, or not in this version. */
function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

/** The agent as Flex knows them now; called while drawing, so that a late log-in is seen. */
export function readAgent(manager: Manager): Agent {
  // Typed as always there; it is not before the log-in has been read.
  const roles = attempt<readonly string[] | undefined>(() => manager.user.roles, undefined) ?? [];
  const attributes: unknown = attempt(() => manager.workerClient?.attributes, undefined);
  return {
    id: attempt(() => manager.workerClient?.sid, undefined) ?? attempt(() => manager.user.identity, ''),
    roles,
    isAdmin: roles.includes('admin'),
    attributes: isObject(attributes) ? attributes : {},
    locale: attempt(() => localeOf(manager), 'en-US'),
  };
}
