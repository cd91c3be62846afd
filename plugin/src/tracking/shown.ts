import type { PropertiesOf, Tracker } from './tracker';

type Shown = Omit<PropertiesOf<'Customer Context Shown'>, 'sinceReservation' | 'sinceOpened'>;

/** Measures, for each reservation once, how long its customer takes to be on the screen. */
export interface ShownTimes {
  /** The reservation has arrived. */
  reserved(sid: string): void;
  /** The task is drawn. */
  opened(sid: string): void;
  /** Context and traits are on the screen, or traits have failed. */
  shown(sid: string, what: Shown): void;
}

/** Reservations of a long day; of older ones nothing is drawn any more. */
const MOST = 500;
const LONGEST_MS = 86_400_000;

export function createShownTimes({ track }: Tracker): ShownTimes {
  const times = new Map<string, { reserved?: number; opened?: number; told?: true }>();
  const note = (sid: string, more: { reserved?: number; opened?: number; told?: true }): void => {
    times.set(sid, { ...more, ...times.get(sid) });
    const [oldest] = times.keys();
    if (times.size > MOST && oldest !== undefined) times.delete(oldest);
  };
  const since = (moment: number): number => Math.min(LONGEST_MS, Math.max(0, Math.round(performance.now() - moment)));
  return {
    reserved: (sid) => note(sid, { reserved: performance.now() }),
    opened: (sid) => note(sid, { opened: performance.now() }),
    shown(sid, what) {
      const { reserved, opened, told } = times.get(sid) ?? {};
      if (opened === undefined || told === true) return;
      note(sid, { told: true });
      track('Customer Context Shown', {
        ...what,
        sinceReservation: reserved === undefined ? null : since(reserved),
        sinceOpened: since(opened),
      });
    },
  };
}
