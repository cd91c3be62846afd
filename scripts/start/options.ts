import { parseArgs } from 'node:util';

export interface StartOptions {
  port: number;
  /** Whether to open the default browser. */
  open: boolean;
  /** Whether to print what the functions log. */
  logs: boolean;
  help: boolean;
}

export const USAGE = `npm start [-- options]

  --port <number>  where to listen on 127.0.0.1 (default 3000, or PORT)
  --no-open        do not open a browser (also when CI is set or the output is not a terminal)
  --logs           print what the functions log, one JSON line per request
  --help           this text`;

/**
 * Options of `npm start` from its arguments and environment.
 * @returns what is wrong with them where something is
 */
export function readOptions(
  args: string[],
  env: Record<string, string | undefined>,
  isTerminal = process.stdout.isTTY,
): StartOptions | { problem: string } {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        port: { type: 'string' },
        'no-open': { type: 'boolean' },
        logs: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
  const port = values.port ?? env.PORT ?? '3000';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return { problem: `The port is "${port}"; it must be a number from 0 to 65535 (0 takes any free one).` };
  }
  return {
    port: Number(port),
    open: !values['no-open'] && !env.CI && isTerminal,
    logs: values.logs ?? false,
    help: values.help ?? false,
  };
}
