import { beforeEach, describe, expect, it } from 'vitest';
import { SandboxState } from '../../state/sandbox-state';
import { TOKENS } from '../../tokens';
import type { Tunnel } from '../twilsock';
import { chatApi } from './chat-api';
import { MY_CONVERSATIONS, messagesSid } from './sync-objects';

let state: SandboxState;
let tunnel: Tunnel;
let pushed: { type: string; payload: unknown }[];
let sid: string;

beforeEach(() => {
  state = new SandboxState();
  tunnel = chatApi(state);
  pushed = [];
  const chat = { customer: 'Chloe', opening: ['Hi', 'Are you there?'], replies: ['Thanks!'] };
  sid = state.conversations.create(chat).sid;
});

const pusher = { isOpen: () => true, push: (type: string, payload: unknown) => void pushed.push({ type, payload }) };
function ask(host: string, path: string, method = 'GET', body?: unknown, query = '') {
  const request = { host, path, method, body, query: new URLSearchParams(query), token: TOKENS.agent.token };
  return tunnel(request, pusher);
}
const cds = (path: string, query = '') => ask('cds.us1.twilio.com', path, 'GET', undefined, query);
const aim = (path: string, method = 'GET', body?: unknown) =>
  ask('aim.us1.twilio.com', `/Client/v2${path}`, method, body);
const subscribe = (object_sid: string) =>
  ask('cds.us1.twilio.com', '/v4/Subscriptions', 'POST', {
    action: 'establish',
    correlation_id: 1,
    requests: [{ object_sid, object_type: 'list' }],
  });

describe('a chat', () => {
  it('is the agent’s once they have joined, and gone when they leave', () => {
    subscribe(MY_CONVERSATIONS);
    expect(aim('/MyConversations')?.body).toMatchObject({ conversations: [] });
    expect(state.conversations.join(sid, 'noor.haddad')).toBe(true);
    expect(state.conversations.join(sid, 'noor.haddad')).toBe(false);
    expect(aim('/MyConversations')?.body).toMatchObject({ conversations: [{ conversation_sid: sid }] });
    aim(`/Conversations/${sid}/Participants/noor.haddad`, 'DELETE');
    expect(aim('/MyConversations')?.body).toMatchObject({ conversations: [] });
    const events = pushed.map(({ payload }) => (payload as { event_type: string }).event_type);
    expect(events).toEqual(['map_item_added', 'map_item_removed']);
  });

  it('pushes what the agent says to whoever subscribed, and says it once', () => {
    subscribe(messagesSid(sid));
    const answer = aim(`/Conversations/${sid}/Messages`, 'POST', { body: 'Good morning' });
    expect(answer).toMatchObject({ status: 201, body: { index: 2, author: 'noor.haddad' } });
    expect(pushed).toMatchObject([
      { type: 'com.twilio.rtd.cds.list', payload: { event: { item_index: 2, item_data: { text: 'Good morning' } } } },
    ]);
  });

  it('pages its messages from either end', () => {
    const texts = (query: string) =>
      cds(`/v3/Lists/${messagesSid(sid)}/Items`, query)?.body as {
        items: { index: number }[];
      };
    expect(texts('Order=desc&PageSize=1').items.map(({ index }) => index)).toEqual([1]);
    expect(texts('From=1').items.map(({ index }) => index)).toEqual([1]);
    expect(texts('').items).toHaveLength(2);
  });

  it('remembers how far the agent has read', () => {
    state.conversations.join(sid, 'noor.haddad');
    aim(`/MyConversations/${sid}`, 'POST', { last_read_message_index: 1 });
    expect(aim('/MyConversations')?.body).toMatchObject({ conversations: [{ last_read_message_index: 1 }] });
  });
});

describe('what is not there', () => {
  it('is not found, as Sync says it', () => {
    expect(cds('/v3/Documents/CH0.channel')).toMatchObject({ status: 404, body: { code: 54100 } });
    expect(cds('/v3/Nonsense/x')?.status).toBe(404);
  });

  it('is left to others when it is another host', () => {
    expect(ask('elsewhere.twilio.com', '/')).toBeUndefined();
  });
});
