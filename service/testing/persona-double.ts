import { account, agentSid, workspaceSid } from './account';
import type { Reply, Responder } from './upstream';

export const taskSid = `WT${'77'.repeat(16)}`;

/** TaskRouter and Flex's configuration, for one task. */
export function taskRouter(task: {
  attributes?: unknown;
  /** Worker SID and state of each reservation. */
  reservations?: [string, string][];
  workerAttributes?: unknown;
}): Responder {
  const { attributes = { userId: 'u-1' }, reservations = [[agentSid, 'accepted']], workerAttributes = {} } = task;
  const text = typeof attributes === 'string' ? attributes : JSON.stringify(attributes);
  return (request): Reply | undefined => {
    if (request.host === 'flex-api.twilio.com') {
      return { status: 200, json: { account_sid: account.ACCOUNT_SID, taskrouter_workspace_sid: workspaceSid } };
    }
    if (request.host !== 'taskrouter.twilio.com') return undefined;
    const base = `/v1/Workspaces/${workspaceSid}`;
    const [path = '', query = ''] = request.path.split('?');
    if (path === `${base}/Tasks/${taskSid}`) {
      return {
        status: 200,
        json: {
          sid: taskSid,
          attributes: text,
          task_channel_unique_name: 'chat',
          task_queue_friendly_name: 'Everyone',
          workflow_friendly_name: 'Assign to anyone',
        },
      };
    }
    if (path === `${base}/Tasks/${taskSid}/Reservations`) {
      const worker = new URLSearchParams(query).get('WorkerSid');
      return {
        status: 200,
        json: {
          reservations: reservations
            .filter(([sid]) => sid === worker)
            .map(([sid, status]) => ({ worker_sid: sid, reservation_status: status, task_sid: taskSid })),
          meta: {},
        },
      };
    }
    if (path.startsWith(`${base}/Workers/`)) {
      return { status: 200, json: { attributes: JSON.stringify(workerAttributes) } };
    }
    return { status: 404, json: { code: 20404 } };
  };
}

export interface Customer {
  traits?: Record<string, unknown>;
  events?: Record<string, unknown>[];
}

/** An event as Segment sends it, with everything that must not travel on. */
export function segmentEvent(name: string, properties: Record<string, unknown> = {}, id = `m-${name}`) {
  return {
    external_ids: [{ collection: 'users', type: 'user_id', id: 'u-1' }],
    context: { ip: '203.0.113.7', userAgent: 'Mozilla/5.0 (secret browser)', page: { url: 'https://shop.example/x' } },
    type: 'track',
    message_id: id,
    source_id: 'src',
    timestamp: '2026-11-22T10:00:00.000Z',
    properties,
    event: name,
    related: {},
  };
}

/** Segment's Profile API: customers by `id_type:id`, pages and `include` as documented. */
export function segment(customers: Record<string, Customer>): Responder {
  return (request): Reply | undefined => {
    if (!request.host.startsWith('profiles.')) return undefined;
    const headers = { 'Request-Id': 'seg-req-1' };
    const basic = Buffer.from(`${account.SEGMENT_PERSONA_KEY}:`).toString('base64');
    if (request.headers.authorization !== `Basic ${basic}`) {
      return { status: 401, headers, json: { error: { code: 'authentication_error', message: 'No.' } } };
    }
    const [path = '', search = ''] = request.path.split('?');
    const match = /^\/v1\/spaces\/spa_test1234\/collections\/users\/profiles\/([^/]+)\/(traits|events)$/.exec(path);
    const name = decodeURIComponent(match?.[1] ?? '');
    const customer = Object.hasOwn(customers, name) ? customers[name] : undefined;
    if (customer === undefined) {
      return { status: 404, headers, json: { error: { code: 'not_found', message: 'Profile was not found.' } } };
    }
    const query = new URLSearchParams(search);
    const limit = Number(query.get('limit'));
    const from = Number(query.get('next') ?? 0);
    const cursor = (length: number) => {
      const more = from + limit < length;
      return { url: '/never/follow/me', has_more: more, next: more ? String(from + limit) : '', limit };
    };
    if (match?.[2] === 'traits') {
      const include = query.get('include')?.split(',');
      const entries = Object.entries(customer.traits ?? {}).filter(([key]) => include?.includes(key) ?? true);
      const traits = Object.fromEntries(entries.slice(from, from + limit));
      return { status: 200, headers, json: { traits, cursor: cursor(entries.length) } };
    }
    const events = customer.events ?? [];
    return { status: 200, headers, json: { data: events.slice(from, from + limit), cursor: cursor(events.length) } };
  };
}
