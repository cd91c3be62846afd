import { isObject, type JsonObject } from '../../../display/json';
import type { Conversations } from '../../state/conversations';
import type { Answer, Pusher, Tunnelled } from '../twilsock';
import { describeItem, describeObject, findObject, type SyncItem } from './sync-objects';

const NOT_FOUND: Answer = { status: 404, body: { status: 404, code: 54100, message: 'Not found' } };
const DEFAULT_PAGE = 50;

/** Double of cds.us1.twilio.com, Twilio Sync: reads and subscriptions. What changes is pushed to who subscribed. */
export class SyncApi {
  private readonly subscribers = new Map<string, Set<Pusher>>();
  private lastEvent = 1;

  constructor(private readonly conversations: Conversations) {}

  answer(request: Tunnelled, pusher: Pusher): Answer | undefined {
    if (request.path === '/v4/Subscriptions') return this.subscribe(request.body, pusher);
    const [, , id = '', items] = /^\/v3\/(Documents|Maps|Lists)\/([^/]+)(\/Items)?$/.exec(request.path) ?? [];
    const object = findObject(this.conversations, decodeURIComponent(id));
    if (!object) return NOT_FOUND;
    if (items === undefined) return { status: 200, body: describeObject(object, this.lastEvent) };
    const page = selectItems(object.items, request.query);
    return {
      status: 200,
      body: { items: page.map((item) => describeItem(object, item, this.lastEvent)), meta: {} },
    };
  }

  /** Tells whoever watches a list or map about an item. */
  push(kind: 'list' | 'map', sid: string, what: 'added' | 'removed' | 'updated', item: SyncItem): void {
    this.lastEvent += 1;
    const payload = {
      event_type: `${kind}_item_${what}`,
      event: {
        id: this.lastEvent,
        [`${kind}_sid`]: sid,
        [`${kind}_revision`]: String(this.lastEvent),
        [kind === 'list' ? 'item_index' : 'item_key']: item.at,
        item_data: item.data,
        item_revision: '1',
        date_created: item.updated.toISOString(),
      },
    };
    for (const pusher of this.subscribers.get(sid) ?? []) {
      if (pusher.isOpen()) pusher.push(`com.twilio.rtd.cds.${kind}`, payload);
      else this.subscribers.get(sid)?.delete(pusher);
    }
  }

  private subscribe(body: unknown, pusher: Pusher): Answer {
    const { action, correlation_id, requests } = isObject(body) ? body : ({} as JsonObject);
    const sids = (Array.isArray(requests) ? requests : [])
      .map((one) => (isObject(one) ? one['object_sid'] : undefined))
      .filter((sid) => typeof sid === 'string');
    for (const sid of sids) {
      const watching = this.subscribers.get(sid) ?? new Set();
      this.subscribers.set(sid, watching);
      if (action === 'establish') watching.add(pusher);
      else watching.delete(pusher);
    }
    const events = sids.map((sid) => ({
      object_sid: sid,
      replay_status: 'completed',
      last_event_id: this.lastEvent,
    }));
    // After the answer to the request itself, which the page must have seen first.
    setImmediate(() => {
      const event_type = action === 'establish' ? 'subscription_established' : 'subscription_canceled';
      pusher.push('twilio.sync.event', { event_type, correlation_id, events });
    });
    return { status: 200, body: { estimated_delivery_in_ms: 5000, max_batch_size: 100, ttl_in_s: -1 } };
  }
}

function selectItems(items: SyncItem[], query: URLSearchParams): SyncItem[] {
  const key = query.get('Key') ?? query.get('Index');
  if (key !== null) return items.filter(({ at }) => String(at) === key);
  const ordered = query.get('Order') === 'desc' ? items.toReversed() : items;
  const from = query.get('From');
  const start =
    from === null
      ? 0
      : Math.max(
          0,
          ordered.findIndex(({ at }) => String(at) === from),
        );
  return ordered.slice(start, start + Number(query.get('PageSize') ?? DEFAULT_PAGE));
}
