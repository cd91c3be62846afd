import { RateLimit } from '../../sandbox/segment/rate-limit';
import { account, schemaDomain, workspaceSid } from '../../service/testing/account';
import { segmentEvent } from '../../service/testing/persona-double';
import { published } from '../../service/testing/twilio-double';
import { flat } from '../support/data';
import type { Assumed } from './assumptions';
import { createLoad, type Load } from './load';
import type { Chance } from './chance';
import type { Clock } from './clock';

/** A task as TaskRouter has it. */
export interface SimulatedTask {
  sid: string;
  attributes: Record<string, string | number | Record<string, string>>;
  /** Worker SIDs of those who hold a reservation. */
  workers: Set<string>;
}

/** Twilio and Segment, answering on the virtual clock. */
export interface Outside {
  fetch: (url: URL, init: RequestInit) => Promise<Response>;
  tasks: Map<string, SimulatedTask>;
  /** Puts one more revision in force. */
  publish: (document: object) => void;
  /** Segment's limit; half way through, another system may take some of it. */
  limit: { perSecond: number };
  counts: { traits: number; traitPages: number; events: number; refused: number; most: number };
  /** Requests of the functions by upstream. */
  load: Load;
}

const TRAITS_PER_PAGE = 200;
/** How many traits customers have: most have few. */
const SIZES = [20, 20, 40, 60, 60, 120, 120, 200, 450, 900];
const CUSTOMERS = SIZES.map((size) => JSON.stringify(flat(size)));
const EVENTS = Array.from({ length: 60 }, (_, n) => segmentEvent('Page Viewed', { path: `/orders/${n}` }, `m${n}`));
const NO_CURSOR = { url: '', has_more: false, next: '' };

/** What the functions ask, by host. */
const UPSTREAMS: Readonly<Record<string, string>> = {
  'profiles.segment.com': 'Segment Profile API',
  'taskrouter.twilio.com': 'TaskRouter',
  'iam.twilio.com': 'token validation',
  'flex-api.twilio.com': 'Flex Configuration',
  'serverless.twilio.com': 'Serverless API',
};

export const workerSid = (agent: number): string => `WK${agent.toString(16).padStart(32, '0')}`;

export function createOutside(clock: Clock, chance: Chance, assumed: Assumed): Outside {
  const documents: object[] = [];
  const limit = { perSecond: 100 };
  const rate = new RateLimit(() => limit.perSecond);
  const tasks = new Map<string, SimulatedTask>();
  const counts = { traits: 0, traitPages: 0, events: 0, refused: 0, most: 0 };
  const load = createLoad(clock);
  let second = { number: 0, requests: 0 };
  const wait = (ms: number): Promise<void> => new Promise((resolve) => clock.after(ms, resolve));
  const answer = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
    new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });

  function segment({ pathname, searchParams }: URL): Response {
    const number = Math.floor(clock.now() / 1000);
    second = { number, requests: second.number === number ? second.requests + 1 : 1 };
    counts.most = Math.max(counts.most, second.requests);
    const isEvents = pathname.endsWith('/events');
    if (!rate.allow(clock.now())) {
      counts.refused += 1;
      return answer({ error: { code: 'rate_limit_error', message: 'Slow down.' } }, 429, { 'Retry-After': '1' });
    }
    if (isEvents) {
      counts.events += 1;
      return answer({ data: EVENTS, cursor: { ...NO_CURSOR, has_more: true, next: `n${counts.events}` } });
    }
    const from = Number(searchParams.get('next') ?? 0);
    if (from === 0) counts.traits += 1;
    else counts.traitPages += 1;
    const customer = Number(/user_id:(\d+)/.exec(pathname)?.[1] ?? 0) % SIZES.length;
    const include = searchParams.get('include')?.split(',');
    const entries = Object.entries(JSON.parse(CUSTOMERS[customer] ?? '{}') as object);
    const wanted = include === undefined ? entries : entries.filter(([key]) => include.includes(key));
    const next = from + TRAITS_PER_PAGE;
    const more = next < wanted.length;
    return answer({
      traits: Object.fromEntries(wanted.slice(from, next)),
      cursor: more ? { ...NO_CURSOR, has_more: true, next: String(next) } : NO_CURSOR,
    });
  }

  function taskRouter({ pathname, searchParams }: URL): Response {
    const [, sid, reservations] = /\/Tasks\/(WT[0-9a-f]{32})(\/Reservations)?$/.exec(pathname) ?? [];
    const task = tasks.get(sid ?? '');
    if (task === undefined) return answer({ code: 20404 }, 404);
    if (reservations === undefined) {
      return answer({ sid, attributes: JSON.stringify(task.attributes), task_channel_unique_name: 'chat' });
    }
    const worker = searchParams.get('WorkerSid') ?? '';
    const held = task.workers.has(worker) ? [{ worker_sid: worker, reservation_status: 'accepted' }] : [];
    return answer({ reservations: held, meta: {} });
  }

  function twilio(url: URL, body: string): Response {
    if (url.host === 'iam.twilio.com') {
      const { token } = JSON.parse(body) as { token: string };
      const worker = workerSid(Number(token.split('-')[1]));
      return answer({ valid: true, worker_sid: worker, roles: ['agent'], expiration: '2099-01-01T00:00:00Z' });
    }
    if (url.host === 'flex-api.twilio.com') {
      return answer({ account_sid: account.ACCOUNT_SID, taskrouter_workspace_sid: workspaceSid });
    }
    if (url.host === 'taskrouter.twilio.com') return taskRouter(url);
    if (url.host === 'serverless.twilio.com') {
      const place = { unique_name: 'display-schema', domain_name: schemaDomain, build_sid: `ZB${'0'.repeat(32)}` };
      return answer({ environments: [place], meta: { next_page_url: null } });
    }
    const asset = url.host === schemaDomain ? published(...documents)[url.pathname] : undefined;
    return asset === undefined ? answer({ code: 20404 }, 404) : answer(asset);
  }

  return {
    tasks,
    limit,
    counts,
    load,
    publish: (document) => void documents.push(document),
    async fetch(url, init) {
      const isSegment = url.host === 'profiles.segment.com';
      const over = load.begins(UPSTREAMS[url.host] ?? 'published documents');
      await wait(chance.skewed(isSegment ? assumed.segment : assumed.twilio, 0.35));
      over();
      return isSegment ? segment(url) : twilio(url, typeof init.body === 'string' ? init.body : '');
    },
  };
}
