import { loadDocument } from '../../../schemas/load';
import { cell, code, table } from './markdown';

const field = (more: object) => ({ context: { sections: [{ fields: [{ key: 'total', ...more }] }] }, traits: {} });

/** Documents with one mistake each. */
const mistakes: readonly object[] = [
  field({ format: 'currency' }),
  field({ format: 'number', decimals: 99 }),
  field({ link: 'https://{value}/' }),
  field({ link: 'javascript:alert(1)' }),
  field({ when: { fact: 'task.channel' } }),
  { context: { rest: 'hid' }, traits: {} },
  { version: 2 },
  field({ lable: 'Total' }),
  field({ format: 'curency' }),
  field({ mappings: [{ value: 1, icon: 'creditcard' }] }),
  field({ when: { fact: 'worker.roles', op: 'eq', value: 'admin' } }),
  field({
    when: {
      all: [
        { fact: 'traits:/age', op: 'lt', value: 18 },
        { fact: 'traits:/age', op: 'gt', value: 65 },
      ],
    },
  }),
  { context: { sections: [{ fields: [{ key: 'total' }] }], hidden: ['tot*'] }, traits: {} },
  {
    context: {
      sections: [
        {
          fields: [
            { key: 'a', label: 'Sum' },
            { key: 'b', label: 'Sum' },
          ],
        },
      ],
    },
    traits: {},
  },
  { context: {} },
];

/** Mistakes with what the report says of them. */
export function problemsTable(): string {
  const rows = mistakes.map((mistake) => {
    const [first] = loadDocument({ version: 1, ...mistake }).report.problems;
    if (!first) throw new Error(`Nothing is wrong with ${JSON.stringify(mistake)}`);
    return [first.severity, cell(first.sentence), first.pointer === '' ? 'the document' : cell(code(first.pointer))];
  });
  return table(['', 'Sentence', 'Place'], rows);
}
