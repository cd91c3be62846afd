import type { Json } from '../../display/json';
import type { Call } from '../../service/call';
import { createHttpClient } from '../../service/http/client';
import { history, type HistoryAnswer, type HistoryQuestion } from '../../service/publish/history';
import { createPublishedFiles } from '../../service/publish/published-files';
import { createServerless } from '../../service/publish/serverless';
import type { PublishDependencies } from '../../service/publish/start';
import type { RevisionRef } from '../../service/schema-store/index-document';
import { readSettings } from '../../service/settings/settings';
import { readCredentials } from '../../service/twilio/credentials';
import { CommandError, type Io } from './command';

/** What is published in the account that the environment names. */
export interface Remote {
  serviceSid: string;
  publish: PublishDependencies;
  /** A call with a deadline of its own. */
  call: () => Call;
  ask: (question: HistoryQuestion) => Promise<HistoryAnswer>;
}

/** What is live; revision 0: nothing was ever published. */
export interface Live extends RevisionRef {
  document: Json | undefined;
}

/** A command waits longer than a browser would. */
const BUDGET_MS = 30_000;

const nothing = () => undefined;

/** @throws ServiceError `not_configured` naming the variable that is missing or malformed. */
export function connect({ variables, now }: Pick<Io, 'variables' | 'now'>): Remote {
  const settings = readSettings(variables);
  const credentials = readCredentials(settings);
  const serviceSid = settings.get('SERVICE_SID');
  const http = createHttpClient({ loopbackOrigin: settings.optional('CUSTOMER_CONTEXT_LOOPBACK') });
  const publish: PublishDependencies = {
    serviceSid,
    serverless: createServerless(http, credentials, serviceSid),
    files: createPublishedFiles(http, credentials.authToken),
  };
  const call = (): Call => ({
    requestId: 'command-line',
    deadline: now() + BUDGET_MS,
    now,
    record: nothing,
    cache: nothing,
    log: nothing,
  });
  return { serviceSid, publish, call, ask: (question) => history(publish, question, call()) };
}

/** One revision with its document. */
export async function revisionAt(remote: Remote, revision: number): Promise<RevisionRef & { document: Json }> {
  const answer = await remote.ask({ revision });
  if (answer.status === 'revision') return { revision, id: answer.entry.id, document: answer.document };
  throw new CommandError(`Revision ${revision} is not kept any more.`, 1, 'not_found');
}

export async function readLive(remote: Remote): Promise<Live> {
  const answer = await remote.ask({ before: undefined });
  if (answer.status !== 'published') return { revision: 0, document: undefined };
  return revisionAt(remote, answer.live);
}
