import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, fromPointer } from './json/pointer';
import { loadDocument } from './load';
import type { Report } from './report/problem';
import { deepest, mostValues } from './report/size';
import { upgrade, type Upgrader } from './upgrade';

const whole = {
  version: 1,
  highlights: [{ source: 'traits', key: 'first_name' }],
  context: {
    sections: [
      {
        title: { en: 'Why they are here', es: 'Motivo' },
        fields: [
          {
            key: 'intent',
            label: 'Reason for contact',
            format: 'badge',
            mappings: [{ value: 'refund', label: 'Refund', tone: 'warning', icon: 'refund' }],
          },
          { key: '/order/total', format: 'currency', currency: 'EUR', thresholds: [{ from: 100, tone: 'warning' }] },
          { key: 'card', mask: { reveal: ['supervisor'] } },
          {
            key: 'order',
            link: 'https://shop.example/orders/{value}?c={traits:/id}',
            when: { fact: 'task.channel', op: 'eq', value: 'voice' },
          },
        ],
      },
    ],
    rest: 'collapse',
    hidden: ['sessionId', 'debug*'],
  },
  traits: { sections: [{ fields: [{ key: 'plan' }] }], hideEmpty: true, noValue: 'Not given' },
  events: {
    include: ['Order Completed'],
    rules: [{ name: 'Order Completed', primary: { key: 'total' }, icon: 'bag' }],
  },
  layouts: [
    {
      name: 'Refunds',
      when: {
        all: [
          { fact: 'context:/intent', op: 'in', value: ['refund', 'return'] },
          { not: { any: [{ fact: 'worker.roles', op: 'contains', value: 'admin' }] } },
        ],
      },
      highlights: [{ source: 'context', key: 'intent' }],
    },
  ],
  studio: { traits: ['plan'] },
};

const reportOf = (json: unknown): Report => loadDocument(json).report;

describe('loadDocument', () => {
  it('takes a document without mistakes as it is', () => {
    const loaded = loadDocument(whole);
    expect(loaded.report.problems).toEqual([]);
    expect(loaded).toMatchObject({ usable: true, document: whole });
  });

  it('takes the smallest document, and says that everything is shown', () => {
    const loaded = loadDocument({ version: 1 });
    expect(loaded.usable).toBe(true);
    expect(loaded.report.problems.map(({ sentence }) => sentence)).toEqual([
      'The document has no context panel, so agents see the whole context',
      'The document has no traits panel, so agents see every trait',
    ]);
  });

  it.each([null, undefined, 3, 'text', [], () => 1, Symbol('x'), 10n])('refuses %s', (json) => {
    expect(loadDocument(json).usable).toBe(false);
  });

  it.each([
    ['no version', {}, /no version/],
    ['a newer version', { version: 99 }, /version 99, which is newer/],
    ['a version that nothing lifts', { version: 0 }, /can't be read any more/],
    ['a version that is a text', { version: '1' }, /whole number/],
    ['a fraction', { version: 1.5 }, /whole number/],
  ])('refuses %s', (_name, json, says) => {
    const loaded = loadDocument(json);
    expect(loaded.usable).toBe(false);
    expect(loaded.report.problems[0]?.sentence).toMatch(says);
  });

  it('is not overcome by nesting, size, cycles or length', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 10_000; level++) deep = level % 2 ? { all: deep } : [deep];
    const cycle: Record<string, unknown> = { version: 1 };
    cycle.context = cycle;
    const documents = [
      { version: 1, context: { sections: deep } },
      cycle,
      { version: 1, x: Array.from({ length: mostValues + 1 }, () => 0) },
      { version: 1, x: 'x'.repeat(600_000) },
    ];
    for (const document of documents) expect(loadDocument(document).usable).toBe(false);
    expect(reportOf(documents[0]).problems[0]?.sentence).toContain(String(deepest));
  });

  it('lists only the first of very many mistakes, and says so', () => {
    const fields = Array.from({ length: 3000 }, () => ({ when: {} }));
    const report = reportOf({ version: 1, context: { sections: [{ fields }] }, traits: {} });
    expect(report.problems).toHaveLength(200);
    expect(report.cut).toBe(true);
  });

  it('never throws and never says that a document is usable and has errors', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.boolean(), (value, versioned) => {
        const json = versioned && typeof value === 'object' && !Array.isArray(value) ? { ...value, version: 1 } : value;
        const { usable, report } = loadDocument(json);
        expect(usable).toBe(report.errors === 0);
      }),
    );
  });

  it('points at places that exist, whatever is done to a document', () => {
    const places: string[] = [];
    const collect = (value: unknown, pointer: string) => {
      places.push(pointer);
      if (typeof value === 'object' && value !== null)
        for (const [key, below] of Object.entries(value)) collect(below, `${pointer}/${key.replaceAll('/', '~1')}`);
    };
    collect(whole, '');
    const mutated = fc.tuple(fc.constantFrom(...places.slice(1)), fc.jsonValue({ maxDepth: 3 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(mutated, { minLength: 1, maxLength: 3 }), (mutations) => {
        const document = structuredClone(whole) as unknown;
        for (const [pointer, value, remove] of mutations) {
          const steps = fromPointer(pointer)!;
          const parent = at(document, steps.slice(0, -1)) as Record<string, unknown> | null | undefined;
          if (typeof parent !== 'object' || parent === null) continue;
          if (remove) Reflect.deleteProperty(parent, steps.at(-1)!);
          else parent[steps.at(-1)!] = value;
        }
        // What a text of JSON can say is all that arrives.
        const arrived: unknown = JSON.parse(JSON.stringify(document));
        for (const problem of reportOf(arrived).problems) {
          expect(at(arrived, fromPointer(problem.pointer)!)).not.toBeUndefined();
          expect(problem.sentence.endsWith(problem.message)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('upgrade', () => {
  const upgraders: Record<number, Upgrader> = {
    [-1]: ({ rows, ...document }) => ({ ...document, fields: rows }),
    0: ({ fields, ...document }) => ({ ...document, context: { sections: [{ fields }] } }),
  };

  it('lifts an older document step by step, and leaves it as it was', () => {
    const old = Object.freeze({ version: -1, rows: Object.freeze([{ key: 'intent' }]), traits: {} });
    expect(loadDocument(old, upgraders)).toMatchObject({
      usable: true,
      document: { version: 1, context: { sections: [{ fields: [{ key: 'intent' }] }] } },
    });
    expect(old).toEqual({ version: -1, rows: [{ key: 'intent' }], traits: {} });
  });

  it('starts in the middle of the table where the document does', () => {
    expect(upgrade({ version: 0, fields: [] }, upgraders)).toEqual({
      document: { version: 1, context: { sections: [{ fields: [] }] } },
    });
  });

  it('refuses a document when a step is missing or fails', () => {
    const failing: Upgrader = () => {
      throw new Error('no');
    };
    expect(loadDocument({ version: -1 }, { 0: (document) => ({ ...document }) }).usable).toBe(false);
    expect(loadDocument({ version: 0 }, { 0: failing }).usable).toBe(false);
  });
});
