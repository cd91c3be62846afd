import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { at } from '../../build/root';
import { PAGES, type Page } from './pages';

/**
 * Every command in the documentation is one, with options that it has. What a command takes is read where people read it:
 * in what it prints for `--help`, each option as `--name`.
 */

/** These take nothing, and would do their work if they were asked for help. */
const TAKES_NOTHING = new Set(['build', 'check', 'generate']);
/** The first word after `--` is a command of its own, with its own help. */
const HAS_COMMANDS = new Set(['schema']);

interface Typed {
  page: string;
  /** Name in package.json. */
  script: string;
  words: string[];
  options: string[];
  text: string;
}

const { scripts } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { scripts: Record<string, string> };

/** Lines of shell in a page: between backticks, and in blocks. */
function linesOf({ codes, blocks }: Page): string[] {
  const shell = blocks.filter(({ language }) => ['', 'sh', 'bash', 'console', 'yaml', 'yml'].includes(language));
  return [...codes, ...shell.flatMap(({ text }) => text.split('\n'))];
}

function typedIn(page: Page): Typed[] {
  return linesOf(page).flatMap((line) =>
    [...line.matchAll(/\bnpm (?:run (?:-s )?(?!-)([\w:-]+)|(start|test))(?: -- ([^#|&;`]*))?/g)].map((match) => {
      const [text, run, short, rest = ''] = match;
      const tokens = rest.split(/\s+/).filter((token) => token !== '');
      return {
        page: page.path,
        script: run ?? short ?? '',
        words: tokens.filter((token) => /^[a-z][\w-]*$/.test(token)),
        options: tokens.flatMap((token) => /^\[?(--[a-z][\w-]*)/.exec(token)?.[1] ?? []),
        text: text.trim(),
      };
    }),
  );
}

const helps = new Map<string, string>();

/** What a command prints when it is asked for help. */
function helpOf(script: string, word: string | undefined): string {
  const own = HAS_COMMANDS.has(script) && word !== undefined ? [word] : [];
  const key = [script, ...own].join(' ');
  const known = helps.get(key);
  if (known !== undefined) return known;
  // "node scripts/run.mjs test unit" → test
  const file = /run\.mjs ([\w-]+)/.exec(scripts[script] ?? '')?.[1] ?? script;
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', `scripts/${file}.ts`, ...own, '--help'], {
    cwd: at(''),
    encoding: 'utf8',
    timeout: 60_000,
  });
  helps.set(key, `${stdout}${stderr}`);
  return `${stdout}${stderr}`;
}

const typed = PAGES.flatMap(typedIn);
const distinct = [...new Map(typed.map((one) => [`${one.page} ${one.text}`, one])).values()];

describe('commands in the documentation', () => {
  it.each(distinct)('$page: $text is in package.json', ({ script }) => {
    expect(Object.keys(scripts)).toContain(script);
    const file = /run\.mjs ([\w-]+)/.exec(scripts[script] ?? '')?.[1] ?? '';
    expect(existsSync(at(`scripts/${file}.ts`))).toBe(true);
  });

  it.each(distinct.filter(({ options, words }) => options.length + words.length > 0))(
    '$page: $text is understood',
    { timeout: 60_000 },
    ({ script, options, words: [word] }) => {
      expect(TAKES_NOTHING, 'This command takes nothing').not.toContain(script);
      const help = helpOf(script, word);
      const offered = [...help.matchAll(/--[a-z][\w-]*/g)].map(([option]) => option);
      expect(offered).toEqual(expect.arrayContaining(options));
      if (HAS_COMMANDS.has(script) && word !== undefined) expect(help).toContain(`npm run ${script} -- ${word}`);
    },
  );

  it('are those of package.json, all of them', () => {
    const shown = new Set(typed.map(({ script }) => script));
    expect(Object.keys(scripts).filter((script) => !shown.has(script))).toEqual([]);
  });

  it('run without npm are files that exist', () => {
    const files = PAGES.flatMap(linesOf).flatMap((line) =>
      [...line.matchAll(/\b(?:node|tsx|vitest) ((?:[\w.-]+\/)+[\w.-]+)/g)].map(([, file = '']) => file),
    );
    for (const file of files)
      expect([file, existsSync(at(file)) || existsSync(at(`${file}.ts`))]).toEqual([file, true]);
  });
});
