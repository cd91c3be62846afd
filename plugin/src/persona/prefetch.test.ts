import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { prefetchWithFlex } from './prefetch';
import type { ShownTimes } from '../tracking/shown';
import type { PersonaStore } from './personaStore';

const reserved = vi.fn();
const times = { reserved } as unknown as ShownTimes;
const reservation = (sid: string, attributes: unknown) => ({ sid, task: { sid: `WT-${sid}`, attributes } });

describe('asking ahead of time', () => {
  it('starts with the tasks that the agent has, and goes on with each reservation as it arrives', () => {
    const worker = Object.assign(new EventEmitter(), {
      reservations: new Map([['WR1', reservation('WR1', { userId: 'u-1' })]]),
    });
    const of = vi.fn();
    prefetchWithFlex({ workerClient: worker } as never, { of } as unknown as PersonaStore, times);
    worker.emit('reservationCreated', reservation('WR2', 'no object'));
    // When those arrived that were there before is not known.
    expect(reserved.mock.calls).toEqual([['WR2']]);
    expect(of.mock.calls).toEqual([
      [{ sid: 'WR1', taskSid: 'WT-WR1', attributes: { userId: 'u-1' } }],
      [{ sid: 'WR2', taskSid: 'WT-WR2', attributes: {} }],
    ]);
  });

  it('does nothing in a Flex without TaskRouter', () => {
    expect(() => prefetchWithFlex({} as never, {} as PersonaStore, times)).not.toThrow();
  });
});
