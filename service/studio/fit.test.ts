import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../display/json';
import { fitForStudio, STUDIO_BYTES } from './fit';

const event = (n: number, text = '') => ({
  name: `Event ${n}`,
  timestamp: '2026-11-22T10:00:00Z',
  properties: { text },
});

describe('fitForStudio', () => {
  it('leaves alone what fits', () => {
    const traits = { a: 1, b: { c: [true, null] } };
    expect(fitForStudio(traits, [event(1)])).toEqual({ traits, events: [event(1)], truncated: false });
  });

  it('lets the oldest events go first', () => {
    const events = [event(3, 'x'.repeat(30_000)), event(2, 'x'.repeat(30_000)), event(1, 'x'.repeat(30_000))];
    const fitted = fitForStudio({ plan: 'gold' }, events);
    expect(fitted.events.map(({ name }) => name)).toEqual(['Event 3', 'Event 2']);
    expect(fitted).toMatchObject({ traits: { plan: 'gold' }, truncated: true });
  });

  it('lets the largest traits go when no event is left, and keeps the order of the others', () => {
    const traits = { small: 1, huge: 'x'.repeat(50_000), large: 'x'.repeat(40_000), last: 2 };
    const fitted = fitForStudio(traits, [event(1)]);
    expect(Object.keys(fitted.traits)).toEqual(['small', 'large', 'last']);
    expect(fitted).toMatchObject({ events: [], truncated: true });
  });

  it('keeps a trait named __proto__', () => {
    const traits = JSON.parse('{"__proto__": 1}') as JsonObject;
    expect(JSON.stringify(fitForStudio(traits, []).traits)).toBe('{"__proto__":1}');
  });

  it('fits whatever comes', () => {
    const long = fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.repeat(400));
    const traits = fc.dictionary(fc.string(), fc.oneof(long, fc.jsonValue() as fc.Arbitrary<never>));
    fc.assert(
      fc.property(traits, fc.array(long), (values, texts) => {
        const fitted = fitForStudio(
          values,
          texts.map((text, n) => event(n, text)),
        );
        const rest = { found: true, error: '', truncated: true, eventCount: 100, lastEvent: '', fetchedAt: '' };
        expect(Buffer.byteLength(JSON.stringify({ ...rest, ...fitted }))).toBeLessThanOrEqual(STUDIO_BYTES);
      }),
      { numRuns: 50 },
    );
  });
});
