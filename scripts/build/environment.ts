import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

export type Variables = Record<string, string | undefined>;

/**
 * Variables of this run: those of the shell, then those of a `.env` file for names that the shell leaves out, as
 * Twilio's own tools do it.
 */
export function readEnvironment(file = '.env', shell: Variables = process.env): Variables {
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  return { ...fromFile, ...shell };
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
