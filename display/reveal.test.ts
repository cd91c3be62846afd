import { describe, expect, it } from 'vitest';
import { environment as env } from './cases/case';
import { compile } from './compile';
import { view } from './customer';
import { decide } from './layout';
import { reveal } from './reveal';
import { revealedValue } from './revealed';
import type { JsonObject } from './json';

const card = '4242424242424242';
const nobody = { layout: null, truths: {} };
const document = (fields: JsonObject[], more: JsonObject = {}) =>
  compile({ version: 1, traits: { sections: [{ fields }], ...more } });
const ask = (compiled: ReturnType<typeof document>, traits: JsonObject, pointer: string, roles: string[]) =>
  reveal(compiled, decide(compiled, { traits, worker: { roles } }), 'traits', traits, pointer, roles);

describe('reveal', () => {
  const masked = document([{ key: 'card', mask: { reveal: ['supervisor'] } }]);

  it('gives the value to a role that the mask names', () => {
    expect(ask(masked, { card }, '/card', ['agent', 'supervisor'])).toBe(card);
  });

  it('gives nothing to other roles', () => {
    expect(ask(masked, { card }, '/card', ['agent'])).toBeUndefined();
  });

  it('gives nothing to anybody where the mask names no role', () => {
    expect(ask(document([{ key: 'card', mask: {} }]), { card }, '/card', ['admin'])).toBeUndefined();
  });

  it('gives nothing that is not masked', () => {
    expect(ask(masked, { card, ssn: '1' }, '/ssn', ['supervisor'])).toBeUndefined();
  });

  it('gives nothing that is hidden', () => {
    const hidden = document([{ key: 'card', mask: { reveal: ['supervisor'] } }], { hidden: ['card'] });
    expect(ask(hidden, { card }, '/card', ['supervisor'])).toBeUndefined();
  });

  it('gives nothing of a listing that is not shown', () => {
    const never = document([{ key: 'card', mask: { reveal: ['supervisor'] }, when: { any: [] } }]);
    expect(ask(never, { card }, '/card', ['supervisor'])).toBeUndefined();
  });

  it('asks every mask on a value: one that names fewer roles counts', () => {
    const twice = document([
      { key: 'card', mask: { reveal: ['agent', 'supervisor'] } },
      { key: 'card', mask: { reveal: ['supervisor'] } },
    ]);
    expect(ask(twice, { card }, '/card', ['agent'])).toBeUndefined();
    expect(ask(twice, { card }, '/card', ['supervisor'])).toBe(card);
  });

  it('asks the mask above for what is inside', () => {
    const nested = document([
      { key: 'card', mask: {} },
      { key: '/card/number', mask: { reveal: ['agent'] } },
    ]);
    expect(ask(nested, { card: { number: card } }, '/card/number', ['agent'])).toBeUndefined();
  });

  it('leaves out what is hidden or masked inside', () => {
    const outer = document(
      [
        { key: 'card', mask: { reveal: ['agent'] } },
        { key: '/card/pin', mask: {} },
      ],
      { hidden: ['/card/note'] },
    );
    const traits = { card: { number: card, pin: '1234', note: 'secret' } };
    expect(ask(outer, traits, '/card', ['agent'])).toEqual({ number: card });
  });

  it('gives nothing without a usable document', () => {
    expect(reveal(null, nobody, 'traits', { card }, '/card', ['admin'])).toBeUndefined();
    expect(reveal(compile({}), nobody, 'traits', { card }, '/card', ['admin'])).toBeUndefined();
  });

  it('tells the view who may ask', () => {
    const rowFor = (roles: string[]) =>
      view(masked, { traits: { card }, facts: { worker: { roles } }, env }).traits?.sections[0]?.rows[0]?.value;
    expect(rowFor(['supervisor'])).toMatchObject({ kind: 'masked', reveal: true });
    expect(rowFor(['agent'])).toMatchObject({ kind: 'masked', reveal: false });
  });

  it('shows a revealed value in its field’s format', () => {
    const limit = document([
      {
        key: 'limit',
        format: 'currency',
        currency: 'EUR',
        mask: { reveal: ['agent'] },
        link: 'https://crm.example/{value}',
      },
    ]);
    const shown = revealedValue(limit, nobody, 'traits', '/limit', 5000, env);
    expect(shown).toMatchObject({ kind: 'number', text: '€5,000.00' });
    expect(shown.href).toBeUndefined();
  });
});
