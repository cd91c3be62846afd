import { readPage } from '../docs/pages/pages';

/** A command of Twilio's that the documentation shows. */
export interface Documented {
  tool: 'twilio' | 'twilio-run';
  /** `flex:plugins:deploy`, `start`. */
  command: string;
  /** `--cwd`, in the order in which they are first shown. */
  options: readonly string[];
}

const PAGE = 'docs/twilio-cli.md';

/** What docs/twilio-cli.md shows of Twilio's tools: every command once, and options that are named `alone`, without one. */
export function documented(): { commands: Documented[]; alone: string[] } {
  const { blocks, codes } = readPage(PAGE);
  const shell = blocks.filter(({ language }) => language === 'sh').flatMap(({ text }) => text.split('\n'));
  const found = new Map<string, Documented>();
  for (const line of [...shell, ...codes]) {
    const match = /^(?:[A-Z_]+=\S+ )?(twilio|twilio-run) ([a-z]+(?::[a-z]+)*)( .*)?$/.exec(line);
    const [, tool, command = '', rest = ''] = match ?? [];
    if (tool !== 'twilio' && tool !== 'twilio-run') continue;
    const before = found.get(`${tool} ${command}`)?.options ?? [];
    const options = [...rest.matchAll(/ (--[a-z][a-z-]*)/g)].map(([, option = '']) => option);
    found.set(`${tool} ${command}`, { tool, command, options: [...new Set([...before, ...options])] });
  }
  const alone = codes.flatMap((code) => /^(--[a-z][a-z-]*)/.exec(code)?.[1] ?? []);
  return { commands: [...found.values()], alone: [...new Set(alone)] };
}
