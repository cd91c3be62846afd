import type { Json } from '../../display/json';
import { parseDocument } from '../../schemas/parse';
import type { Report } from '../../schemas/report/problem';
import { authenticate } from '../auth/token';
import { requireAdmin, type Worker } from '../auth/worker';
import type { Call } from '../call';
import { BROWSER_BUDGET, type Route } from '../edge/handler';
import type { Fields } from '../edge/fields';
import { ServiceError } from '../error';
import { createMemory, tokenOf, twilioSide, type Memory } from '../routes/twilio';
import { isRevisionId } from '../schema-store/index-document';
import type { Settings } from '../settings/settings';
import { finishPublication } from './finish';
import { history } from './history';
import { createPublishedFiles } from './published-files';
import { createServerless } from './serverless';
import { LONGEST_NAME, startPublication, type PublishDependencies } from './start';
import { readTicket, signTicket, TICKET_LIFETIME_MS } from './ticket';

/** What `display-schema/publish` answers. */
export type PublishAnswer =
  | { status: 'invalid'; report: Report }
  /** `expiresAt`: ISO 8601; until then `publish-status` takes the ticket. */
  | { status: 'building'; revision: number; id: string; ticket: string; expiresAt: string; report: Report };

const MAX_DOCUMENT_BYTES = 1_000_000;
const MAX_COMMENT_BYTES = 4_000;

/**
 * `POST /display-schema/publish` with `Token`, `baseRevision` (0: nothing is published), its `baseId` (left out: it has none, or is not
 * known: only the number is compared), `comment`, and either
 * `document` (JSON) or `restore` (a revision whose document becomes a new revision).
 */
export function publishRoute(now?: () => number): Route {
  return adminRoute('display-schema/publish', now, async (fields, worker, { publish, authToken }, call) => {
    const started = await startPublication(
      publish,
      {
        source: sourceOf(fields),
        comment: fields.text('comment', MAX_COMMENT_BYTES) ?? '',
        baseRevision: wholeNumber(fields, 'baseRevision', 0) ?? missing('baseRevision'),
        baseId: idOf(fields, 'baseId'),
        // Nobody chose how long an identity is, and nobody is kept from publishing by it.
        publisher: { workerSid: worker.workerSid, name: worker.identity.slice(0, LONGEST_NAME) },
      },
      call,
    );
    if (started.status === 'invalid') return started satisfies PublishAnswer;
    const { ticket, report } = started;
    return {
      status: 'building',
      revision: ticket.revision,
      id: ticket.id,
      ticket: signTicket(ticket, authToken),
      expiresAt: new Date(ticket.began + TICKET_LIFETIME_MS).toISOString(),
      report,
    } satisfies PublishAnswer;
  });
}

/** `POST /display-schema/publish-status` with `Token` and the `ticket` that `publish` gave to the same person. */
export function publishStatusRoute(now?: () => number): Route {
  return adminRoute('display-schema/publish-status', now, (fields, worker, { publish, authToken }, call) => {
    const expected = { service: publish.serviceSid, worker: worker.workerSid, now: call.now() };
    return finishPublication(publish, readTicket(fields.required('ticket'), authToken, expected), call);
  });
}

/**
 * `POST /display-schema/history` with `Token` and, optionally, `before` (a revision: the page of older ones) or
 * `revision` (that one with its document).
 */
export function historyRoute(now?: () => number): Route {
  return adminRoute('display-schema/history', now, (fields, _worker, { publish }, call) => {
    const revision = wholeNumber(fields, 'revision', 1);
    const question = revision === undefined ? { before: wholeNumber(fields, 'before', 1) } : { revision };
    return history(publish, question, call);
  });
}

interface AdminSide {
  publish: PublishDependencies;
  authToken: string;
}

type Work = (fields: Fields, worker: Worker, side: AdminSide, call: Call) => Promise<object>;

/** A route for admins alone: nothing is read from the request before that is known. */
function adminRoute(name: string, now: (() => number) | undefined, work: Work): Route {
  const memory = createMemory(now);
  return {
    name,
    audience: 'browser',
    budget: BROWSER_BUDGET,
    async run(fields, settings, call) {
      const { worker, side } = await admit(fields, settings, memory, call);
      return work(fields, worker, side, call);
    },
  };
}

async function admit(fields: Fields, settings: Settings, memory: Memory, call: Call) {
  const { http, credentials, tokens } = twilioSide(settings, memory);
  const worker = await authenticate(tokenOf(fields), tokens, call);
  requireAdmin(worker);
  const serviceSid = settings.get('SERVICE_SID');
  const side: AdminSide = {
    authToken: credentials.authToken,
    publish: {
      serviceSid,
      serverless: createServerless(http, credentials, serviceSid),
      files: createPublishedFiles(http, credentials.authToken),
    },
  };
  return { worker, side };
}

function sourceOf(fields: Fields): { document: Json } | { restore: number } {
  const restore = wholeNumber(fields, 'restore', 1);
  const text = fields.text('document', MAX_DOCUMENT_BYTES);
  if (restore !== undefined && text !== undefined) throw bad('Send document or restore, not both.');
  if (restore !== undefined) return { restore };
  if (text === undefined) return missing('document');
  const parsed = parseDocument(text);
  if ('document' in parsed) return { document: parsed.document as Json };
  const { line, column, pointer } = parsed.error;
  const what = pointer === undefined ? 'is no JSON' : 'has a key twice, or a number that is too large,';
  // Where, and not what: the text may be anything, such as a customer's data, pasted by mistake.
  throw new ServiceError('document_invalid', {
    message: `The display schema ${what} and was not published: line ${line}, column ${column}.`,
  });
}

function wholeNumber(fields: Fields, name: string, least: number): number | undefined {
  const text = fields.text(name);
  if (text === undefined) return undefined;
  const value = /^\d{1,15}$/.test(text) ? Number(text) : -1;
  if (value < least) throw bad(`${name} must be a whole number from ${least} on.`);
  return value;
}

function idOf(fields: Fields, name: string): string | undefined {
  const text = fields.text(name);
  if (text === undefined || isRevisionId(text)) return text;
  throw bad(`${name} must be the id of a revision: 16 hexadecimal digits.`);
}

function missing(name: string): never {
  throw bad(`${name} is missing.`);
}

function bad(message: string): ServiceError {
  return new ServiceError('bad_request', { message });
}
