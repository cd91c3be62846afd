import type { Clock } from './clock';

/** What arrived during a time, of one kind or of all. */
export interface Measured {
  requests: number;
  /** In the busiest second. */
  perSecond: number;
  /** At the same moment, at most. */
  atOnce: number;
}

/** Counts requests of one side of the simulation, by name and together. */
export interface Load {
  /** A request begins; call the result when it is over. */
  begins: (name: string) => () => void;
  /** Forgets what was counted, not what is still under way. */
  restart: () => void;
  measured: () => Map<string, Measured>;
}

/** The name under which everything is counted together. */
export const ALL = 'all';

interface Kind extends Measured {
  now: number;
  second: number;
  inSecond: number;
}

export function createLoad(clock: Pick<Clock, 'now'>): Load {
  const kinds = new Map<string, Kind>();
  const kindOf = (name: string): Kind => {
    const known = kinds.get(name);
    if (known !== undefined) return known;
    const kind = { requests: 0, perSecond: 0, atOnce: 0, now: 0, second: 0, inSecond: 0 };
    kinds.set(name, kind);
    return kind;
  };
  return {
    begins(name) {
      const second = Math.floor(clock.now() / 1000);
      const both = [kindOf(name), kindOf(ALL)];
      for (const kind of both) {
        kind.requests += 1;
        kind.inSecond = kind.second === second ? kind.inSecond + 1 : 1;
        kind.second = second;
        kind.perSecond = Math.max(kind.perSecond, kind.inSecond);
        kind.atOnce = Math.max(kind.atOnce, (kind.now += 1));
      }
      return () => {
        for (const kind of both) kind.now -= 1;
      };
    },
    restart() {
      for (const kind of kinds.values())
        Object.assign(kind, { requests: 0, perSecond: 0, inSecond: 0, atOnce: kind.now });
    },
    measured: () =>
      new Map([...kinds].map(([name, { requests, perSecond, atOnce }]) => [name, { requests, perSecond, atOnce }])),
  };
}
