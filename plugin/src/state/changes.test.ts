import { describe, expect, it, vi } from 'vitest';
import { createChanges } from './changes';

describe('changes', () => {
  it('does not take the first data of a task for a change', () => {
    expect(createChanges().marksFor('WR1', { a: 1 }).size).toBe(0);
  });

  it('marks what differs, as deep as it differs, and everything that holds it', () => {
    const changes = createChanges();
    changes.marksFor('WR1', { a: 1, order: { total: 1, id: 'x' }, list: [1, 2] });
    const marks = changes.marksFor('WR1', { a: 1, order: { total: 2, id: 'x' }, list: [1, 3], 'new/key': true });
    expect([...marks].sort()).toEqual(['', '/list', '/list/1', '/new~1key', '/order', '/order/total']);
  });

  it('keeps marks through further changes until the agent has seen them', () => {
    const changes = createChanges();
    const listener = vi.fn();
    changes.subscribe(listener);
    changes.marksFor('WR1', { a: 1, b: 1 });
    changes.marksFor('WR1', { a: 2, b: 1 });
    expect([...changes.marksFor('WR1', { a: 2, b: 2 })].sort()).toEqual(['', '/a', '/b']);
    changes.seen('WR1', ['/a']);
    expect([...changes.marksFor('WR1', { a: 2, b: 2 })]).toEqual(['/b', '']);
    changes.seen('WR1');
    expect(changes.marksFor('WR1', { a: 2, b: 2 }).size).toBe(0);
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it('counts a row as seen together with what it holds, and no other whose name begins alike', () => {
    const changes = createChanges();
    changes.marksFor('WR1', { tags: ['a'], tagsOld: 1 });
    changes.marksFor('WR1', { tags: ['b'], tagsOld: 2 });
    changes.seen('WR1', ['/tags']);
    expect([...changes.marksFor('WR1', { tags: ['b'], tagsOld: 2 })].sort()).toEqual(['', '/tagsOld']);
  });

  it('notices what changed while another task was on the screen, and forgets ended tasks', () => {
    const changes = createChanges();
    changes.marksFor('WR1', { a: 1 });
    changes.marksFor('WR2', { a: 5 });
    expect(changes.marksFor('WR1', { a: 2 }).has('/a')).toBe(true);
    changes.forget('WR1');
    expect(changes.marksFor('WR1', { a: 3 }).size).toBe(0);
  });

  it('gives the same object while nothing changes, so that nothing is drawn again', () => {
    const changes = createChanges();
    changes.marksFor('WR1', { a: 1 });
    const marks = changes.marksFor('WR1', { a: 2 });
    expect(changes.marksFor('WR1', { a: 2 })).toBe(marks);
  });
});
