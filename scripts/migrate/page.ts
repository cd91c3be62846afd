import { readFileSync } from 'node:fs';
import type { Generated } from '../generate/contracts';
import { ATTRIBUTES, CALLS, KEYS, READ_FROM, VARIABLES } from './original';

const PAGE = 'docs/migrate.md';

const code = (text: string): string => `\`${text}\``;
const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** What stands between the marks of docs/migrate.md, by the name in the mark. */
export const PARTS: Readonly<Record<string, () => string>> = {
  source: () =>
    `Read from the README, the pictures and the sources of <${READ_FROM.repository}> at commit ${code(READ_FROM.commit)} of ${READ_FROM.commitDate}, on ${READ_FROM.read}.`,
  attributes: () =>
    table(
      ['Task attribute', ''],
      ATTRIBUTES.map(({ name, remark }) => [code(name), remark]),
    ),
  variables: () =>
    table(
      ['The original’s variable', 'Ours', ''],
      VARIABLES.map(({ name, ours, remark }) => [code(name), ours === null ? '—' : code(ours), remark]),
    ),
  calls: () =>
    table(
      ['Call (`POST`, a form)', 'Parameters', 'Where it stands', 'With ours'],
      CALLS.map(({ path, told, parameters, status, meaning }) => [
        code(`/${path}`),
        Object.keys(parameters).map(code).join(', '),
        told,
        `${status}. ${meaning}`,
      ]),
    ),
  keys: () =>
    table(
      ['Function', 'The original’s key', 'Ours', ''],
      KEYS.map(({ path, key, ours, remark }) => [
        code(path),
        code(key),
        ours === null ? '—' : code(liquid(ours)),
        remark,
      ]),
    ),
};

/** `/events/0/name` → `events[0].name`, as a flow writes it. */
function liquid(pointer: string): string {
  return pointer
    .slice(1)
    .split('/')
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join('')
    .slice(1);
}

/** docs/migrate.md with its tables made anew; the prose between them is written by hand. */
export function generateMigrate(): Generated {
  const text = readFileSync(PAGE, 'utf8').replace(
    /(<!-- table: (\w+) -->\n)[^]*?(\n<!-- end -->)/g,
    (_whole, start: string, name: string, end: string) => {
      const part = PARTS[name];
      if (part === undefined)
        throw new Error(`${PAGE} asks for a table "${name}"; there are ${Object.keys(PARTS).join(', ')}.`);
      return `${start}\n${part()}\n${end}`;
    },
  );
  return { path: PAGE, text };
}
