import { Agent, type Seen } from './agent';
import type { Assumed } from './assumptions';
import type { Chance } from './chance';
import type { Clock } from './clock';
import { workerSid, type Outside, type SimulatedTask } from './outside';

/** What happened to tasks, counted. */
export interface Counts {
  tasks: number;
  reservations: number;
  reloads: number;
  refreshes: number;
  attributeChanges: number;
  identityChanges: number;
  eventsOpened: number;
}

/** Agents at work: tasks arrive as agents become free, are accepted or not, go on to others, change on the way. */
export interface Shift {
  agents: readonly Agent[];
  counts: Counts;
  /** One entry per reservation that arrived. */
  seen: Seen[];
  /** Gives an agent a new task. Calls back when the agent is done with it. */
  assign: (agent: Agent, done: () => void) => void;
  /** Everybody logs in at once. */
  logIn: () => void;
  /** Agents log in, and take task after task until then. */
  work: (until: number) => void;
}

export function createShift(count: number, clock: Clock, chance: Chance, outside: Outside, assumed: Assumed): Shift {
  const agents = Array.from({ length: count }, (_, number) => new Agent(number, clock));
  const seen: Seen[] = [];
  const counts: Counts = {
    tasks: 0,
    reservations: 0,
    reloads: 0,
    refreshes: 0,
    attributeChanges: 0,
    identityChanges: 0,
    eventsOpened: 0,
  };
  /** Somebody who is logged in: whoever hands a task on is, so this ends. */
  const another = (): Agent => {
    const agent = agents[Math.floor(chance.next() * agents.length)];
    return agent?.isLoggedIn === true ? agent : another();
  };

  /** `done`: this agent is free again. Who a task goes on to has it beside their own. */
  function offer(task: SimulatedTask, agent: Agent, done: () => void): void {
    const worker = workerSid(agent.number);
    counts.reservations += 1;
    const reservation = `WR${counts.reservations.toString(16).padStart(32, '0')}`;
    const entry: Seen = { readyAfter: undefined, acceptedAfter: undefined, countdown: false, errors: new Set() };
    seen.push(entry);
    task.workers.add(worker);
    let left = false;
    const leave = (): void => {
      left = true;
      agent.leaves(reservation);
      task.workers.delete(worker);
      done();
    };
    let persona = agent.meets(reservation, task, entry);

    if (chance.happens(assumed.notAccepted)) {
      clock.after(assumed.notAcceptedAfter, () => {
        leave();
        offer(task, another(), () => undefined);
      });
      return;
    }
    entry.acceptedAfter = chance.between(...assumed.accept);
    const length = Math.max(30_000, chance.skewed(assumed.conversation, 0.6));
    const onTheWay = (share: number, act: () => void): void => {
      if (!chance.happens(share)) return;
      clock.after((entry.acceptedAfter ?? 0) + chance.next() * length, () => {
        if (!left) act();
      });
    };
    onTheWay(assumed.refreshed, () => {
      counts.refreshes += 1;
      persona?.refresh();
    });
    onTheWay(assumed.attributesChanged, () => {
      counts.attributeChanges += 1;
      task.attributes = { ...task.attributes, context: { note: 'changed' } };
      agent.sees(reservation, task);
    });
    onTheWay(assumed.identityChanged, () => {
      counts.identityChanges += 1;
      task.attributes = { ...task.attributes, userId: `${Math.floor(chance.next() * 1e6)}` };
      persona = agent.meets(reservation, task, entry);
    });
    onTheWay(assumed.eventsOpened, () => {
      counts.eventsOpened += 1;
      persona?.events();
      if (chance.happens(assumed.moreEvents)) clock.after(5_000, () => persona?.more.load());
    });
    onTheWay(assumed.reloaded, () => {
      counts.reloads += 1;
      agent.reload();
      persona = agent.meets(reservation, task, entry);
    });
    const moves = chance.happens(assumed.transferred);
    clock.after(entry.acceptedAfter + length * (moves ? 0.5 : 1), () => {
      leave();
      if (moves) offer(task, another(), () => undefined);
      else outside.tasks.delete(task.sid);
    });
  }

  function assign(agent: Agent, done: () => void): void {
    counts.tasks += 1;
    const sid = `WT${counts.tasks.toString(16).padStart(32, '0')}`;
    const userId = `${Math.floor(chance.next() * 1e6)}`;
    const task: SimulatedTask = { sid, attributes: { userId, context: { intent: 'refund' } }, workers: new Set() };
    outside.tasks.set(sid, task);
    offer(task, agent, done);
  }

  return {
    agents,
    counts,
    seen,
    assign,
    logIn() {
      for (const agent of agents) agent.logIn();
    },
    work(until) {
      const next = (agent: Agent): void => {
        clock.after(chance.skewed(assumed.pause, 0.8), () => {
          if (clock.now() < until) assign(agent, () => next(agent));
        });
      };
      for (const agent of agents) {
        clock.after(chance.between(0, assumed.logIn), () => {
          agent.logIn();
          next(agent);
        });
      }
    },
  };
}
