import { displaySchema } from '../display-schema/display-schema';
import { BROWSER_BUDGET, type Route } from '../edge/handler';
import { ServiceError } from '../error';
import { isRevision, isRevisionId } from '../schema-store/index-document';
import { createMemory, tokenOf, twilioSide } from './twilio';

/** `POST /display-schema` with `Token` and, optionally, the `revision` that the caller has, with its `revisionId`. */
export function displaySchemaRoute(now?: () => number): Route {
  const memory = createMemory(now);
  return {
    name: 'display-schema',
    audience: 'browser',
    budget: BROWSER_BUDGET,
    async run(fields, settings, call) {
      const revision = revisionOf(fields.text('revision'));
      const revisionId = idOf(fields.text('revisionId'));
      return displaySchema({ token: tokenOf(fields), revision, revisionId }, twilioSide(settings, memory), call);
    },
  };
}

function revisionOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const revision = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (!isRevision(revision)) {
    throw new ServiceError('bad_request', { message: 'revision must be a whole number from 1 on.' });
  }
  return revision;
}

function idOf(text: string | undefined): string | undefined {
  if (text === undefined || isRevisionId(text)) return text;
  throw new ServiceError('bad_request', { message: 'revisionId must be 16 hexadecimal digits.' });
}
