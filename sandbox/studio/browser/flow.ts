/** The widgets of the flow as cards: what is written in them, and their buttons. */
import { button, choice, element } from '../../side-page/client/dom';
import { OPERATORS, type Condition, type OperatorName } from '../split';
import type { CustomerOption } from './server';

export const WIDGETS = { fetch: 'fetch_customer', split: 'split_on_trait', store: 'store_outcome' } as const;

const PLAN = `{{widgets.${WIDGETS.fetch}.parsed.traits.plan}}`;
const LEARNED = `{
  "bot_intent": "refund",
  "bot_saw_plan": "${PLAN}"
}`;

export interface FlowValues {
  fetch: { parameters: { idType: string; identifier: string }; unsigned: boolean };
  split: { variable: string; conditions: Condition[] };
  store: { parameters: { userId: string; traits: string } };
  /** Milliseconds to wait before the customer is fetched again. */
  pause: number;
}

export interface Actions {
  fetch: () => void;
  split: () => void;
  store: () => void;
  again: () => void;
}

/** Draws the flow into a list and returns a reader of what it says. */
export function drawFlow(list: HTMLElement, customers: readonly CustomerOption[], actions: Actions): () => FlowValues {
  const idType = field('id-type', 'idType', 'user_id');
  const identifier = field('identifier', 'identifier', customers[0]?.userId ?? 'u-ana-duarte');
  const userId = field('user-id', 'userId', identifier.input.value);
  const who = choice('customer', 'Customer', [
    ...customers.map(
      ({ userId: id, name, traits, events }) => [id, `${name} · ${traits} traits, ${events} events`] as const,
    ),
    ['u-nobody-here', 'Somebody Segment does not know'],
    ['', 'Another: type it below'],
  ]);
  who.select.addEventListener('change', () => {
    if (who.select.value === '') return;
    idType.input.value = 'user_id';
    identifier.input.value = who.select.value;
    userId.input.value = who.select.value;
  });
  identifier.input.addEventListener('input', () => (who.select.value = ''));
  const unsigned = element('input', { type: 'checkbox', id: 'unsigned' });
  const variable = field('variable', 'Variable to test', PLAN);
  const first = conditionRow(1, { operator: 'equal_to', value: 'gold', transition: 'gold' });
  const second = conditionRow(2, { operator: 'is_blank', value: '', transition: 'plan_unknown' });
  const traits = element('textarea', { id: 'traits', spellcheck: 'false' }, LEARNED);
  const pause = field('pause', 'Wait before, in milliseconds', '600');

  list.append(
    card(WIDGETS.fetch, 'Run Function · fetch-persona-studio', actions.fetch, [
      who.label,
      who.select,
      element('div', { class: 'pair' }, idType.root, identifier.root),
      element('fieldset', {}, element('label', {}, unsigned, 'Leave out the signature')),
    ]),
    next('success'),
    card(WIDGETS.split, 'Split Based On…', actions.split, [variable.root, first.root, second.root], 'split'),
    next('any transition'),
    card(WIDGETS.store, 'Run Function · identifyUser', actions.store, [
      userId.root,
      element('label', { for: 'traits' }, 'traits'),
      traits,
    ]),
    next('success: back to the first widget'),
    card(`${WIDGETS.fetch}, again`, 'Run Function · fetch-persona-studio', actions.again, [
      element('p', { class: 'hint' }, 'Segment accepts traits first and applies them a moment later.'),
      pause.root,
    ]),
  );

  return () => ({
    fetch: {
      parameters: { idType: idType.input.value, identifier: identifier.input.value },
      unsigned: unsigned.checked,
    },
    split: { variable: variable.input.value, conditions: [first.read(), second.read()] },
    store: { parameters: { userId: userId.input.value, traits: traits.value } },
    pause: Math.min(60_000, Math.max(0, Number(pause.input.value) || 0)),
  });
}

function card(name: string, kind: string, run: () => void, inside: Node[], className = ''): HTMLElement {
  const head = element('div', { class: 'title' }, element('h3', {}, name), button('Run', run));
  head.querySelector('button')?.setAttribute('aria-label', `Run ${name}`);
  return element(
    'li',
    {},
    element('div', { class: `widget ${className}` }, head, element('p', { class: 'hint' }, kind), ...inside),
  );
}

function next(transition: string): HTMLElement {
  return element('li', { class: 'next' }, `↓ ${transition}`);
}

function field(id: string, label: string, value: string) {
  const input = element('input', { type: 'text', id, value, spellcheck: 'false', autocomplete: 'off' });
  return { input, root: element('div', {}, element('label', { for: id }, label), input) };
}

function conditionRow(at: number, initial: Condition) {
  const operators = (Object.keys(OPERATORS) as OperatorName[]).map((name) => [name, OPERATORS[name].label] as const);
  const operator = choice(`operator-${at}`, `Condition ${at}`, operators);
  const value = field(`value-${at}`, 'Value', initial.value);
  const transition = field(`transition-${at}`, 'Goes to', initial.transition);
  operator.select.value = initial.operator;
  const chosen = () => operators.find(([name]) => name === operator.select.value)?.[0] ?? initial.operator;
  const update = () => {
    value.input.disabled = !OPERATORS[chosen()].takesValue;
  };
  operator.select.addEventListener('change', update);
  update();
  return {
    root: element(
      'div',
      {},
      operator.label,
      operator.select,
      element('div', { class: 'pair' }, value.root, transition.root),
    ),
    read: (): Condition => ({
      operator: chosen(),
      value: value.input.value,
      transition: transition.input.value,
    }),
  };
}
