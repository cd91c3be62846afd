import type { Bus } from './bus';
import { newSid } from './sid';

export interface Message {
  sid: string;
  author: string;
  body: string;
  at: Date;
}

export interface Conversation {
  sid: string;
  friendlyName: string;
  /** Identities of those who take part: the customer first, then the agent. */
  customer: string;
  agent: string | null;
  messages: Message[];
  /** Index of the last message that the agent has seen. */
  lastRead: number | null;
  /** What the customer says next, when the agent has written something. */
  replies: string[];
  created: Date;
}

/** Chats between customers and the agent. */
export class Conversations {
  readonly all = new Map<string, Conversation>();
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(private readonly bus: Bus) {}

  create(input: { customer: string; opening: string[]; replies: string[] }): Conversation {
    const conversation: Conversation = {
      sid: newSid('CH'),
      friendlyName: input.customer,
      customer: input.customer,
      agent: null,
      messages: [],
      lastRead: null,
      replies: [...input.replies],
      created: new Date(),
    };
    this.all.set(conversation.sid, conversation);
    for (const body of input.opening) this.add(conversation, input.customer, body);
    return conversation;
  }

  /** Adds a message; the customer answers the agent's by and by. */
  say(sid: string, author: string, body: string): { message: Message; index: number } | undefined {
    const conversation = this.all.get(sid);
    if (!conversation) return undefined;
    const said = this.add(conversation, author, body);
    if (author !== conversation.customer) this.answer(conversation);
    return said;
  }

  /** The agent takes part from now on. False when they do already. */
  join(sid: string, identity: string): boolean {
    const conversation = this.all.get(sid);
    if (!conversation || conversation.agent === identity) return false;
    conversation.agent = identity;
    this.bus.emit('membership', conversation, identity, 'added');
    return true;
  }

  markRead(sid: string, index: number): void {
    const conversation = this.all.get(sid);
    if (!conversation?.agent) return;
    conversation.lastRead = index;
    this.bus.emit('membership', conversation, conversation.agent, 'updated');
  }

  leave(sid: string): void {
    const conversation = this.all.get(sid);
    const identity = conversation?.agent;
    if (!conversation || typeof identity !== 'string') return;
    conversation.agent = null;
    this.bus.emit('membership', conversation, identity, 'removed');
  }

  clear(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    this.all.clear();
  }

  private answer(conversation: Conversation): void {
    const body = conversation.replies.shift() ?? 'Thank you!';
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.add(conversation, conversation.customer, body);
    }, ANSWER_MS);
    timer.unref();
    this.timers.add(timer);
  }

  private add(conversation: Conversation, author: string, body: string) {
    const message: Message = { sid: newSid('IM'), author, body, at: new Date() };
    const index = conversation.messages.push(message) - 1;
    this.bus.emit('message', { conversationSid: conversation.sid, index });
    return { message, index };
  }
}

/** How long the customer types. */
const ANSWER_MS = 1200;
