import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/**
 * The text of a `.env` file with a variable set that it leaves unset: in place of an empty line for it, or at the end.
 *
 * @returns undefined when it is set already
 */
export function withVariable(text: string, name: string, value: string): string | undefined {
  if ((parseEnv(text)[name] ?? '') !== '') return undefined;
  const empty = new RegExp(`^[ \\t]*(?:#[ \\t]*)?${name}[ \\t]*=[ \\t]*(?:""|'')?[ \\t]*$`, 'm');
  if (empty.test(text)) return text.replace(empty, `${name}=${value}`);
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  return `${text}${gap}${name}=${value}\n`;
}

/** Sets it in the file. @returns false where there is no file, or it is set already */
export function rememberIn(file: string, name: string, value: string): boolean {
  if (!existsSync(file)) return false;
  const text = withVariable(readFileSync(file, 'utf8'), name, value);
  if (text === undefined) return false;
  writeFileSync(file, text);
  return true;
}

/** The text without a value for the variable, if it has this very one; undefined: it has not. */
export function withoutVariable(text: string, name: string, value: string): string | undefined {
  if (parseEnv(text)[name] !== value) return undefined;
  return text.replace(new RegExp(`^([ \\t]*${name}[ \\t]*=).*$`, 'm'), '$1');
}

/** Takes it out of the file. @returns false where there is no file, or it holds something else */
export function forgetIn(file: string, name: string, value: string): boolean {
  if (!existsSync(file)) return false;
  const text = withoutVariable(readFileSync(file, 'utf8'), name, value);
  if (text === undefined) return false;
  writeFileSync(file, text);
  return true;
}
