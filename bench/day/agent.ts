import type { TaskPersona } from '../../plugin/src/persona/taskPersona';
import { createServices, type Services } from '../../plugin/src/services';
import type { Clock } from './clock';
import { FUNCTIONS } from './containers';
import type { SimulatedTask } from './outside';

/** What an agent saw of one reservation's traits. Times in milliseconds after the reservation arrived. */
export interface Seen {
  readyAfter: number | undefined;
  acceptedAfter: number | undefined;
  /** A notice that counts down to the next attempt was on the screen. */
  countdown: boolean;
  /** A notice that something is wrong was on the screen, by its code. */
  errors: Set<string>;
}

/** One agent's Flex: the plugin's own services, without a screen. */
export class Agent {
  /** Undefined while the agent is logged out. */
  private services: Services | undefined;

  constructor(
    readonly number: number,
    private readonly clock: Clock,
  ) {}

  get isLoggedIn(): boolean {
    return this.services !== undefined;
  }

  /** Flex is loaded, unless it is already. */
  logIn(): void {
    this.services ??= createServices({ functionsBase: FUNCTIONS }, () => `token-${this.number}`);
  }

  /** Flex is loaded anew. */
  reload(): void {
    this.logOut();
    this.logIn();
  }

  logOut(): void {
    this.services?.clear();
    this.services = undefined;
  }

  /** A reservation arrives, or a task is on the screen again: what the plugin's prefetch does. */
  meets(reservation: string, task: SimulatedTask, seen: Seen): TaskPersona | undefined {
    const arrived = this.clock.now();
    const persona = this.services?.personas?.of({ sid: reservation, taskSid: task.sid, attributes: task.attributes });
    persona?.traits.subscribe(() => {
      const state = persona.traits.get();
      if (state.is === 'ready' || state.is === 'stale') seen.readyAfter ??= this.clock.now() - arrived;
      if (state.is !== 'failed') return;
      if (state.trouble.retryAt === undefined) seen.errors.add(state.trouble.code);
      else seen.countdown = true;
    });
    return persona;
  }

  /** The task on the screen has other attributes than before. */
  sees(reservation: string, task: SimulatedTask): void {
    this.services?.personas?.seen({ sid: reservation, taskSid: task.sid, attributes: task.attributes });
  }

  /** The reservation is over. */
  leaves(reservation: string): void {
    this.services?.forgetTask(reservation);
  }
}
