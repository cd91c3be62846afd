import type { Fault } from '../../state/faults';
import type { SideView } from '../view';
import { choice, element, place } from './dom';
import { act, server } from './server';

const FAULTS: readonly (readonly [id: string, text: string, fault: Fault | null])[] = [
  ['fine', 'Fine', null],
  ['slow', 'Slow (3 s)', { kind: 'slow', ms: 3000 }],
  ['busy', 'Too many requests (429)', { kind: 'status', status: 429, headers: { 'Retry-After': '5' } }],
  ['down', 'Down (500)', { kind: 'status', status: 500 }],
  ['refused', 'Refuses (401)', { kind: 'status', status: 401 }],
  ['garbage', 'Talks nonsense', { kind: 'bytes', bytes: '<html>Bad gateway' }],
  ['cut', 'Cuts the connection', { kind: 'cut' }],
  ['hang', 'Never answers', { kind: 'hang' }],
];

/** One row per upstream of the functions. */
export function faultsPanel(): (view: SideView) => void {
  const rows = new Map<string, HTMLSelectElement>();
  const panel = place('faults');
  return ({ upstreams, faults }) => {
    for (const upstream of upstreams) {
      const select = rows.get(upstream) ?? addRow(panel, upstream);
      rows.set(upstream, select);
      const current = JSON.stringify(faults[upstream] ?? null);
      select.value = FAULTS.find(([, , fault]) => JSON.stringify(fault) === current)?.[0] ?? '';
    }
  };
}

function addRow(panel: HTMLElement, upstream: string): HTMLSelectElement {
  const { select, label } = choice(
    `fault-${upstream}`,
    upstream,
    FAULTS.map(([id, text]) => [id, text] as const),
  );
  select.addEventListener('change', () => {
    const fault = FAULTS.find(([id]) => id === select.value)?.[2] ?? null;
    act(fault ? `${upstream} is broken.` : `${upstream} is fine.`, () =>
      server.send('PUT', `faults/${upstream}`, { fault }),
    );
  });
  panel.append(element('div', { class: 'row' }, label, select));
  return select;
}
