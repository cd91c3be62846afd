import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../display/formats/registry';
import { ERROR_CODES } from '../../schemas/error-codes';
import { deviations } from '../../service/testing/contract';
import { validate as validDocument } from '../../schemas/generated/display-schema-validator';
import { validate as validError } from '../../schemas/generated/error-validator';
import { validate as validPersona } from '../../schemas/generated/persona-validator';
import { validate as validAnswer } from '../../schemas/generated/display-schema-answer-validator';
import { withOptions } from './assemble';
import { generateContracts, readBase } from './contracts';
import { eachSchema, type SchemaNode } from './schema-node';
import { vocabulary } from './vocabulary';

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as SchemaNode;
const published = () => read('schemas/display-schema.json');

/** Schemas that only steer others: nobody sees them. */
const isSilent = (path: string) => /\/(if|propertyNames)$/.test(path) || /\/if\/|\/allOf\/\d+$/.test(path);

describe('every contract', () => {
  const files = readdirSync('schemas/contracts').map((name) => `schemas/contracts/${name}`);

  it.each(['schemas/display-schema.json', ...files])('%s has a title and a description on everything', (file) => {
    const bare: string[] = [];
    eachSchema(read(file), (node, path) => {
      if (isSilent(path) || typeof node.$ref === 'string' || (Object.keys(node).length === 1 && node.type === 'null'))
        return;
      if (typeof node.title !== 'string' || typeof node.description !== 'string') bare.push(path);
    });
    expect(bare).toEqual([]);
  });

  it.each(readdirSync('schemas/generated').filter((name) => name.endsWith('.js')))(
    '%s compiles nothing at run time and imports nothing',
    (name) => {
      const code = readFileSync(`schemas/generated/${name}`, 'utf8');
      expect(code).not.toMatch(/\beval\s*\(|new\s+Function\b|\bFunction\s*\(/);
      expect(code).not.toMatch(/^\s*import\b|\bimport\s*\(|\brequire\s*\(/m);
    },
  );

  it('is generated the same way twice', async () => {
    expect(await generateContracts()).toEqual(await generateContracts());
  });
});

describe('the display schema', () => {
  it('offers every format, icon, operator and fact, and accepts others', () => {
    const { definitions } = published() as {
      definitions: Record<string, { anyOf: { enum?: string[]; type?: string }[] }>;
    };
    const words = (name: string) => definitions[name]!.anyOf[0]!.enum;
    expect(words('format')).toEqual(FORMATS.map(({ id }) => id));
    expect(words('icon')).toEqual(vocabulary.icons);
    expect(words('operator')).toEqual(vocabulary.operators.map(({ id }) => id));
    expect(words('fact')).toEqual(vocabulary.facts.map(({ id }) => id));
    for (const name of ['format', 'icon', 'operator', 'fact']) expect(definitions[name]!.anyOf[1]!.type).toBe('string');
  });

  it('names the tones of the engine', () => {
    const tone = (readBase().definitions as Record<string, { enum?: unknown }>).tone;
    expect(tone?.enum).toEqual(vocabulary.tones);
  });

  it('as published accepts what the validator accepts', () => {
    const ajv = new Ajv({ strict: false, logger: false });
    const check = ajv.compile(published());
    for (const format of FORMATS)
      for (const { options } of format.samples) {
        const document = {
          version: 1,
          context: { sections: [{ fields: [{ key: 'a', format: format.id, ...options }] }] },
        };
        expect([format.id, validDocument(document), check(document)]).toEqual([format.id, true, true]);
      }
  });

  it('refuses a format whose option is called like a property of every field', () => {
    const clash = { ...FORMATS[0]!, options: { label: { title: 'Label', description: 'Taken.' } } };
    expect(() => withOptions(readBase(), { ...vocabulary, formats: [clash] })).toThrow(/"label"/);
  });

  it('never offers a default that an editor would write into documents unasked, outside the options of formats', () => {
    eachSchema(readBase(), (node) => expect(node).not.toHaveProperty('default'));
  });
});

describe('the answers of the service', () => {
  it('carry one of the error codes', () => {
    for (const code of Object.keys(ERROR_CODES))
      expect(validError({ error: { code, message: 'A sentence.', requestId: 'r1' } })).toBe(true);
    expect(validError({ error: { code: 'oops', message: 'A sentence.', requestId: 'r1' } })).toBe(false);
    expect(validError({ error: { code: 'internal', message: 'x', requestId: 'r1', trait: 'secret' } })).toBe(false);
  });

  it('have an HTTP status and a sentence per error code', () => {
    for (const [code, { status, message }] of Object.entries(ERROR_CODES)) {
      expect(code).toMatch(/^[a-z_]+$/);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(message).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('hold traits and events, or say why not', () => {
    const answer = {
      found: true,
      revision: 3,
      layout: null,
      truths: { '/layouts/0/when': null },
      traits: { plan: 'gold' },
      masked: { '/card': '•••• 4242' },
      events: { items: [{ id: 'm1', name: 'Paid', timestamp: '2026-11-23T10:00:00Z', properties: {} }], cursor: null },
      partial: {},
      fetchedAt: '2026-11-23T10:00:01Z',
    };
    expect(validPersona(answer)).toBe(true);
    expect(validPersona({ ...answer, events: null, partial: { events: { code: 'timeout', message: 'Late.' } } })).toBe(
      true,
    );
    const more = { ...answer, ip: '203.0.113.7' };
    expect(deviations('persona', answer)).toEqual([]);
    expect(deviations('persona', more)).toEqual([expect.stringContaining('ip')]);
    // A page that was opened before an upgrade reads what newer functions say.
    expect(validPersona(more)).toBe(true);
  });

  it('tell nothing published, unchanged and published apart', () => {
    expect(validAnswer({ status: 'none' })).toBe(true);
    expect(validAnswer({ status: 'unchanged', revision: 2 })).toBe(true);
    expect(validAnswer({ status: 'published', revision: 2, document: null })).toBe(true);
    expect(validAnswer({ status: 'published', revision: 2 })).toBe(false);
  });
});
