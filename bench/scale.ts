// npm run bench scale: what many agents cost in requests and money, and which published limit comes first.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { measureAtLimits } from './scale/at-limits';
import { turnKnobs } from './scale/knobs';
import { measureSize } from './scale/measure';
import { printScale, resultOf, tablesOf, type Prices } from './scale/result';

const NUMBERS = { agents: 10_000, measured: 10_000, minutes: 5, 'warm-up': 15, hours: 8, days: 21 };
type Name = keyof typeof NUMBERS;

function fail(message: string): never {
  console.error(
    `${message}\nUsage: npm run bench scale -- [--agents 10000] [--measured 10000] [--minutes 5] [--warm-up 15] [--hours 8] [--days 21] [--prices file] [--json file] [--write]`,
  );
  process.exit(1);
}

const text = { type: 'string' } as const;
const options = {
  agents: text,
  measured: text,
  minutes: text,
  'warm-up': text,
  hours: text,
  days: text,
  prices: text,
  json: text,
  write: { type: 'boolean' },
} as const;
function read() {
  try {
    return parseArgs({ args: process.argv.slice(2), options }).values;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}
const given = read();
const number = (name: Name): number => {
  const value = Number(given[name] ?? NUMBERS[name]);
  if (!Number.isInteger(value) || value < 1 || value > 100_000)
    fail(`--${name} must be a whole number from 1 to 100,000.`);
  return value;
};
function readPrices(file: string): Prices {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Prices;
  } catch {
    return fail(`${file} can’t be read as JSON. Copy bench/scale/prices.json and fill it in.`);
  }
}

const agents = number('agents');
const measured = number('measured');
if (measured < 100) fail('--measured must be at least 100: a quarter of them is measured as well.');
const prices = readPrices(given.prices ?? 'bench/scale/prices.json');
const base = { minutes: number('minutes'), warmUp: number('warm-up') };
const say = (what: string): void => console.error(`Simulating ${what} …`);
say(`${measured / 4} agents`);
const small = await measureSize({ ...base, agents: Math.round(measured / 4) });
say(`${measured} agents`);
const large = await measureSize({ ...base, agents: measured });
say('what moves the figures');
const turned = await turnKnobs({ ...base, agents: Math.round(measured / 10) });
say('limits in force');
const limited = await measureAtLimits({ ...base, agents: measured }, large);
const result = resultOf(
  { small, large, turned, limited },
  { agents, hours: number('hours'), days: number('days') },
  prices,
);
printScale(result);
if (given.json !== undefined) writeFileSync(given.json, `${JSON.stringify(result, null, 2)}\n`);
if (given.write === true) {
  writeFileSync('bench/scale/result.json', `${JSON.stringify({ ...result, tables: tablesOf(result) }, null, 2)}\n`);
  const page = readFileSync('docs/scale.md', 'utf8').replace(
    /(<!-- figures -->\n)[^]*(\n<!-- end -->)/,
    (_whole, start: string, end: string) =>
      `${start}\n${tablesOf(result)
        .map(({ title, header, rows }) => `### ${title}\n\n${markdown(header, rows)}`)
        .join('\n\n')}\n${end}`,
  );
  writeFileSync('docs/scale.md', await format(page, { ...(await resolveConfig('docs/scale.md')), parser: 'markdown' }));
}

function markdown(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
