import { FACT_WORDS, OPERATOR_WORDS } from '../generated/vocabulary';
import { fromPointer } from '../json/pointer';
import { listAt, own, typeName, type UnknownObject } from '../json/value';
import { contradiction } from './contradiction';
import type { Finding, Note } from './problem';
import type { Part } from './shapes';

const has = (table: object, key: string) => Object.prototype.hasOwnProperty.call(table, key);

const never = 'so this never holds';

/** "context:/order/total" → its root; a message when there is no such fact. */
function readFact(fact: string): { root?: string; problem?: string; meant?: Finding['meant'] } {
  const slash = fact.indexOf('/');
  const root = (slash < 0 ? fact : fact.slice(0, slash)).replace(/:$/, '');
  if (!has(FACT_WORDS, root))
    return {
      problem: `there is no fact \`${root.slice(0, 40)}\`, ${never}`,
      meant: { word: root, known: Object.keys(FACT_WORDS) },
    };
  if (slash < 0) return fact.endsWith(':') ? { problem: `the path after the colon is missing, ${never}` } : { root };
  if (!FACT_WORDS[root]?.deep) return { problem: `${root} is a single value: nothing can follow it, ${never}` };
  if (fromPointer(fact.slice(slash)) === undefined)
    return { problem: `the path is not valid: after "~" there may only be 0 or 1, ${never}` };
  return slash === fact.length ? { root } : { root: fact };
}

const jsonType = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

/** Facts whose type is known for sure; anything under a path may be of any type. */
function knownType(fact: string): 'string' | 'list' | 'object' | undefined {
  if (fact === 'worker.roles') return 'list';
  if (fact === 'context' || fact === 'traits' || fact === 'worker.attributes' || fact === 'task.attributes')
    return 'object';
  return fact.startsWith('task.') && !fact.includes('/') ? 'string' : undefined;
}

/** Why an operator can never hold on a fact of a known type. */
function typeClash(fact: string, op: string, value: unknown): string | undefined {
  const type = knownType(fact);
  if (type === undefined || op === 'exists') return undefined;
  if (type === 'object') return `${fact} is an object: name one value in it, such as ${fact}:/key`;
  if (type === 'list') return op === 'contains' ? undefined : `${fact} is a list: use \`contains\``;
  const values: readonly unknown[] = op === 'in' && Array.isArray(value) ? value : [value];
  return values.some((one) => typeof one === 'string')
    ? undefined
    : `${fact} is a text, and is compared with ${typeName(values[0])}`;
}

function valueProblem(node: UnknownObject, op: string): string | undefined {
  const words = OPERATOR_WORDS[op];
  const value = own(node, 'value');
  if (!words) return undefined;
  if (value === undefined) return words.valueOptional ? undefined : `\`${op}\` needs a value, ${never}`;
  if (!words.types.includes(jsonType(value)))
    return op === 'in'
      ? `\`in\` needs a list of values, ${never}`
      : `\`${op}\` can't compare with ${typeName(value)}, ${never}`;
  return op === 'in' && listAt(node, 'value').length === 0 ? `the list of values is empty, ${never}` : undefined;
}

interface Trouble {
  /** The property that is to blame. */
  name: 'fact' | 'op' | 'value';
  message: string;
  meant?: Finding['meant'] | undefined;
}

function trouble(node: UnknownObject): Trouble | undefined {
  const fact = own(node, 'fact');
  const op = own(node, 'op');
  if (typeof fact !== 'string' || typeof op !== 'string') return undefined;
  const { problem, meant, root } = readFact(fact);
  if (problem !== undefined) return { name: 'fact', message: problem, meant };
  if (!has(OPERATOR_WORDS, op))
    return {
      name: 'op',
      message: `there is no comparison \`${op.slice(0, 40)}\`, ${never}`,
      meant: { word: op, known: Object.keys(OPERATOR_WORDS) },
    };
  const value = valueProblem(node, op);
  if (value !== undefined) return { name: 'value', message: value };
  const clash = typeClash(root ?? fact, op, own(node, 'value'));
  return clash === undefined ? undefined : { name: 'op', message: `${clash}, ${never}` };
}

function reportComparison({ node, path }: Part, note: Note): void {
  const found = trouble(node);
  if (!found) return;
  const { name, message, meant } = found;
  note({ severity: 'warning', path: own(node, name) === undefined ? path : [...path, name], message, meant });
}

/** Conditions that can't hold: what they guard is never shown, which nobody meant. */
export function reportCondition(part: Part, note: Note): void {
  if (part.shape === 'comparison') reportComparison(part, note);
  if (part.shape === 'anyCondition' && Array.isArray(own(part.node, 'any')) && listAt(part.node, 'any').length === 0)
    note({ severity: 'warning', path: [...part.path, 'any'], message: `the list is empty, ${never}` });
  // An `all` inside an `all` has been looked at with the outer one.
  if (part.shape === 'allCondition' && part.path.at(-2) !== 'all') {
    const message = contradiction(part.node);
    if (message !== undefined)
      note({ severity: 'warning', path: [...part.path, 'all'], message: `${message}, ${never}` });
  }
}
