import { describe, expect, it } from 'vitest';
import { compile } from './compile';
import type { JsonObject } from './json';
import { studioTraits, traitKeysNeeded } from './trait-keys';

const keys = (document: JsonObject) => traitKeysNeeded(compile({ version: 1, ...document }))?.sort() ?? null;
const listing = (...names: string[]) => ({ sections: [{ fields: names.map((key) => ({ key })) }] });

describe('the traits that a document needs', () => {
  it('are the first steps of what is listed and highlighted', () => {
    const highlights = [
      { source: 'traits', key: 'plan' },
      { source: 'context', key: 'intent' },
    ];
    expect(keys({ highlights, traits: listing('name', '/address/city') })).toEqual(['address', 'name', 'plan']);
  });

  it('are also those that links need', () => {
    const context = { sections: [{ fields: [{ key: 'a', link: 'https://crm.example/{traits:/crm/id}' }] }] };
    const events = { rules: [{ name: 'E', link: 'https://crm.example/{traits:/other}' }] };
    expect(keys({ context, events, traits: {} })).toEqual(['crm', 'other']);
  });

  it('are also those that any condition looks at', () => {
    const when = (key: string) => ({ not: { fact: `traits:/${key}`, op: 'exists' } });
    const context = { sections: [{ when: when('a'), fields: [{ key: 'x', when: when('b') }] }] };
    expect(keys({ context, traits: {}, layouts: [{ name: 'One', when: when('c') }] })).toEqual(['a', 'b', 'c']);
  });

  it('are those of all layouts, because traits may choose the layout', () => {
    expect(keys({ traits: listing('a'), layouts: [{ name: 'One', traits: listing('b') }] })).toEqual(['a', 'b']);
  });

  it('cannot be listed when some panel shows what it does not list', () => {
    expect(keys({ traits: { rest: 'show' } })).toBeNull();
    expect(keys({ traits: { rest: 'collapse' } })).toBeNull();
    expect(keys({ traits: {}, layouts: [{ name: 'One', traits: { rest: 'show' } }] })).toBeNull();
    expect(keys({})).toBeNull();
  });

  it('cannot be listed when a condition looks at all traits at once', () => {
    expect(keys({ traits: {}, layouts: [{ name: 'One', when: { fact: 'traits', op: 'exists' } }] })).toBeNull();
  });

  it('cannot be listed without a usable document', () => {
    expect(traitKeysNeeded(null)).toBeNull();
    expect(traitKeysNeeded(compile({}))).toBeNull();
  });
});

describe('the traits that Studio flows may read', () => {
  it('are all of them unless the document lists some', () => {
    expect(studioTraits(compile({ version: 1 }), { a: 1, b: 2 })).toEqual({ a: 1, b: 2 });
    expect(studioTraits(null, { a: 1 })).toEqual({ a: 1 });
  });

  it('are the listed ones', () => {
    expect(studioTraits(compile({ version: 1, studio: { traits: ['a', 'c'] } }), { a: 1, b: 2 })).toEqual({ a: 1 });
  });

  it('are none while the published document cannot be used', () => {
    expect(studioTraits(compile({}), { a: 1 })).toEqual({});
  });
});
