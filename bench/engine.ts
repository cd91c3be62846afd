// View models: how long the engine takes, without and with a document.
import { compile, view } from '../display';
import type { Environment } from '../display/environment';
import { genericPanel } from '../display/generic';
import type { DisplaySchema } from '../schemas/generated/display-schema';
import { loadDocument } from '../schemas/load';
import { flat, nested } from './support/data';
import { measure, median, milliseconds, quantile, type Subject } from './support/measure';
import { printTable } from './support/table';

const env: Environment = { locale: 'en-US', zone: 'Europe/Lisbon', now: Date.UTC(2026, 10, 23) };
const SIZES = [20, 200, 2_000, 20_000];

/** A document that lists this many keys of `flat`, a third of them with a format, mappings or a condition. */
function documentFor(fields: number): DisplaySchema {
  const keys = Object.keys(flat(fields));
  return {
    version: 1,
    context: {
      hidden: ['internal*'],
      sections: Array.from({ length: Math.ceil(fields / 10) }, (_, section) => ({
        title: `Section ${section + 1}`,
        fields: keys.slice(section * 10, section * 10 + 10).map((key, index) => ({
          key,
          label: `Label ${section}.${index}`,
          ...(index === 0 ? { format: 'currency', currency: 'EUR' } : {}),
          ...(index === 1 ? { format: 'relative' } : {}),
          ...(index === 8
            ? { format: 'badge', mappings: [{ value: 'gold 8', label: 'Gold', tone: 'success' as const }] }
            : {}),
          ...(index === 9 ? { when: { fact: 'task.channel', op: 'eq', value: 'chat' } } : {}),
        })),
      })),
    },
  };
}

function report(title: string, subjects: readonly Subject[]): void {
  const times = measure(subjects);
  printTable(
    title,
    ['', 'median', 'p95'],
    subjects.map(({ name }) => {
      const values = times.get(name) ?? [];
      return [name, milliseconds(median(values)), milliseconds(quantile(values, 0.95))];
    }),
  );
}

const facts = { task: { channel: 'chat' }, worker: { roles: ['agent'] } };

report('Generic view model', [
  ...SIZES.map((size) => {
    const data = flat(size);
    return { name: `${size} keys`, run: () => genericPanel('context', data, env) };
  }),
  ((data) => ({ name: 'nested, 2000 leaves', run: () => genericPanel('context', data, env) }))(nested(2_000)),
]);

report(
  'Compile a document',
  [50, 500].map((fields) => {
    const document = documentFor(fields);
    return { name: `${fields} fields`, run: () => compile(document) };
  }),
);

report(
  'View model with a document that lists a tenth of the keys (at most 500)',
  SIZES.map((size) => {
    const compiled = compile(documentFor(Math.min(500, size / 10)));
    const context = flat(size);
    return { name: `${size} keys`, run: () => view(compiled, { context, facts, env }) };
  }),
);

const hundredKilobytes = documentFor(1_400);
const text = JSON.stringify(hundredKilobytes);
const deep = `${'{"all":['.repeat(5_000)}true${']}'.repeat(5_000)}`;
report('Validate a document', [
  { name: `${Math.round(text.length / 1000)} kB, valid`, run: () => loadDocument(hundredKilobytes) },
  {
    name: '100 kB, a mistake in every field',
    run: (
      (broken: unknown) => () =>
        loadDocument(broken)
    )(JSON.parse(text.replaceAll('"label":"', '"lable":7,"format":"currencyy","x":"')) as unknown),
  },
  {
    name: 'condition 5,000 deep',
    run: (
      (hostile: unknown) => () =>
        loadDocument(hostile)
    )({ version: 1, context: { sections: [{ when: JSON.parse(deep) as unknown, fields: [] }] } }),
  },
  {
    name: '50,000 unknown properties',
    run: (
      (hostile: unknown) => () =>
        loadDocument(hostile)
    )({ version: 1, ...Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`p${index}`, index])) }),
  },
]);
