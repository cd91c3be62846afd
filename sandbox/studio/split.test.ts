import { describe, expect, it } from 'vitest';
import type { Json } from '../../display/json';
import { NO_MATCH, OPERATORS, split, type OperatorName } from './split';

const holds = (operator: OperatorName, variable: Json | undefined, value = '') =>
  split(variable, [{ operator, value, transition: 'yes' }]) === 'yes';

describe('the operators of a split', () => {
  const cases: [OperatorName, Json | undefined, string, boolean][] = [
    ['equal_to', 'gold', 'gold', true],
    ['equal_to', ' gold ', 'gold', true],
    ['equal_to', 'Gold', 'gold', false],
    ['equal_to', 12, '12', true],
    ['equal_to', true, 'true', true],
    ['equal_to', null, '', true],
    ['not_equal_to', 'gold', 'silver', true],
    ['matches_any_of', 'gold', 'silver, gold', true],
    ['matches_any_of', 'old', 'silver, gold', false],
    ['does_not_match_any_of', 'old', 'silver, gold', true],
    ['is_blank', undefined, '', true],
    ['is_blank', null, '', true],
    ['is_blank', '  ', '', true],
    ['is_blank', [], '', true],
    ['is_blank', 0, '', false],
    ['is_blank', false, '', false],
    ['is_not_blank', 'x', '', true],
    ['contains', 'platinum gold', 'gold', true],
    ['contains', ['a', 'gold'], 'gold', true],
    ['does_not_contain', 'silver', 'gold', true],
    ['starts_with', '+351210', '+351', true],
    ['does_not_start_with', '+44', '+351', true],
    ['less_than', 3, '4', true],
    ['less_than', '3', '4', false],
    ['less_than', 3, '', false],
    ['greater_than', 5, '4', true],
    ['greater_than', undefined, '4', false],
    ['greater_than', 4, '4', false],
  ];
  it.each(cases)('%s: %j against %j is %s', (operator, variable, value, expected) => {
    expect(holds(operator, variable, value)).toBe(expected);
  });

  it('each have a case above that holds', () => {
    const covered = new Set(cases.filter(([, , , expected]) => expected).map(([operator]) => operator));
    expect([...covered].sort()).toEqual(Object.keys(OPERATORS).sort());
  });
});

describe('a split', () => {
  it('takes the first condition that holds', () => {
    const conditions = [
      { operator: 'equal_to', value: 'silver', transition: 'silver' },
      { operator: 'is_not_blank', value: '', transition: 'known' },
      { operator: 'equal_to', value: 'gold', transition: 'gold' },
    ] as const;
    expect(split('gold', conditions)).toBe('known');
  });

  it('says so when none holds', () => {
    expect(split('gold', [])).toBe(NO_MATCH);
  });
});
