import type { Facts } from './facts';
import { parseFact, readFact } from './facts';
import type { Json } from './json';
import { isObject, own } from './json';
import { operatorById } from './operators';
import type { Truth } from './operators';
import { UnusableDocument } from './unusable';

/** A condition of a document, ready to be tested. */
export interface Condition {
  /** Where it stands in the document, as a JSON Pointer: its name on the wire. */
  readonly at: string;
  /** As the document has it, to explain it. */
  readonly source: Json;
  /** Words of the facts it looks at: "traits", "worker.attributes". */
  readonly mentions: ReadonlySet<string>;
  /** First steps of the traits it looks at; null when it looks at all of them at once. */
  readonly traitKeys: readonly string[] | null;
  /** Three-valued: null is unknown, which is false at the root (`holds`). */
  test(facts: Facts): Truth;
}

type Test = (facts: Facts) => Truth;

/** Deeper nesting is no condition that a person wrote. */
const deepest = 100;

interface Notes {
  mentions: Set<string>;
  traitKeys: Set<string>;
  allTraits: boolean;
}

function comparison(fact: string, op: string, value: Json | undefined, notes: Notes): Test {
  const parsed = parseFact(fact);
  if (parsed === undefined) return () => null;
  notes.mentions.add(parsed.root.id);
  if (parsed.root.id === 'traits') {
    const [first] = parsed.path;
    if (first === undefined) notes.allTraits = true;
    else notes.traitKeys.add(first);
  }
  const operator = operatorById(op);
  if (operator === undefined) return () => null;
  return (facts) => {
    const found = readFact(parsed, facts);
    if (found !== undefined) return operator.compare(found, value);
    if (op !== 'exists' || !parsed.root.loaded(facts)) return null;
    const present = operator.compare(null, value);
    return present === null ? null : !present;
  };
}

/** Kleene: false if any is false, else unknown if any is unknown, else true. */
const all =
  (tests: readonly Test[]): Test =>
  (facts) => {
    let truth: Truth = true;
    for (const test of tests) {
      const one = test(facts);
      if (one === false) return false;
      if (one === null) truth = null;
    }
    return truth;
  };

const negated =
  (test: Test): Test =>
  (facts) => {
    const truth = test(facts);
    return truth === null ? null : !truth;
  };

/** Kleene: true if any is true, else unknown if any is unknown, else false. */
const any = (tests: readonly Test[]): Test => negated(all(tests.map(negated)));

function read(condition: Json, notes: Notes, depth: number): Test {
  if (!isObject(condition) || depth > deepest) throw new UnusableDocument('a condition cannot be read');
  const group = (list: Json | undefined): Test[] | undefined =>
    Array.isArray(list) ? list.map((one) => read(one, notes, depth + 1)) : undefined;
  const fact = own(condition, 'fact');
  const op = own(condition, 'op');
  if (typeof fact === 'string' && typeof op === 'string') {
    return comparison(fact, op, own(condition, 'value'), notes);
  }
  const everyOne = group(own(condition, 'all'));
  if (everyOne) return all(everyOne);
  const anyOne = group(own(condition, 'any'));
  if (anyOne) return any(anyOne);
  const opposite = own(condition, 'not');
  if (opposite !== undefined) return negated(read(opposite, notes, depth + 1));
  throw new UnusableDocument('a condition cannot be read');
}

/**
 * Prepares a condition once per document. An unknown fact or operator is unknown whenever it is tested.
 *
 * @throws UnusableDocument when it is neither a comparison nor all / any / not.
 */
export function prepareCondition(source: Json, at: string): Condition {
  const notes: Notes = { mentions: new Set(), traitKeys: new Set(), allTraits: false };
  const test = read(source, notes, 0);
  return { at, source, mentions: notes.mentions, traitKeys: notes.allTraits ? null : [...notes.traitKeys], test };
}

/** What the server found out, by the place of the condition in the document; null is unknown. */
export type Truths = Readonly<Record<string, Truth>>;

/** Whether what the condition guards is shown. Absent: yes. Unknown: no. An answer of the server goes before our own. */
export function holds(condition: Condition | undefined, facts: Facts, truths?: Truths): boolean {
  if (condition === undefined) return true;
  const known = truths && Object.prototype.hasOwnProperty.call(truths, condition.at) ? truths[condition.at] : undefined;
  return (known === undefined ? condition.test(facts) : known) === true;
}
