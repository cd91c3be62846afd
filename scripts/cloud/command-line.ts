import type { Asked } from './command';
import { DEFAULT_SANDBOX } from './sandbox';

/** Options that say where a command works; another one has to be told the same. */
const PLACE = ['service-name', 'environment', 'production'];

/**
 * A command as it has to be typed to work in the same place: `npm run deploy -- --release --environment prod`.
 *
 * @param words what follows the name
 */
export function commandLine(
  name: string,
  words: readonly string[],
  { options, flags, sandbox }: Pick<Asked, 'options' | 'flags' | 'sandbox'>,
): string {
  const place = PLACE.flatMap((option) => {
    if (flags.has(option)) return [`--${option}`];
    const value = options[option];
    return value === undefined ? [] : [`--${option}`, value];
  });
  const where = sandbox === undefined ? [] : ['--sandbox', ...(sandbox === DEFAULT_SANDBOX ? [] : [sandbox])];
  const all = [...words, ...place, ...where];
  return `npm run ${name}${all.length === 0 ? '' : ` -- ${all.join(' ')}`}`;
}
