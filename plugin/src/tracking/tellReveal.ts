import type { Reveal } from '../values/reveal';
import type { PropertiesOf, Tracker } from './tracker';

/** The same way to reveal, which notes each time that it has. */
export function tellReveal(
  reveal: Reveal | undefined,
  { track }: Tracker,
  what: PropertiesOf<'Masked Value Revealed'>,
): Reveal | undefined {
  if (reveal === undefined) return undefined;
  const told = async (id: string, signal: AbortSignal): Promise<string> => {
    const text = await reveal(id, signal);
    track('Masked Value Revealed', what);
    return text;
  };
  return Object.assign(told, reveal.stampOf === undefined ? {} : { stampOf: reveal.stampOf });
}
