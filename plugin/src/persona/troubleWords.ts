import { ERROR_CODES } from '../../../schemas/error-codes';
import { strings } from '../strings';
import type { Trouble } from './trouble';

export type PartName = 'traits' | 'events';
/** What a trouble is said of: `eventsOnly` where the traits are here. */
export type Troubled = PartName | 'eventsOnly';

interface Words {
  text: string;
  /** What an admin can do about it. */
  help?: string;
}

/** The face of each trouble where there is nothing else to show. `now`: ms since 1970. */
export function troubleWords(trouble: Trouble, part: Troubled, now: number): Words {
  const words = wordsFor(trouble, part, now);
  const { code, said } = trouble;
  // What the service says beyond its words for this code, such as which setting is missing.
  if (said === undefined || code === 'offline' || code === 'unreachable' || said === ERROR_CODES[code].message) {
    return words;
  }
  return { ...words, help: words.help === undefined ? said : `${words.help} ${said}` };
}

function wordsFor({ code, retryAt }: Trouble, part: Troubled, now: number): Words {
  const name = strings.partNames[part === 'eventsOnly' ? 'events' : part];
  const failed = part === 'eventsOnly' ? strings.eventsOnlyFailed : strings.partFailed(name);
  switch (code) {
    case 'offline':
      return { text: strings.offline(name) };
    case 'rate_limited':
      return { text: retryAt === undefined ? strings.tooMany : strings.retryingIn(secondsUntil(retryAt, now)) };
    case 'no_user_id':
      return { text: strings.noUserId, help: strings.noUserIdHelp };
    case 'not_configured':
      return { text: strings.notConfigured, help: strings.notConfiguredHelp };
    case 'segment_refused':
      return { text: strings.segmentRefused, help: strings.segmentRefusedHelp };
    case 'origin_not_allowed':
      return { text: strings.forbidden, help: strings.originHelp };
    case 'not_your_task':
    case 'not_an_agent':
    case 'not_an_admin':
    case 'reveal_not_allowed':
      return { text: strings.forbidden };
    case 'token_missing':
    case 'token_invalid':
    case 'task_not_found':
    case 'schema_unavailable':
      return { text: ERROR_CODES[code].message };
    case 'not_found':
      return { text: failed, help: strings.notFoundHelp };
    default:
      return { text: failed };
  }
}

export function secondsUntil(moment: number, now: number): number {
  return Math.max(1, Math.ceil((moment - now) / 1000));
}
