import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../../display/index';
import type { Json } from '../../../../display/json';
import { loadDocument } from '../../../../schemas/load';
import { createChanges } from '../../state/changes';
import { admin, agent, task } from '../../testing/fixtures';
import { compileDraft, layoutNames, withLayout } from './compileDraft';
import { EXAMPLES } from './examples';
import { previewPersonas } from './personas';
import { subjectOf, type Surroundings } from './subject';

const at: Surroundings = {
  role: 'agent',
  channel: undefined,
  locale: 'en-US',
  theme: undefined,
  width: 420,
  layout: undefined,
};
const document = {
  version: 1,
  traits: {
    sections: [{ fields: [{ key: 'plan' }, { key: 'card', mask: { reveal: ['supervisor'] } }] }],
    hidden: ['ssn'],
    rest: 'hide',
  },
  layouts: [
    { name: 'Voice', when: { fact: 'task.channel', op: 'eq', value: 'voice' } },
    { name: 'Returns', when: { fact: 'context:/intent', op: 'eq', value: 'return' }, traits: { rest: 'show' } },
  ],
};
const sample = { traits: { plan: 'Gold', card: '4242424242424242', ssn: '078-05-1120', other: 1 }, events: [] };
const personaFor = (role: string, more: Partial<Surroundings> = {}) =>
  previewPersonas(
    compile(document),
    subjectOf(task({ intent: 'refund' }), admin, sample, { ...at, role, ...more }),
    1,
    createChanges(),
    0,
  ).of(task())!;
const traitsOf = (role: string, more: Partial<Surroundings> = {}) => {
  const state = personaFor(role, more).traits.get();
  return 'data' in state ? state.data : undefined;
};

describe('the customer in the preview', () => {
  it('is what the service would send: hidden traits gone, masked ones masked', () => {
    const { traits, masked } = traitsOf('agent')!;
    expect(traits).toEqual({ plan: 'Gold' });
    expect(Object.keys(masked)).toEqual(['/card']);
    expect(JSON.stringify(masked)).not.toContain('4242424242');
  });

  it('reveals to the role that the preview is for, whatever the admin may do', async () => {
    await expect(personaFor('agent').reveal('/card', new AbortController().signal)).rejects.toMatchObject({
      code: 'reveal_not_allowed',
    });
    await expect(personaFor('supervisor').reveal('/card', new AbortController().signal)).resolves.toBe(
      '4242424242424242',
    );
  });

  it('gets the layout of the channel that the preview pretends', () => {
    expect(traitsOf('agent')?.decision.layout).toBeNull();
    expect(traitsOf('agent', { channel: 'voice' })?.decision.layout).toBe('Voice');
  });

  it('is nobody without traits to show', () => {
    const none = previewPersonas(compile(document), subjectOf(task(), admin, undefined, at), 1, createChanges(), 0);
    expect(none.of(task())!.traits.get()).toMatchObject({ is: 'failed', trouble: { code: 'no_user_id' } });
  });
});

describe('who looks in the preview', () => {
  it('has the chosen role alone, so that notices for admins stay away', () => {
    expect(subjectOf(task(), admin, undefined, at).agent).toMatchObject({ roles: ['agent'], isAdmin: false });
    expect(subjectOf(task(), agent(), undefined, { ...at, role: 'admin' }).agent.isAdmin).toBe(true);
  });
});

describe('a layout that is asked for', () => {
  it('is for everybody, and the others are gone', () => {
    const forced = withLayout(document, 'Returns');
    expect(traitsDecision(forced)).toBe('Returns');
    expect(traitsDecision(withLayout(document, null))).toBeNull();
    expect(traitsDecision(withLayout(document, undefined))).toBeNull();
  });

  it('can be any that has a name, each once', () => {
    expect(layoutNames(document)).toEqual(['Voice', 'Returns']);
    expect(layoutNames({ layouts: [{ name: 'A' }, { name: 'A' }, {}, 7] })).toEqual(['A']);
  });

  it('never throws, whatever the draft is', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        const json = JSON.parse(text) as Json;
        for (const layout of [undefined, null, 'x', ...layoutNames(json)]) {
          compileDraft(loadDocument(withLayout(json, layout)));
        }
      }),
    );
  });

  function traitsDecision(json: Json): string | null | undefined {
    const compiled = compileDraft(loadDocument(json));
    const subject = subjectOf(task({ intent: 'refund' }), admin, sample, at);
    const state = previewPersonas(compiled, subject, 1, createChanges(), 0).of(task())!.traits.get();
    return 'data' in state ? state.data.decision.layout : undefined;
  }
});

it('has examples with a context and traits to start from', () => {
  for (const { task: one, sample: traits } of EXAMPLES) {
    expect(Object.keys(one.attributes['context'] as object).length).toBeGreaterThan(2);
    expect(Object.keys(traits.traits).length).toBeGreaterThan(2);
  }
});
