import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadDocument } from '../../schemas/load';
import { readData, readExamples, see } from './examples';

const examples = readExamples();

it('there is an example for each of six businesses', () => {
  expect(examples.map(({ name }) => name)).toEqual(['bank', 'health', 'retail', 'saas', 'telecom', 'travel']);
});

describe.each(examples)('the $name example', (example) => {
  const at = `schemas/examples/${example.name}`;
  const files = (kind: string) => readdirSync(`${at}/${kind}`).map((file) => file.replace(/\.json$/, ''));

  it('has a display schema without errors and warnings, with layouts', () => {
    const loaded = loadDocument(example.document);
    expect(loaded.report.problems.map(({ sentence }) => sentence)).toEqual([]);
    expect(loaded.usable && loaded.document.layouts?.length).toBeGreaterThanOrEqual(2);
  });

  it('completes in a code editor', () => {
    expect(example.document).toMatchObject({ $schema: '../../display-schema.json' });
  });

  it('has data to look at, small enough for the attributes of a task', () => {
    expect(files('contexts').length).toBeGreaterThanOrEqual(3);
    expect(files('traits').length).toBeGreaterThanOrEqual(2);
    expect(files('events').length).toBeGreaterThanOrEqual(1);
    for (const file of files('contexts')) {
      const attributes = { context: readData(example.name, 'contexts', file), userId: 'u-1', name: 'Somebody' };
      expect(JSON.stringify(attributes).length).toBeLessThan(4096);
    }
  });

  it('has cases that use all of its data and layouts, and no expected view without a case', () => {
    const { cases } = example;
    expect(new Set(cases.map(({ context }) => context))).toEqual(new Set(files('contexts')));
    expect(new Set(cases.flatMap(({ traits }) => traits ?? []))).toEqual(new Set(files('traits')));
    expect(new Set(files('expected'))).toEqual(new Set(cases.map(({ name }) => name)));
    const loaded = loadDocument(example.document);
    const layouts = (loaded.usable ? (loaded.document.layouts ?? []) : []).map(({ name }) => name);
    const seen = new Set(cases.map((look) => see(example, look).layout.name));
    expect(layouts.filter((name) => !seen.has(name))).toEqual([]);
  });

  it.each(example.cases)('shows what is expected: $title', (look) => {
    const expected: unknown = JSON.parse(readFileSync(`${at}/expected/${look.name}.json`, 'utf8'));
    expect(JSON.parse(JSON.stringify(see(example, look)))).toEqual(expected);
  });

  it.each(example.cases)('never shows what is hidden or masked: $title', (look) => {
    if (look.traits === undefined) return;
    const shown = JSON.stringify(see(example, look));
    const traits = readData(example.name, 'traits', look.traits) as Record<string, unknown>;
    const secrets = [
      'iban',
      'national_insurance',
      'puk',
      'loyalty_card',
      'policy_number',
      'national_id',
      'passport_number',
    ];
    for (const key of [...secrets, 'blood_type', 'payment_card_last4'])
      if (typeof traits[key] === 'string' && traits[key].length > 4) expect(shown).not.toContain(traits[key]);
  });
});
