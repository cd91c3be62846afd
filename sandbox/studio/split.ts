/** The decisions of Studio's "Split Based On…" widget. */
import type { Json } from '../../display/json';
import { isBlank, textOf } from './liquid';

interface Operator {
  label: string;
  /** False: the operator looks at the variable alone. */
  takesValue: boolean;
  holds: (variable: Json | undefined, value: string) => boolean;
}

const equal = (variable: Json | undefined, value: string) => textOf(variable).trim() === value.trim();
const anyOf = (variable: Json | undefined, value: string) => value.split(',').some((one) => equal(variable, one));
const contains = (variable: Json | undefined, value: string) => textOf(variable).includes(value);
const startsWith = (variable: Json | undefined, value: string) => textOf(variable).startsWith(value);
/** Numbers only: Studio does not read a number out of a text, which is why its FAQ advises `| plus: 0`. */
const compare = (variable: Json | undefined, value: string): number =>
  typeof variable === 'number' && value.trim() !== '' ? variable - Number(value) : NaN;

/**
 * Operators by the name they have in a flow's JSON. Twilio does not say whether case matters; here it does. Its
 * operators for times, dates and regular expressions are left out.
 */
export const OPERATORS = {
  equal_to: { label: 'Equal to', takesValue: true, holds: equal },
  not_equal_to: { label: 'Not equal to', takesValue: true, holds: (variable, value) => !equal(variable, value) },
  matches_any_of: { label: 'Matches any of', takesValue: true, holds: anyOf },
  does_not_match_any_of: {
    label: 'Does not match any of',
    takesValue: true,
    holds: (variable, value) => !anyOf(variable, value),
  },
  is_blank: { label: 'Is blank', takesValue: false, holds: (variable) => isBlank(variable) },
  is_not_blank: { label: 'Is not blank', takesValue: false, holds: (variable) => !isBlank(variable) },
  contains: { label: 'Contains', takesValue: true, holds: contains },
  does_not_contain: {
    label: 'Does not contain',
    takesValue: true,
    holds: (variable, value) => !contains(variable, value),
  },
  starts_with: { label: 'Starts with', takesValue: true, holds: startsWith },
  does_not_start_with: {
    label: 'Does not start with',
    takesValue: true,
    holds: (variable, value) => !startsWith(variable, value),
  },
  less_than: { label: 'Less than', takesValue: true, holds: (variable, value) => compare(variable, value) < 0 },
  greater_than: { label: 'Greater than', takesValue: true, holds: (variable, value) => compare(variable, value) > 0 },
} satisfies Record<string, Operator>;

export type OperatorName = keyof typeof OPERATORS;

export interface Condition {
  operator: OperatorName;
  value: string;
  /** The name of the transition that is taken when it holds. */
  transition: string;
}

/** The transition of a split in which no condition holds. */
export const NO_MATCH = 'No Condition Matches';

/** The transition of the first condition that holds. */
export function split(variable: Json | undefined, conditions: readonly Condition[]): string {
  return conditions.find(({ operator, value }) => OPERATORS[operator].holds(variable, value))?.transition ?? NO_MATCH;
}
