import { ASSUMED } from '../day/assumptions';
import { BY_TRAIT } from '../day/documents';
import { measureSize, type Setting, type Size } from './measure';

/** Something that an operator or an admin decides, or that is another way of working, and what it changes. */
interface Knob {
  name: string;
  setting: Partial<Setting>;
}

const KNOBS: readonly Knob[] = [
  { name: 'as above', setting: {} },
  { name: 'a layout by a trait, every trait shown', setting: { document: BY_TRAIT } },
  { name: '`PERSONA_ACCESS=any`', setting: { variables: { PERSONA_ACCESS: 'any' } } },
  { name: 'nobody opens the events', setting: { assumed: { eventsOpened: 0 } } },
  { name: 'everybody opens the events', setting: { assumed: { eventsOpened: 1 } } },
  { name: 'conversations half as long', setting: { assumed: { conversation: ASSUMED.conversation / 2 } } },
];

export interface Turned {
  name: string;
  size: Size;
}

/** Measures each knob by itself. */
export async function turnKnobs(base: Setting): Promise<Turned[]> {
  const turned: Turned[] = [];
  for (const { name, setting } of KNOBS) turned.push({ name, size: await measureSize({ ...base, ...setting }) });
  return turned;
}
