import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../display/json';
import { changesBetween } from './changes';

describe('changes', () => {
  it('name leaves by the path a flow would write', () => {
    const before = { traits: { plan: 'gold', 'Campaign Name': 'a', gone: 1, list: [{ n: 1 }] }, same: [1] };
    const after = { traits: { plan: 'silver', 'Campaign Name': 'b', list: [{ n: 2 }], added: null }, same: [1] };
    expect(changesBetween(before, after)).toEqual([
      { path: 'traits.plan', kind: 'changed', before: 'gold', after: 'silver' },
      { path: 'traits["Campaign Name"]', kind: 'changed', before: 'a', after: 'b' },
      { path: 'traits.gone', kind: 'removed', before: 1 },
      { path: 'traits.list[0].n', kind: 'changed', before: 1, after: 2 },
      { path: 'traits.added', kind: 'added', after: null },
    ]);
  });

  it('show a list of another length whole', () => {
    expect(changesBetween({ a: [1] }, { a: [1, 2] })).toEqual([
      { path: 'a', kind: 'changed', before: [1], after: [1, 2] },
    ]);
  });

  it('are none between a value and itself', () => {
    const object = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(object, (value) => {
        expect(changesBetween(value as JsonObject, structuredClone(value) as JsonObject)).toEqual([]);
      }),
    );
  });

  it('stay few between two large values', () => {
    const large = (text: string) =>
      Object.fromEntries(Array.from({ length: 900 }, (_, at) => [`k${String(at)}`, text]));
    expect(changesBetween(large('a'), large('b'))).toHaveLength(200);
  });
});
