import { describe, expect, it } from 'vitest';
import { nearMiss } from './near-miss';

const known = ['currency', 'percent', 'date', 'datetime', 'credit-card', 'tags'];

describe('nearMiss', () => {
  it.each([
    ['curency', 'currency'],
    ['Currency', 'currency'],
    ['currencies', 'currency'],
    ['creditCard', 'credit-card'],
    ['dtae', 'date'],
    ['date-time', 'datetime'],
    ['tag', 'tags'],
  ])('takes "%s" for "%s"', (word, meant) => {
    expect(nearMiss(word, known)).toBe(meant);
  });

  it.each(['money', 'x', '', 'a'.repeat(5000)])('does not guess what "%s" means', (word) => {
    expect(nearMiss(word, known)).toBeUndefined();
  });
});
