import { PLACEMENTS, THEMES, type Session } from '../../state/types';
import { ROLES } from '../../tokens';
import type { SideView } from '../view';
import { element, place } from './dom';
import { act, server } from './server';

const GROUPS = [
  { key: 'role', legend: 'Role', words: ROLES, names: { agent: 'Agent', supervisor: 'Supervisor', admin: 'Admin' } },
  { key: 'theme', legend: 'Theme', words: THEMES, names: { light: 'Light', dark: 'Dark' } },
  {
    key: 'placement',
    legend: 'Plugin placement',
    words: PLACEMENTS,
    names: { panel2: 'Panel 2', tab: 'Task tab', profiles: 'Unified Profiles' },
  },
] as const satisfies readonly {
  key: keyof Session;
  legend: string;
  words: readonly string[];
  names: Record<string, string>;
}[];

/** Role, theme and placement of open Flex pages. */
export function sessionPanel(): (view: SideView) => void {
  const inputs = new Map<string, HTMLInputElement>();
  for (const { key, legend, words, names } of GROUPS) {
    const labels = words.map((word) => {
      const onchange = () => act('Flex pages reload.', () => server.send('PUT', 'session', { [key]: word }));
      const input = element('input', { type: 'radio', name: key, value: word, onchange });
      inputs.set(`${key} ${word}`, input);
      return element('label', {}, input, (names as Record<string, string>)[word] ?? word);
    });
    place('session').append(element('fieldset', {}, element('legend', {}, legend), ...labels));
  }
  return ({ session }) => {
    for (const { key } of GROUPS) {
      const input = inputs.get(`${key} ${session[key]}`);
      if (input) input.checked = true;
    }
  };
}
