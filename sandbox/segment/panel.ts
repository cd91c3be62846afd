/** Segment's part of the side page: its weather by endpoint, its customers, and what became of what was sent to it. */
import { button, choice, element, place } from '../side-page/client/dom';
import { act, follow, say } from '../side-page/client/server';
import type { controlState } from './control';
import { WEATHER, type Weather, type WeatherKind } from './weather';

type State = ReturnType<typeof controlState>;

/** Rows of the panel: what people think in, and the endpoints behind it. */
const ROWS = [
  { id: 'all', label: 'Everything' },
  { id: 'traits', label: 'Traits' },
  { id: 'events', label: 'Events' },
  { id: 'batch', label: 'Writes (identifyUser)' },
] as const;

const MIXED = 'mixed';
const KINDS = Object.entries(WEATHER) as [WeatherKind, (typeof WEATHER)[WeatherKind]][];

async function ask(path: string, body?: unknown): Promise<State> {
  const response = await fetch(`/sandbox/api/segment${path}`, {
    ...(body === undefined
      ? {}
      : { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
  const answer = (await response.json()) as State & { error?: { message: string } };
  if (answer.error) throw new Error(answer.error.message);
  return answer;
}

interface Row {
  show: (state: State) => void;
}

function addRow(into: HTMLElement, { id, label }: (typeof ROWS)[number], refresh: (state: State) => void): Row {
  const options = [...KINDS.map(([kind, { label: text }]) => [kind, text] as const), [MIXED, 'Mixed'] as const];
  const { select, label: name } = choice(`segment-${id}`, label, options);
  const number = element('input', { type: 'text', inputmode: 'numeric', hidden: true });
  const send = () => {
    const setting = WEATHER[select.value as WeatherKind].number;
    const amount = setting && number.value !== '' ? { [setting.name]: Number(number.value) } : {};
    act(`${label}: ${WEATHER[select.value as WeatherKind].label.toLowerCase()}.`, async () =>
      refresh(await ask('/weather', { endpoint: id, weather: { kind: select.value, ...amount } })),
    );
  };
  select.addEventListener('change', () => {
    number.value = '';
    if (select.value !== MIXED) send();
  });
  number.addEventListener('change', send);
  into.append(element('div', { class: 'row' }, name, element('div', {}, select, number)));

  const show = (state: State) => {
    const weather = id === 'all' ? Object.values(state.weather) : [state.weather[id]];
    const kinds = new Set(weather.map(({ kind }) => kind));
    const [only] = weather;
    select.value = kinds.size === 1 && only ? only.kind : MIXED;
    const setting = kinds.size === 1 && only ? WEATHER[only.kind].number : undefined;
    number.hidden = setting === undefined;
    if (setting && only) {
      number.setAttribute('aria-label', `${label}: ${setting.label.toLowerCase()}`);
      number.value = amountOf(only, setting.name);
    }
  };
  return { show };
}

function amountOf(weather: Weather, name: string): string {
  const value = (weather as unknown as Record<string, unknown>)[name];
  return typeof value === 'number' ? String(value) : '';
}

function outcome({ type, userId, outcome: became, reason }: State['tracking'][number]): string {
  const why = reason === undefined ? '' : `: ${reason}`;
  return `${type} ${userId ?? ''} ${became}${why}`.replaceAll(/\s+/g, ' ');
}

function start(): void {
  const panel = place('panel-segment');
  const settings = element('p', { class: 'hint' });
  const sent = element('ul', { 'aria-label': 'Latest events sent to Segment' });
  const rows: Row[] = [];
  const show = (state: State) => {
    for (const row of rows) row.show(state);
    const { traits, events, batch, identify } = state.counts;
    settings.textContent = `Requests so far: traits ${traits}, events ${events}, writes ${batch + identify}. Changes apply after ${state.settings.applyDelayMs} ms.`;
    const latest = state.tracking.slice(-5).reverse();
    sent.replaceChildren(...latest.map((entry) => element('li', {}, outcome(entry))));
  };
  rows.push(...ROWS.map((row) => addRow(panel, row, show)));
  panel.append(
    settings,
    sent,
    element(
      'div',
      { class: 'buttons' },
      button('Refresh', () => act('', async () => show(await ask('')))),
      button('Apply changes now', () => act('Applied.', async () => show(await ask('/apply', {})))),
      button('Reset Segment', () => act('Segment is as at the start.', async () => show(await ask('/reset', {})))),
    ),
  );
  follow(() => void ask('').then(show, () => say('The Segment double does not answer.')));
}

start();
