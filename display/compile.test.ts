import { describe, expect, it } from 'vitest';
import { compile, UNUSABLE } from './compile';
import type { Json } from './json';

const withContext = (context: Json) => ({ version: 1, context });
const withField = (field: Json) => withContext({ sections: [{ fields: [field] }] });

describe('compile', () => {
  it('uses the smallest document', () => {
    expect(compile({ version: 1 })).toMatchObject({ usable: true, reports: [], layouts: [], studio: null });
  });

  it('ignores what it does not know', () => {
    expect(compile({ version: 1, theme: 'dark', context: { colour: 'red' } }).usable).toBe(true);
  });

  const unusable: [string, unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['a text', '{"version":1}'],
    ['a document without version', {}],
    ['an older version that was not lifted', { version: 0 }],
    ['a newer version', { version: 2 }],
    ['version 99', { version: 99, context: {} }],
    ['a version in quotes', { version: '1' }],
    ['a panel that is no object', { version: 1, context: [] }],
    ['a hidden list that is a text', withContext({ hidden: 'secret' })],
    ['a hidden entry that is no text', withContext({ hidden: [7] })],
    ['a hidden entry that is a broken pointer', withContext({ hidden: ['/a~2'] })],
    ['sections that are no list', withContext({ sections: {} })],
    ['a rest that does not exist', withContext({ rest: 'fold' })],
    ['a field without key', withField({ label: 'x' })],
    ['a field with a broken pointer', withField({ key: '/a~' })],
    ['a field with an endless key', withField({ key: '/a'.repeat(2000) })],
    ['a mask that is no object', withField({ key: 'a', mask: true })],
    ['roles that are no list', withField({ key: 'a', mask: { reveal: 'agent' } })],
    ['a condition that is none', withField({ key: 'a', when: true })],
    ['a condition without comparison', withField({ key: 'a', when: {} })],
    ['a highlight without source', { version: 1, highlights: [{ key: 'a' }] }],
    ['a highlight from events', { version: 1, highlights: [{ source: 'events', key: 'a' }] }],
    ['a layout without name', { version: 1, layouts: [{}] }],
    ['an event rule without name', { version: 1, events: { rules: [{}] } }],
    ['Studio keys that are no list', { version: 1, studio: { traits: 'all' } }],
  ];
  it.each(unusable)('uses a document whole or not at all: %s', (_name, document) => {
    const compiled = compile(document);
    expect(compiled.usable).toBe(false);
    expect(compiled.reports).toHaveLength(1);
  });

  it('refuses conditions nested beyond what a person writes, without running out of stack', () => {
    let when: Json = { all: [] };
    for (let depth = 0; depth < 5000; depth++) when = { not: when };
    expect(compile(withField({ key: 'a', when })).usable).toBe(false);
  });

  it('survives a document that cannot even be looked at', () => {
    const hostile = new Proxy(
      {},
      {
        getOwnPropertyDescriptor: () => {
          throw new Error('no');
        },
      },
    );
    expect(compile(hostile).usable).toBe(false);
  });

  it('never changes the document', () => {
    const document = Object.freeze({ version: 1, context: Object.freeze({ hidden: Object.freeze(['a']) }) });
    expect(compile(document).usable).toBe(true);
  });

  it('gives a second layout of the same name a name of its own, because names go over the wire', () => {
    const { layouts } = compile({ version: 1, layouts: [{ name: 'A' }, { name: 'A' }, { name: 'A (2)' }] });
    const names = layouts.map(({ arrangement }) => arrangement.name);
    expect(new Set(names).size).toBe(3);
  });

  it('reports a link without effect', () => {
    expect(compile(withField({ key: 'a', link: 'javascript:{value}' })).reports).toMatchObject([
      { at: '/context/sections/0/fields/0/link' },
    ]);
  });

  it('says that an unusable document may not show traits', () => {
    expect(UNUSABLE).toMatchObject({ usable: false, studio: [] });
  });
});
