import { describe, expect, it } from 'vitest';
import { environment as env } from './cases/case';
import { compile } from './compile';
import { view } from './customer';
import { explainCondition } from './explain';

const intent = { fact: 'context:/intent', op: 'eq', value: 'refund' };
const agent = { fact: 'worker.roles', op: 'contains', value: 'agent' };

describe('a condition in words', () => {
  it.each([
    [intent, 'context:/intent is "refund"'],
    [{ fact: 'context:/intent', op: 'in', value: ['a', 1] }, 'context:/intent is one of ["a",1]'],
    [{ fact: 'traits:/plan', op: 'exists' }, 'traits:/plan exists'],
    [{ fact: 'traits:/plan', op: 'exists', value: false }, 'traits:/plan does not exist'],
    [
      { all: [intent, { any: [agent, intent] }] },
      'context:/intent is "refund" and (worker.roles contains "agent" or context:/intent is "refund")',
    ],
    [{ not: { all: [intent, agent] } }, 'not (context:/intent is "refund" and worker.roles contains "agent")'],
    [{ not: intent }, 'not context:/intent is "refund"'],
    [{ all: [] }, 'always'],
    [{ any: [] }, 'never'],
    [{ fact: 'context:/x', op: 'hums', value: 1 }, 'context:/x hums 1'],
    [7, 'an unreadable condition'],
  ])('%j', (condition, words) => {
    expect(explainCondition(condition)).toBe(words);
  });
});

describe('why a row is there', () => {
  const compiled = compile({
    version: 1,
    context: { sections: [{ title: 'Order', fields: [{ key: 'intent', format: 'badge', when: intent }] }] },
    layouts: [{ name: 'Agents', when: agent }],
  });
  const input = {
    context: { intent: 'refund', extra: 1 },
    traits: { plan: 'gold' },
    facts: { worker: { roles: ['agent'] } },
    env,
  };

  it('is said for listings, for the rest and for panels that the document lacks', () => {
    const shown = view(compiled, { ...input, debug: true });
    expect(shown.context.sections.flatMap(({ rows }) => rows.map(({ why }) => why))).toEqual([
      'Listed in context, section “Order” as "intent"; layout “Agents”; format badge; shown because context:/intent is "refund"',
      'No section lists this key.',
    ]);
    expect(shown.traits?.sections[0]?.rows[0]?.why).toBe(
      'The document does not have this panel, so everything is shown.',
    );
  });

  it('is not worked out for agents', () => {
    expect(JSON.stringify(view(compiled, input))).not.toContain('"why":"Listed');
  });

  it('comes with reports of listings that have no effect', () => {
    const twice = compile({
      version: 1,
      context: { hidden: ['b'], sections: [{ fields: [{ key: 'a' }, { key: '/a' }, { key: 'b' }] }] },
    });
    expect(view(twice, { context: { a: 1 }, facts: {}, env }).reports).toEqual([
      {
        at: '/context/sections/0/fields/1',
        message: '"a" is listed twice: the one at /context/sections/0/fields/0 is shown.',
      },
      { at: '/context/sections/0/fields/2', message: '"b" is hidden, so it is not shown here.' },
    ]);
  });
});
