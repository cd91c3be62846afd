import { parseArgs, type ParseArgsConfig } from 'node:util';
import { visible } from '../../display/visible';
import { ServiceError } from '../../service/error';
import { check } from './check';
import { CommandError, type Command, type ExitCode, type Io, type Options, type Outcome } from './command';
import { diff } from './compare';
import { history } from './history';
import { infer } from './infer';
import { refuseSwallowed, wantsJson } from './npm-options';
import { publish, restore } from './publish';
import { pull } from './pull';

export const COMMANDS: readonly Command[] = [check, infer, diff, pull, publish, history, restore];

/** Where a run writes to. */
export interface Output extends Io {
  /** Standard output. */
  write: (text: string) => void;
  /** Standard error. */
  complain: (text: string) => void;
}

/** Errors of the service that speak of documents and colleagues rather than of this machine and its account. */
const PROBLEMS: ReadonlySet<string> = new Set([
  'conflict',
  'build_failed',
  'document_invalid',
  'not_found',
  'bad_request',
]);

export function help(command?: Command): string {
  if (command === undefined) {
    const width = Math.max(...COMMANDS.map(({ name }) => name.length));
    return [
      'npm run schema -- <command> [arguments]',
      '',
      ...COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
      '',
      '--json  prints the result for programs. --help after a command says more about it.',
      'What is published is found through ACCOUNT_SID, AUTH_TOKEN and SERVICE_SID, from the environment or .env.',
      'Exit codes: 0 fine, 1 problems, 2 asked wrongly or not set up.',
    ].join('\n');
  }
  return [
    `npm run schema -- ${command.name} ${command.usage}`,
    '',
    command.summary,
    ...Object.entries({ ...command.options, ...command.flags }).map(
      ([name, meaning]) => `  --${name.padEnd(9)} ${meaning}`,
    ),
    '  --json      Prints the result for programs.',
  ].join('\n');
}

/** Runs one command. @param args what follows `npm run schema --`. @returns its exit code. */
export async function runSchema(args: readonly string[], output: Output): Promise<ExitCode> {
  const [name = '', ...rest] = args;
  const command = COMMANDS.find((one) => one.name === name);
  let asJson = args.includes('--json');
  if (command === undefined) {
    if (['help', '--help', '-h'].includes(name)) {
      output.write(help());
      return 0;
    }
    const isNamed = name !== '' && name !== '--json';
    const sentence = isNamed ? `There is no command “${visible(name)}”.` : 'Say which command.';
    if (asJson) output.write(JSON.stringify({ error: { code: 'usage', message: sentence } }, null, 2));
    else output.complain(isNamed ? `${sentence}\n\n${help()}` : help());
    return 2;
  }
  try {
    // Where there is a .env that can't be read, it is told here.
    asJson = wantsJson(rest, output.variables);
    const own = { options: Object.keys(command.options), flags: [...Object.keys(command.flags ?? {}), 'json'] };
    refuseSwallowed(`schema -- ${command.name}`, own, rest, output.variables);
    const { positionals, options, flags, wantsHelp } = read(command, rest);
    if (wantsHelp) {
      output.write(help(command));
      return 0;
    }
    const { exit, lines, json } = await command.run(positionals, options, output, flags);
    output.write(asJson ? JSON.stringify(json, null, 2) : visible(lines.join('\n')));
    return exit;
  } catch (error) {
    const { exit, lines, json } = failure(error, command);
    if (asJson) output.write(JSON.stringify(json, null, 2));
    else output.complain(visible(lines.join('\n')));
    return exit;
  }
}

function read(command: Command, args: readonly string[]) {
  const known: NonNullable<ParseArgsConfig['options']> = {
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  };
  for (const option of Object.keys(command.options)) known[option] = { type: 'string' };
  for (const flag of Object.keys(command.flags ?? {})) known[flag] = { type: 'boolean' };
  try {
    const parsed = parseArgs({ args: [...args], allowPositionals: true, options: known });
    const { positionals } = parsed;
    const values: Readonly<Record<string, unknown>> = parsed.values;
    const wantsHelp = values['help'] === true;
    if (!wantsHelp && positionals.length < command.least) throw new CommandError('An argument is missing.');
    if (positionals.length > command.most) throw new CommandError('These are too many arguments.');
    const options: Options = Object.fromEntries(
      Object.keys(command.options).map((option) => [
        option,
        typeof values[option] === 'string' ? values[option] : undefined,
      ]),
    );
    const flags = new Set(Object.keys(command.flags ?? {}).filter((flag) => values[flag] === true));
    return { positionals, options, flags, wantsHelp };
  } catch (error) {
    if (error instanceof TypeError) throw new CommandError(error.message);
    throw error;
  }
}

/** An error as a result. Only sentences meant for people are shown: what lies behind them may quote addresses. */
function failure(error: unknown, command: Command): Outcome {
  if (error instanceof CommandError) {
    const { message, exit, code } = error;
    const hint = code === 'usage' ? ['', help(command)] : [];
    return { exit, lines: [message, ...hint], json: { error: { code, message } } };
  }
  if (error instanceof ServiceError) {
    const { code, message, retryAfter } = error;
    const more = retryAfter === undefined ? {} : { retryAfter };
    return { exit: PROBLEMS.has(code) ? 1 : 2, lines: [message], json: { error: { code, message, ...more } } };
  }
  throw error;
}
