import type { Conversation, Conversations, Message } from '../../state/conversations';

/**
 * What the Conversations SDK reads through Twilio Sync: per conversation a document (its properties), a map (who takes
 * part) and a list (its messages), and per agent a map of the conversations they have joined.
 */
const BASE = 'https://cds.us1.twilio.com/v3';

export const documentSid = (conversation: string) => `ET${conversation.slice(2)}`;
export const rosterSid = (conversation: string) => `MP${conversation.slice(2)}`;
export const messagesSid = (conversation: string) => `ES${conversation.slice(2)}`;
/** One agent, one map: the sandbox has a single seat. */
export const MY_CONVERSATIONS = 'MP5a9db0c0ffee00000000000000000001';

/** A Sync object as the API describes it, without its items. */
export interface SyncObject {
  kind: 'Documents' | 'Maps' | 'Lists';
  sid: string;
  uniqueName: string;
  data?: unknown;
  items: SyncItem[];
}

export interface SyncItem {
  /** Key in a map, index in a list. */
  at: string | number;
  data: unknown;
  updated: Date;
}

/** The object with this SID or unique name. */
export function findObject(conversations: Conversations, id: string): SyncObject | undefined {
  if (id === MY_CONVERSATIONS) {
    return { kind: 'Maps', sid: id, uniqueName: id, items: joined(conversations).map(membershipItem) };
  }
  for (const conversation of conversations.all.values()) {
    const object = objectsOf(conversation).find(({ sid, uniqueName }) => id === sid || id === uniqueName);
    if (object) return object;
  }
  return undefined;
}

export const joined = (conversations: Conversations): Conversation[] =>
  [...conversations.all.values()].filter(({ agent }) => agent !== null);

function objectsOf(conversation: Conversation): SyncObject[] {
  const { sid } = conversation;
  return [
    {
      kind: 'Documents',
      sid: documentSid(sid),
      uniqueName: `${sid}.channel`,
      data: properties(conversation),
      items: [],
    },
    { kind: 'Maps', sid: rosterSid(sid), uniqueName: `${sid}.roster`, items: participants(conversation) },
    {
      kind: 'Lists',
      sid: messagesSid(sid),
      uniqueName: `${sid}.messages`,
      items: conversation.messages.map((message, index) => ({
        at: index,
        data: messageData(conversation, message),
        updated: message.at,
      })),
    },
  ];
}

function properties(conversation: Conversation) {
  const { sid, friendlyName, created, messages } = conversation;
  const last = messages.at(-1);
  return {
    friendlyName,
    uniqueName: null,
    createdBy: 'system',
    dateCreated: created.toISOString(),
    dateUpdated: created.toISOString(),
    attributes: '{}',
    messages: `${sid}.messages`,
    roster: `${sid}.roster`,
    state: { current: 'active', dateUpdated: created.toISOString() },
    ...(last ? { lastMessage: { index: messages.length - 1, timestamp: last.at.toISOString() } } : {}),
  };
}

function participants(conversation: Conversation): SyncItem[] {
  const { sid, customer, agent, created } = conversation;
  return [customer, ...(agent === null ? [] : [agent])].map((identity, index) => ({
    at: participantSid(sid, index),
    updated: created,
    data: {
      identity,
      type: 'chat',
      attributes: '{}',
      roleSid: null,
      dateCreated: created.toISOString(),
      dateUpdated: created.toISOString(),
      lastConsumedMessageIndex: null,
      lastConsumptionTimestamp: null,
      userInfo: '',
    },
  }));
}

export function participantItem(conversation: Conversation, identity: string): SyncItem | undefined {
  return participants(conversation).find(({ data }) => (data as { identity: string }).identity === identity);
}

export function membershipItem(conversation: Conversation): SyncItem {
  const { sid, created } = conversation;
  return {
    at: sid,
    updated: created,
    data: {
      status: 'joined',
      channel: `${sid}.channel`,
      lastConsumedMessageIndex: conversation.lastRead,
      notificationLevel: 'default',
      ...properties(conversation),
    },
  };
}

export function messageData(conversation: Conversation, message: Message) {
  const { sid, author, body, at } = message;
  return {
    sid,
    author,
    text: body,
    type: 'text',
    attributes: '{}',
    timestamp: at.toISOString(),
    dateUpdated: at.toISOString(),
    memberSid: participantSid(conversation.sid, author === conversation.customer ? 0 : 1),
  };
}

const participantSid = (conversation: string, index: number) => `MB${conversation.slice(2, -1)}${index}`;

/** How the Sync API answers for an object. */
export function describeObject({ kind, sid, uniqueName, data }: SyncObject, lastEvent: number) {
  const url = `${BASE}/${kind}/${sid}`;
  return {
    sid,
    unique_name: uniqueName,
    url,
    links: { items: `${url}/Items` },
    revision: '1',
    last_event_id: lastEvent,
    date_created: '2026-01-01T00:00:00Z',
    date_updated: new Date().toISOString(),
    ...(data === undefined ? {} : { data }),
  };
}

export function describeItem({ kind, sid }: SyncObject, { at, data, updated }: SyncItem, lastEvent: number) {
  return {
    ...(kind === 'Maps' ? { key: at } : { index: at }),
    url: `${BASE}/${kind}/${sid}/Items/${at}`,
    revision: '1',
    last_event_id: lastEvent,
    date_updated: updated.toISOString(),
    date_expires: null,
    data,
  };
}
