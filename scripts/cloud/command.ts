import { parseArgs } from 'node:util';
import { visible } from '../../display/visible';
import { ServiceError } from '../../service/error';
import type { Variables } from '../build/environment';
import { CommandError, type ExitCode, type Outcome } from '../schema/command';
import { refuseSwallowed, wantsJson } from '../schema/npm-options';
import { withoutSecrets } from './secrets';
import { cloudError, type CloudError } from './trouble';
import { DEFAULT_SANDBOX, refuseUnlessThere, sandboxVariables, withSandboxOrigin } from './sandbox';

/** What commands that work on an account need of the world. */
export interface CloudIo {
  variables: Variables;
  /** Tells of progress while a command runs; not part of its result. */
  progress: (line: string) => void;
  now: () => number;
  sleep: (ms: number) => Promise<void>;
  /** Asks a person; undefined where nobody is there to answer, empty where they end it instead. */
  ask: (question: string) => Promise<string | undefined>;
  /** Writes a variable into `.env`; false where there is none, or it is set already. */
  remember: (name: string, value: string) => boolean;
  /** Takes this very value out of `.env` again; false where it is not there. */
  forget: (name: string, value: string) => boolean;
}

/** Where a run writes to. */
export interface Printer {
  /** Standard output. */
  write: (text: string) => void;
  /** Standard error. */
  complain: (text: string) => void;
}

export interface CloudOutput extends CloudIo, Printer {}

export interface CloudCommand {
  name: string;
  /** What may follow the name besides options. */
  usage: string;
  summary: string;
  /** Options with a value, and what each means. */
  options: Readonly<Record<string, string>>;
  /** Options without one. */
  flags: Readonly<Record<string, string>>;
  /** How many arguments there may be. */
  most: number;
  run: (asked: Asked, io: CloudIo) => Promise<Outcome>;
}

/** A command line, checked against the command's own options. */
export interface Asked {
  args: readonly string[];
  options: Readonly<Record<string, string | undefined>>;
  flags: ReadonlySet<string>;
  /** Origin of the sandbox, where it was named: nothing of this machine's own account plays a part. */
  sandbox: string | undefined;
}

const COMMON = {
  'sandbox [origin]': `Work on the running sandbox (npm start) instead of an account. Default: ${DEFAULT_SANDBOX}.`,
  json: 'Print the result for programs.',
};

export function helpOf({ name, usage, summary, options, flags }: CloudCommand): string {
  const rows = [...Object.entries(options).map(([option, meaning]) => [`${option} <…>`, meaning] as const)];
  const all = [...rows, ...Object.entries(flags), ...Object.entries(COMMON)];
  const width = Math.max(...all.map(([option]) => option.length));
  return [
    `npm run ${name} -- ${usage}`.trimEnd(),
    '',
    summary,
    '',
    ...all.map(([option, meaning]) => `  --${option.padEnd(width)}  ${meaning}`),
    '',
    'Variables are read from the environment and from .env; docs/operate.md explains them.',
    'Exit codes: 0 fine, 1 something stands in the way, 2 asked wrongly, not set up, or Twilio is out of reach.',
  ].join('\n');
}

/** Runs a command. @param args what follows `npm run <name> --`. @returns its exit code. */
export async function runCloudCommand(
  command: CloudCommand,
  args: readonly string[],
  output: CloudOutput,
): Promise<ExitCode> {
  let { variables } = output;
  const asJson = wantsJson(args, variables);
  const clean = (text: string) => withoutSecrets(text, variables);
  const say = (lines: readonly string[]) => visible(clean(lines.join('\n')));
  const sayJson = (json: object) => clean(JSON.stringify(json, null, 2));
  try {
    const own = { options: Object.keys(command.options), flags: [...Object.keys(command.flags), 'sandbox', 'json'] };
    refuseSwallowed(`${command.name} --`, own, args, variables);
    const { asked, help } = read(command, args);
    if (help) {
      output.write(helpOf(command));
      return 0;
    }
    const { sandbox } = asked;
    if (sandbox !== undefined) await refuseUnlessThere(sandbox);
    const io: CloudIo =
      sandbox === undefined
        ? output
        : { ...output, variables: sandboxVariables(sandbox), remember: () => false, forget: () => false };
    ({ variables } = io);
    const progress = (line: string) => output.progress(clean(line));
    const { exit, lines, json } = await command.run(asked, { ...io, progress });
    output.write(asJson ? sayJson(json) : say(lines));
    return exit;
  } catch (error) {
    const { exit, lines, json } = failure(error, command);
    if (asJson) output.write(sayJson(json));
    else output.complain(say(lines));
    return exit;
  }
}

/** Tells of an error that no command caught, such as one in the background. @returns the exit code */
export function tellUnforeseen(error: unknown, args: readonly string[], printer: Printer): ExitCode {
  return tell(unforeseen(error), args, printer);
}

/** Tells of an error from before the command could begin. @returns the exit code */
export function tellFailure(
  error: unknown,
  command: CloudCommand,
  args: readonly string[],
  printer: Printer,
): ExitCode {
  return tell(failure(error, command), args, printer);
}

function tell({ exit, lines, json }: Outcome, args: readonly string[], { write, complain }: Printer): ExitCode {
  if (args.includes('--json')) write(JSON.stringify(json, null, 2));
  else complain(visible(lines.join('\n')));
  return exit;
}

function read(command: CloudCommand, args: readonly string[]) {
  const { rest, origin } = withSandboxOrigin(args);
  const known: Record<string, { type: 'string' | 'boolean'; short?: string }> = {
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  };
  for (const option of Object.keys(command.options)) known[option] = { type: 'string' };
  for (const flag of Object.keys(command.flags)) known[flag] = { type: 'boolean' };
  try {
    const { positionals, values } = parseArgs({ args: rest, allowPositionals: true, options: known });
    if (positionals.length > command.most) throw new CommandError('These are too many arguments.');
    const options = Object.keys(command.options).map((name) => {
      const value = values[name];
      return [name, typeof value === 'string' ? value : undefined] as const;
    });
    const asked: Asked = {
      args: positionals,
      options: Object.fromEntries(options),
      flags: new Set(Object.keys(command.flags).filter((name) => values[name] === true)),
      sandbox: origin,
    };
    return { asked, help: values['help'] === true };
  } catch (error) {
    if (error instanceof TypeError) throw new CommandError(error.message);
    throw error;
  }
}

/** An error as a result. Only sentences meant for people are shown. */
function failure(error: unknown, command: CloudCommand): Outcome {
  if (error instanceof CommandError) {
    const { message, exit, code } = error;
    const hint = code === 'usage' ? ['', helpOf(command)] : [];
    return { exit, lines: [message, ...hint], json: { error: { code, message, ...detailsOf(error) } } };
  }
  if (error instanceof ServiceError) {
    const { code, message } = error;
    return { exit: 2, lines: [message], json: { error: { code, message } } };
  }
  const trouble = cloudError(error);
  if (trouble === undefined) return unforeseen(error);
  const message = `${trouble.message}.`;
  return { exit: exitOf(trouble), lines: [message], json: { error: { code: 'twilio', message } } };
}

/**
 * A mistake of ours, or an answer that nobody expected. Its own text, and whatever hangs on it, may hold addresses, headers
 * and credentials: only its kind and where in this checkout it was thrown are told.
 */
function unforeseen(error: unknown): Outcome {
  const kind = error instanceof Error ? error.name : typeof error;
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  const where = frames.slice(0, 5).map((line) => line.trim());
  const message = `Something happened that this command does not know (${kind}). Run it again; if it stays, please report it.`;
  return {
    exit: 2,
    lines: [message, ...where.map((line) => `  ${line}`)],
    json: { error: { code: 'internal', message, where } },
  };
}

/** A command error that has more to say to programs. */
export class DetailedError extends CommandError {
  constructor(
    message: string,
    exit: 1 | 2,
    code: string,
    readonly details: object,
  ) {
    super(message, exit, code);
  }
}

function detailsOf(error: CommandError): object {
  return error instanceof DetailedError ? error.details : {};
}

/** 2 where waiting or other credentials help, 1 where what is there stands in the way. */
export function exitOf({ status }: CloudError): 1 | 2 {
  return status === 0 || status === 401 || status === 403 || status === 429 || status >= 500 ? 2 : 1;
}
