import { EventEmitter } from 'node:events';
import type { Conversation } from './conversations';
import type { Reservation, Session, Task, Worker } from './types';

/** What TaskRouter calls the event of a reservation that has reached a status. */
export const RESERVATION_EVENTS = {
  pending: 'reservation.created',
  accepted: 'reservation.accepted',
  rejected: 'reservation.rejected',
  timeout: 'reservation.timeout',
  canceled: 'reservation.canceled',
  rescinded: 'reservation.rescinded',
  wrapping: 'reservation.wrapup',
  completed: 'reservation.completed',
} as const;

export interface BusEvents {
  reservation: [Reservation];
  task: [Task];
  worker: [Worker, 'activity' | 'attributes'];
  session: [Session];
  schema: [];
  faults: [];
  message: [{ conversationSid: string; index: number }];
  /** The agent joined a conversation, left it, or has read on in it. */
  membership: [conversation: Conversation, identity: string, what: 'added' | 'removed' | 'updated'];
  reset: [];
}

/** Tells the doubles that state has changed; each turns that into its own protocol. */
export class Bus extends EventEmitter<BusEvents> {
  constructor() {
    super();
    // Every open page adds listeners, and a test run opens many.
    this.setMaxListeners(0);
  }

  /** Listens until the returned function is called. */
  subscribe<K extends keyof BusEvents>(name: K, listener: (...args: BusEvents[K]) => void): () => void {
    // The emitter's own types do not follow a name that is still a type parameter.
    const call = listener as Parameters<typeof this.on<K>>[1];
    this.on(name, call);
    return () => this.off(name, call);
  }
}
