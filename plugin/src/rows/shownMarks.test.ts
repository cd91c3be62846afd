import { describe, expect, it } from 'vitest';
import { compile, view } from '../../../display/index';
import type { JsonObject } from '../../../display/json';
import { createChanges } from '../state/changes';
import { shownMarks } from './shownMarks';

const env = { locale: 'en-US', zone: 'UTC', now: 0 };

function changed(before: JsonObject, after: JsonObject, context = {}) {
  const changes = createChanges();
  changes.marksFor('WR1', before);
  const panel = view(compile({ version: 1, context }), { context: after, facts: {}, env }).context;
  const { marks, changed: count } = shownMarks(panel, changes.marksFor('WR1', after));
  return { marks: [...marks].sort(), count };
}

describe('marks with a row', () => {
  it('are those of rows and of the groups that hold them', () => {
    expect(changed({ a: 1, order: { total: 1, id: 'x' } }, { a: 2, order: { total: 2, id: 'x' } })).toEqual({
      marks: ['/a', '/order', '/order/total'],
      count: 2,
    });
  });

  it('are none for what is hidden, at the top or inside an object', () => {
    const hidden = ['debug*', '/order/cost'];
    expect(
      changed({ debugStep: 1, order: { cost: 1, id: 'x' } }, { debugStep: 2, order: { cost: 2, id: 'x' } }, { hidden }),
    ).toEqual({ marks: [], count: 0 });
  });

  it('are none for what no section lists where the rest is hidden', () => {
    const only = { sections: [{ fields: [{ key: 'a' }] }], rest: 'hide' };
    expect(changed({ a: 1, b: 1 }, { a: 1, b: 2 }, only)).toEqual({ marks: [], count: 0 });
  });

  it('count a list once, however many of its items changed', () => {
    expect(changed({ tags: ['a', 'b'] }, { tags: ['c', 'd'] })).toEqual({ marks: ['/tags'], count: 1 });
  });
});
