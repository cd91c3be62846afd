import { describe, expect, it } from 'vitest';
import { compile } from './compile';
import { view } from './customer';
import { environment as env } from './cases/case';
import { linesOf } from './cases/document';
import { decide, factsMentioned } from './layout';

const gold = { fact: 'traits:/plan', op: 'eq', value: 'gold' };
const agent = { fact: 'worker.roles', op: 'contains', value: 'agent' };
const compiled = compile({
  version: 1,
  context: {
    sections: [
      {
        fields: [
          { key: 'a', when: gold },
          { key: 'b', when: agent },
        ],
      },
    ],
  },
  traits: { sections: [{ fields: [{ key: 'plan', when: agent }] }] },
  layouts: [{ name: 'Gold', when: gold, highlights: [] }],
});

describe('where it is decided', () => {
  it('sends the layout, and the truths of conditions that mention traits or guard them', () => {
    expect(decide(compiled, { worker: { roles: ['agent'] }, traits: { plan: 'gold' } })).toEqual({
      layout: 'Gold',
      truths: { '/context/sections/0/fields/0/when': true, '/traits/sections/0/fields/0/when': true },
    });
  });

  it('names conditions of a layout by their place in the layout', () => {
    const own = compile({
      version: 1,
      layouts: [{ name: 'One', context: { sections: [{ when: gold, fields: [] }] } }],
    });
    expect(decide(own, { traits: {} }).truths).toEqual({ '/layouts/0/context/sections/0/when': null });
  });

  it('uses the server’s decision, not its own', () => {
    const input = { context: { a: 1, b: 2 }, facts: { worker: { roles: ['agent'] } }, env };
    const truths = { '/context/sections/0/fields/0/when': true };
    const before = view(compiled, input);
    const after = view(compiled, { ...input, decision: { layout: 'Gold', truths } });
    expect([before.layout.name, linesOf(before.context)]).toEqual([null, ['B: 2']]);
    expect([after.layout.name, linesOf(after.context)]).toEqual(['Gold', ['A: 1', 'B: 2']]);
  });

  it('goes on deciding by itself what does not mention traits', () => {
    const decision = { layout: null, truths: {} };
    const seen = (roles: string[]) =>
      linesOf(view(compiled, { context: { b: 2 }, facts: { worker: { roles } }, decision, env }).context);
    expect(seen(['agent'])).toEqual(['B: 2']);
    expect(seen(['admin'])).toEqual([]);
  });

  it('takes a layout that the document does not have for the document’s own arrangement', () => {
    const shown = view(compiled, { context: {}, facts: {}, decision: { layout: 'Gone', truths: {} }, env });
    expect(shown.layout.name).toBeNull();
  });

  it('says why a layout was chosen', () => {
    const why = (traits: { plan: string }) => view(compiled, { facts: { traits }, env }).layout.why;
    expect(why({ plan: 'gold' })).toBe('The first layout whose condition holds: traits:/plan is "gold".');
    expect(why({ plan: 'free' })).toBe('No layout’s condition holds.');
    expect(view(null, { facts: {}, env }).layout.why).toBe('Nothing is published: values are shown by what they are.');
  });

  it('knows which facts a document looks at', () => {
    expect(factsMentioned(compiled)).toEqual(new Set(['traits', 'worker.roles']));
  });
});
