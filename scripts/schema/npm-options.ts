import type { Variables } from '../build/environment';
import { CommandError } from './command';

/** A command's own options, by name. */
export interface OwnOptions {
  /** Those with a value. */
  options: readonly string[];
  /** Those without one. */
  flags: readonly string[];
}

/**
 * Whose absence harms nobody: the command asks then. They may be set in a file of npm's for good, which must not keep
 * the command from running.
 */
const HARMLESS = new Set(['yes']);

/**
 * Refuses what would run without the options that were typed: npm takes for its own what stands before `--`, and leaves
 * of it only variables such as `npm_config_dry_run`, and the values of options as bare words.
 *
 * @param command what follows `npm run`, up to the options: `deploy --`, or `schema -- pull`
 * @param args what the command was given
 * @param variables the shell's
 * @throws CommandError that says how to type it
 */
export function refuseSwallowed(
  command: string,
  { options, flags }: OwnOptions,
  args: readonly string[],
  variables: Variables,
): void {
  const given = (name: string) => args.some((word) => word === `--${name}` || word.startsWith(`--${name}=`));
  const swallowed = [...options, ...flags]
    .filter((name) => !HARMLESS.has(name) && !given(name))
    .flatMap((name) => {
      const value = valueAtNpm(name, variables);
      if (value === undefined) return [];
      const unknown = options.includes(name) ? ' <…>' : '';
      return [`--${name}${value === 'true' ? unknown : ` ${value}`}`];
    });
  if (swallowed.length > 0) {
    throw new CommandError(
      `npm has kept ${swallowed.join(' and ')} to itself, so nothing was done. Put -- before options: ` +
        `npm run ${command} ${swallowed.join(' ')}`,
      2,
      'npm',
    );
  }
  const said = ['production', 'environment'].some(given);
  if (flags.includes('production') && !said && variables['npm_command'] !== undefined && isProduction(variables)) {
    throw new CommandError(
      'NODE_ENV is production, which is all that npm leaves of a --production before --. Nothing was done. Say which ' +
        `environment: npm run ${command} --production, or npm run ${command} --environment dev.`,
      2,
      'npm',
    );
  }
}

/** Whether `--json` was typed, whoever got it. */
export function wantsJson(args: readonly string[], variables: Variables): boolean {
  return args.includes('--json') || valueAtNpm('json', variables) !== undefined;
}

const isProduction = ({ NODE_ENV }: Variables) => NODE_ENV === 'production';

/**
 * What npm understood for an option; undefined: it was not given. npm completes a beginning of one of its own options, so
 * that `--to 1.2.3` may be in `npm_config_token_description`. Without a value there is an empty text for what is off.
 */
function valueAtNpm(name: string, variables: Variables): string | undefined {
  const start = `npm_config_${name.replaceAll('-', '_')}`;
  const values = Object.entries(variables).filter(([key]) => key.startsWith(start));
  return values.map(([, value]) => value?.trim() ?? '').find((value) => value !== '' && value !== 'false');
}
