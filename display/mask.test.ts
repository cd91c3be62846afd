import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskText } from './mask';

describe('maskText', () => {
  it('shows at most a quarter of the characters, and never more than four', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const shown = Array.from(maskText(text).replace('••••', '').trim());
        expect(shown.length).toBeLessThanOrEqual(Math.min(4, Math.floor(Array.from(text).length / 4)));
      }),
    );
  });

  it('does not give the length away', () => {
    expect(maskText('x'.repeat(16)).length).toBe(maskText('x'.repeat(160)).length);
  });

  it('keeps characters outside the basic plane whole', () => {
    expect(maskText('😀'.repeat(8))).toBe('•••• 😀😀');
  });
});
