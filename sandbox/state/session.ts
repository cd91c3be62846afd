import type { Bus } from './bus';
import type { Session } from './types';

const AT_START: Session = { role: 'agent', theme: 'light', placement: 'panel2' };

/** Role, theme and placement of the Flex pages that this sandbox serves. */
export class SessionState {
  current: Session = { ...AT_START };

  constructor(private readonly bus: Bus) {}

  set(change: Partial<Session>): Session {
    this.current = { ...this.current, ...change };
    this.bus.emit('session', this.current);
    return this.current;
  }

  clear(): void {
    this.current = { ...AT_START };
  }
}
