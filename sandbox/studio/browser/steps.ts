/** What happened: one entry per step, and the variables as they are now. */
import { element } from '../../side-page/client/dom';
import type { Json, JsonObject } from '../../../display/json';
import type { FunctionStep, SplitStep, Step } from '../execution';

/** More than this of an answer helps nobody and slows the page. */
const SHOWN = 20_000;

export function stepEntry(step: Step): HTMLElement {
  const tone = step.transition === 'fail' ? 'fail' : step.transition === 'success' ? 'success' : 'taken';
  return element(
    'li',
    {},
    element('span', { class: 'number', 'aria-hidden': 'true' }, String(step.number)),
    element(
      'div',
      { class: 'step' },
      element(
        'div',
        { class: 'step-head' },
        element('h3', {}, step.widget),
        element('span', { class: `badge ${tone}` }, `→ ${step.transition}`),
        element('span', { class: 'hint' }, step.type === 'run-function' ? `${step.ms} ms` : 'split'),
      ),
      element('p', {}, step.reason),
      ...(step.type === 'run-function' ? functionDetails(step) : splitDetails(step)),
    ),
  );
}

function functionDetails(step: FunctionStep): HTMLElement[] {
  const { request, response, changes, kept } = step;
  const parts: HTMLElement[] = [];
  if (kept.length > 0) {
    parts.push(element('p', { class: 'kept' }, `Still there from an earlier run: ${kept.join(', ')}.`));
  }
  if (changes.length > 0) parts.push(changesView(step));
  else if (step.transition === 'success') parts.push(element('p', { class: 'hint' }, 'Nothing in parsed changed.'));
  const sent = [
    `POST ${request.url}`,
    `X-Twilio-Signature: ${request.signed ? '(computed by the sandbox)' : '(left out)'}`,
    ...Object.entries(request.parameters).map(([name, value]) => `${name} = ${value}`),
  ];
  parts.push(fold('Request', sent.join('\n')));
  if (response) {
    parts.push(fold(`Answer: ${response.status}, ${response.bytes.toLocaleString('en')} bytes`, pretty(response.body)));
  }
  return parts;
}

function changesView({ changes }: FunctionStep): HTMLElement {
  // A first run brings everything: its keys are enough, the values are among the variables.
  if (changes.every(({ kind, path }) => kind === 'added' && !/[.[]/.test(path))) {
    const keys = changes.map(({ path, after }) => `${path}${sizeOf(after)}`);
    return element('p', { class: 'hint' }, `New in parsed: ${keys.join(', ')}.`);
  }
  const rows = changes.map(({ path, before, after }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, element('code', {}, path)),
      element('td', {}, brief(before)),
      element('td', {}, brief(after)),
    ),
  );
  const heads = ['Variable', 'Before', 'Now'].map((text) => element('th', { scope: 'col' }, text));
  const table = element(
    'table',
    {},
    element('caption', {}, 'Changed in parsed'),
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...rows),
  );
  if (changes.length <= 8) return table;
  return element('details', {}, element('summary', {}, `${changes.length} changes in parsed`), table);
}

function sizeOf(value: Json | undefined): string {
  if (typeof value !== 'object' || value === null) return '';
  return ` (${Object.keys(value).length})`;
}

function splitDetails({ variable }: SplitStep): HTMLElement[] {
  return [element('p', {}, element('code', {}, variable))];
}

/** All widgets' variables, by name. */
export function variablesView(widgets: Record<string, JsonObject>): HTMLElement[] {
  return Object.entries(widgets).map(([name, { parsed, status_code }]) =>
    fold(
      `widgets.${name}.parsed`,
      parsed === undefined ? `(nothing: status ${brief(status_code)})` : pretty(JSON.stringify(parsed)),
      true,
    ),
  );
}

function fold(title: string, text: string, open = false): HTMLElement {
  const shown =
    text.length > SHOWN
      ? `${text.slice(0, SHOWN)}\n… ${(text.length - SHOWN).toLocaleString('en')} characters more`
      : text;
  return element('details', { open }, element('summary', {}, title), element('pre', { tabindex: '0' }, shown));
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function brief(value: Json | undefined): string {
  if (value === undefined) return '(missing)';
  const text = JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
