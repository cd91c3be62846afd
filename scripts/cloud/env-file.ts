import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { parseVariables } from '../build/environment';

/**
 * Edits of a `.env` file that change the value of one variable and not a byte besides: comments, quotes, `export`, line
 * ends and values of several lines are as they were. An edit counts only if, read again, the file says just that.
 */

/**
 * The text with a variable set that it leaves unset: in place of an empty line for it, or at the end.
 *
 * @returns undefined when it is set already, or can't be set without changing something else
 */
export function withVariable(text: string, name: string, value: string): string | undefined {
  if ((parseVariables(text)[name] ?? '') !== '') return undefined;
  const unset = new RegExp(`^(${START}${name}[ \t]*=)(?:[ \t]*(?:""|''|\`\`))?(${END})$`, 'gm');
  const commentedOut = new RegExp(`^[ \t]*#[ \t]*(${name}[ \t]*=)[ \t]*(?:""|'')?([ \t]*\r?)$`, 'gm');
  const set = (before: string, after: string) => `${before}${value}${after}`;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = text === '' || text.endsWith('\n') ? '' : eol;
  const candidates = [
    ...replacements(text, unset, set),
    ...replacements(text, commentedOut, set),
    `${text}${gap}${name}=${value}${eol}`,
  ];
  return candidates.find((edited) => says(edited, text, name, value));
}

/** The text without a value for the variable, if it has this very one; undefined: it has not. */
export function withoutVariable(text: string, name: string, value: string): string | undefined {
  if (parseVariables(text)[name] !== value) return undefined;
  const literal = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const line = new RegExp(`^(${START}${name}[ \t]*=)[ \t]*(["'\`]?)${literal}\\2(${END})$`, 'gm');
  const candidates = [
    ...replacements(text, line, (before, _quote, after) => `${before}${after}`),
    ...replacements(text, line, (before, _quote, after) => `${before}""${after}`),
  ];
  return candidates.find((edited) => says(edited, text, name, ''));
}

/** What may stand before a name, and behind a value. */
const START = '\uFEFF?[ \t]*(?:export[ \t]+)?';
const END = '[ \t]*(?:#[^\n]*)?\r?';

/** The text with each match of a pattern replaced, one at a time. */
function replacements(text: string, pattern: RegExp, replace: (...groups: string[]) => string): string[] {
  return [...text.matchAll(pattern)].map((match) => {
    const [whole, ...groups] = match;
    return `${text.slice(0, match.index)}${replace(...groups)}${text.slice(match.index + whole.length)}`;
  });
}

/** Whether an edited text has this value, and is read as before otherwise. */
function says(edited: string, before: string, name: string, value: string): boolean {
  return isDeepStrictEqual({ ...parseVariables(edited) }, { ...parseVariables(before), [name]: value });
}

/**
 * Sets it in the file, if the file is for this account: who names another in the shell may have a file for that as well.
 *
 * @returns false where there is no file, it is another account's, or the variable is set already
 */
export function rememberIn(file: string, name: string, value: string, accountSid: string): boolean {
  return edit(file, (text) =>
    parseVariables(text)['ACCOUNT_SID'] === accountSid ? withVariable(text, name, value) : undefined,
  );
}

/**
 * Takes it out of the file, unless that is another account's.
 *
 * @returns false where there is no file, it is another account's, or it holds something else
 */
export function forgetIn(file: string, name: string, value: string, accountSid: string): boolean {
  return edit(file, (text) => {
    const { ACCOUNT_SID: account = accountSid } = parseVariables(text);
    return account === accountSid ? withoutVariable(text, name, value) : undefined;
  });
}

function edit(file: string, change: (text: string) => string | undefined): boolean {
  if (!existsSync(file)) return false;
  const text = change(readFileSync(file, 'utf8'));
  if (text === undefined) return false;
  writeFileSync(file, text);
  return true;
}
