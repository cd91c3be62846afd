import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, visible } from './visible';

describe('visible', () => {
  it('leaves text alone that hides nothing', () => {
    for (const text of ['', 'Order', 'a\nb\tc', 'مرحبا', '👨‍👩‍👧', 'e\u0301', '\u200fabc'])
      expect(visible(text)).toBe(text);
  });

  it('shows controls, bidirectional controls and broken characters', () => {
    expect(visible('\u0000\u0007\u001b\u007f')).toBe('␀␇␛␡');
    expect(visible('\u202a\u202e\u2066\u2069\u0085')).toBe('[U+202A][U+202E][U+2066][U+2069][U+0085]');
    expect(visible('\ud83d \ude00')).toBe('\ufffd \ufffd');
    expect(visible('\ud83d\ude00\u0000')).toBe('😀␀');
  });

  it('gives text that can be put into an address', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void encodeURIComponent(visible(text))));
  });

  it('turns every way of ending a line into one', () => {
    expect(visible('a\r\nb\u2028c\u2029d')).toBe('a\nb\nc\nd');
  });
});

describe('cut', () => {
  it('never cuts a character in two, and never gives more than asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 20 }), (text, limit) => {
        const short = cut(text, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(() => encodeURIComponent(short)).not.toThrow();
        if (text.length <= limit) expect(short).toBe(text);
      }),
    );
  });
});
