/** What became of the events that the Tracking API was sent. Its answers do not tell, so tests and the panel ask here. */
import type { JsonObject } from '../../display/json';

export interface TrackingEntry {
  type: string;
  messageId?: string;
  userId?: string;
  anonymousId?: string;
  /** Of a source that is not connected to the space: the event, which changes no profile. */
  event?: string;
  properties?: JsonObject;
  /** Accepted events change a profile after the delay; the others never do. */
  outcome: 'accepted' | 'duplicate' | 'dropped';
  reason?: string;
}

const KEPT = 500;

export class TrackingLog {
  private entries: TrackingEntry[] = [];

  add(entry: TrackingEntry): void {
    this.entries = [...this.entries, entry].slice(-KEPT);
  }

  /** The newest 500, oldest first. */
  all(): readonly TrackingEntry[] {
    return this.entries;
  }

  clear(): void {
    this.entries = [];
  }
}
