import { isObject } from '../../../display/json';
import type { Conversation } from '../../state/conversations';
import type { SandboxState } from '../../state/sandbox-state';
import { findToken, TOKENS } from '../../tokens';
import type { Answer, Tunnel, Tunnelled } from '../twilsock';
import { SyncApi } from './sync-api';
import {
  joined,
  membershipItem,
  messageData,
  messagesSid,
  MY_CONVERSATIONS,
  participantItem,
  rosterSid,
} from './sync-objects';

const AIM = 'https://aim.us1.twilio.com/Client/v2';

/** Double of Twilio Conversations as the page meets it: aim.us1.twilio.com for requests, Sync for everything live. */
export function chatApi({ conversations, bus }: SandboxState): Tunnel {
  const sync = new SyncApi(conversations);

  bus.on('message', ({ conversationSid, index }) => {
    const conversation = conversations.all.get(conversationSid);
    const message = conversation?.messages[index];
    if (!conversation || !message) return;
    const data = messageData(conversation, message);
    sync.push('list', messagesSid(conversationSid), 'added', { at: index, data, updated: message.at });
  });
  bus.on('membership', (conversation, identity, what) => {
    const participant = participantItem({ ...conversation, agent: identity }, identity);
    if (participant && what !== 'updated') sync.push('map', rosterSid(conversation.sid), what, participant);
    sync.push('map', MY_CONVERSATIONS, what, membershipItem(conversation));
  });

  return (request, pusher) => {
    if (request.host.startsWith('cds.')) return sync.answer(request, pusher);
    if (request.host.startsWith('aim.')) return aim(request);
    return undefined;
  };

  function aim({ path, method, body, token }: Tunnelled): Answer {
    const identity = findToken(token)?.identity ?? TOKENS.agent.identity;
    const at = path.replace('/Client/v2', '');
    if (at === '/Configuration') return ok(configuration(identity));
    if (at === '/MyConversations') return ok({ conversations: joined(conversations).map(membership), meta: {} });
    const read = /^\/MyConversations\/(CH\w+)$/.exec(at)?.[1];
    if (read !== undefined) {
      const index = isObject(body) ? body['last_read_message_index'] : undefined;
      if (typeof index === 'number') conversations.markRead(read, index);
      return ok({ unread_messages_count: 0 });
    }
    const user = /^\/Users\/([^/]+)$/.exec(at)?.[1];
    if (user !== undefined) return ok(describeUser(decodeURIComponent(user)));
    const [, sid = '', rest] = /^\/Conversations\/(CH\w+)(\/.*)?$/.exec(at) ?? [];
    const conversation = conversations.all.get(sid);
    if (rest === '/Messages' && method === 'POST' && conversation) {
      const text = isObject(body) && typeof body['body'] === 'string' ? body['body'] : '';
      return say(conversation, identity, text);
    }
    if (rest?.startsWith('/Participants/') === true && method === 'DELETE') conversations.leave(sid);
    if (rest === '/MessageRecipients') return ok({ message_recipients: [], meta: {} });
    // Attributes, typing, push bindings: of no consequence here.
    return ok({});
  }

  function say(conversation: Conversation, identity: string, text: string): Answer {
    const said = conversations.say(conversation.sid, identity, text);
    return {
      status: 201,
      body: {
        sid: said?.message.sid,
        index: said?.index,
        author: identity,
        body: text,
        conversation_sid: conversation.sid,
        date_created: said?.message.at.toISOString(),
      },
    };
  }
}

const ok = (body: unknown): Answer => ({ status: 200, body });

function configuration(identity: string) {
  return {
    identity,
    links: {
      my_conversations: `${AIM}/MyConversations`,
      conversations: `${AIM}/Conversations`,
      users: `${AIM}/Users`,
      current_user: `${AIM}/Users/${identity}`,
      typing: `${AIM}/Typing`,
      messages_receipts: `${AIM}/Receipts`,
      media_service: 'https://mcs.us1.twilio.com/v1/Media',
      media_set_service: 'https://mcs.us1.twilio.com/v1/MediaSets',
    },
    options: {
      reachability_enabled: false,
      user_infos_to_subscribe: 100,
      typing_timeout: 5,
      consumption_report_interval: 'PT5S',
      http_cache_interval: 'PT5S',
      media_attachments_count_limit: 10,
      media_attachment_size_limit_in_mb: 150,
      media_attachments_total_size_limit_in_mb: 150,
      email_histories_allowed_mime_types: ['text/plain'],
      email_bodies_allowed_mime_types: ['text/plain'],
    },
    sync_objects: { my_conversations: MY_CONVERSATIONS, my_user_info: '' },
  };
}

function membership({ sid, lastRead }: Conversation) {
  return {
    conversation_sid: sid,
    status: 'joined',
    last_read_message_index: lastRead,
    notification_level: 'default',
    sync_objects: { conversation: `${sid}.channel`, messages: `${sid}.messages` },
  };
}

function describeUser(identity: string) {
  return {
    sid: `US${'0'.repeat(32)}`,
    identity,
    friendly_name: identity,
    attributes: '{}',
    sync_objects: { user_info_map: '' },
  };
}
