import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { CommandError } from '../schema/command';

export type Variables = Record<string, string | undefined>;

/**
 * Variables of this run: those of the shell, then those of a `.env` file for names that the shell leaves out, as
 * Twilio's own tools do it.
 *
 * @throws CommandError where there is something of that name that can't be read
 */
export function readEnvironment(file = '.env', shell: Variables = process.env): Variables {
  const fromFile = existsSync(file) ? parseVariables(textOf(file)) : {};
  return { ...fromFile, ...shell };
}

/** Variables in the text of a `.env` file, which may begin with the mark that some editors of Windows put there. */
export function parseVariables(text: string): Variables {
  return parseEnv(text.replace(/^\uFEFF/, ''));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const why = code === 'EISDIR' ? 'it is a folder' : code;
    throw new CommandError(
      `.env can’t be read: ${why}. It has to be a text file with lines such as NAME=value; docs/operate.md says which.`,
      2,
      'not_configured',
    );
  }
}

/**
 * Constants to compile into the plugin: `process.env.FLEX_APP_*` and nothing else. The bundle is public, so every other
 * variable, secret or not, reads as undefined there.
 */
export function pluginDefines(env: Variables): Record<string, string> {
  const defines: Record<string, string> = { 'process.env': '{}', 'process.env.NODE_ENV': '"production"' };
  for (const [name, value] of Object.entries(env)) {
    if (/^FLEX_APP_[A-Z0-9_]+$/.test(name) && value !== undefined) {
      defines[`process.env.${name}`] = JSON.stringify(value);
    }
  }
  return defines;
}
