import {
  isNeededBeside,
  valueIn,
  variables as table,
  type User,
  type Variable,
} from '../../service/settings/variables';
import type { Variables } from '../build/environment';

/** Not functions: what only these use never becomes a variable of the service. */
const NOT_FUNCTIONS: readonly User[] = ['plugin', 'commands', 'sandbox'];

const known: readonly Variable[] = table;

function readByFunctions({ requiredBy, usedBy, providedByTwilio }: Variable): boolean {
  if (providedByTwilio === true) return false;
  return [...requiredBy, ...usedBy].some((user) => !NOT_FUNCTIONS.includes(user));
}

/** The variables that a service may hold: those that functions read and Twilio does not set by itself. */
export const serviceTable: readonly Variable[] = known.filter(readByFunctions);
/** Their names. */
export const SERVICE_VARIABLES: readonly string[] = serviceTable.map(({ name }) => name);

/** What is uploaded: what functions read and is set here. */
export function serviceVariables(variables: Variables): Record<string, string> {
  const entries = serviceTable.map((one) => [one.name, valueIn(variables, one)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

/** A variable that keeps the product from working. Never holds its value. */
export interface VariableProblem {
  name: string;
  problem: 'missing' | 'malformed';
  expects: string;
  purpose: string;
}

/**
 * Every variable that is missing or malformed, at once.
 *
 * @param inService names of those that the service holds already; they need not be set here.
 */
export function variableProblems(variables: Variables, inService: ReadonlySet<string>): VariableProblem[] {
  return known.flatMap((variable): VariableProblem[] => {
    const { name, formerly = [], expects, purpose, check, requiredBy, providedByTwilio } = variable;
    const value = valueIn(variables, variable);
    if (value !== '') return check(value) ? [] : [{ name, problem: 'malformed', expects, purpose }];
    // What Twilio gives the functions is needed here only for the commands themselves.
    const always = providedByTwilio === true ? requiredBy.includes('commands') : requiredBy.length > 0;
    const needed = always || isNeededBeside(variables, variable);
    const there = [name, ...formerly].some((one) => inService.has(one));
    return needed && !there ? [{ name, problem: 'missing', expects, purpose }] : [];
  });
}

export function problemLines(problems: readonly VariableProblem[]): string[] {
  return problems.map(
    ({ name, problem, expects, purpose }) => `${name} is ${problem}. Expected: ${expects}. ${purpose}`,
  );
}
