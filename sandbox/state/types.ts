import type { ChannelName } from '../account';
import type { JsonObject } from '../../display/json';
import type { Role } from '../tokens';
import type { JsonMistake } from './json-mistake';

export const TASK_STATUSES = ['pending', 'reserved', 'assigned', 'wrapping', 'completed', 'canceled'] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

export const RESERVATION_STATUSES = [
  'pending',
  'accepted',
  'rejected',
  'timeout',
  'canceled',
  'rescinded',
  'wrapping',
  'completed',
] as const;
export type ReservationStatus = (typeof RESERVATION_STATUSES)[number];

export interface Task {
  sid: string;
  /** JSON text, as TaskRouter keeps it: its length is what the limit counts. */
  attributes: string;
  status: TaskStatus;
  channel: ChannelName;
  queueName: string;
  workflowName: string;
  reason: string | null;
  priority: number;
  created: Date;
  updated: Date;
  version: number;
}

export interface Reservation {
  sid: string;
  taskSid: string;
  workerSid: string;
  status: ReservationStatus;
  created: Date;
  updated: Date;
  version: number;
}

export interface Worker {
  sid: string;
  friendlyName: string;
  /** JSON text. */
  attributes: string;
  activitySid: string;
  created: Date;
  updated: Date;
  version: number;
}

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const PLACEMENTS = ['panel2', 'tab', 'profiles'] as const;
export type Placement = (typeof PLACEMENTS)[number];

/** Who sits in front of Flex, and how it looks. Changing it reloads open Flex pages. */
export interface Session {
  role: Role;
  theme: Theme;
  placement: Placement;
}

export interface NewTask {
  /** An object, or JSON text to be kept to the letter. */
  attributes: JsonObject | string;
  channel?: ChannelName;
  queueName?: string;
  workflowName?: string;
  /** Who gets the reservation. Null: nobody yet. Default: the sandbox's agent. */
  workerSid?: string | null;
  /** Since when it waits. Default: now. */
  created?: Date;
  /** How far the agent has come with it. Default: the reservation is waiting to be accepted. */
  reservation?: 'pending' | 'accepted' | 'wrapping';
}

export interface TaskChange {
  attributes?: JsonObject | string;
  /** Ends the task, and the reservation on it. */
  status?: 'completed' | 'canceled';
  reason?: string;
}

/** A request that TaskRouter would refuse. */
export class InvalidRequest extends Error {
  override readonly name = 'InvalidRequest';
  constructor(
    message: string,
    readonly status: 400 | 404 = 400,
    readonly code = status === 404 ? 20404 : 20001,
    /** Where in JSON text the mistake is. */
    readonly mistake?: JsonMistake,
  ) {
    super(message);
  }
}
