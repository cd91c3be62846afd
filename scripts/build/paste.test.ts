import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { onlyDeprecated, PASTE_PARTS } from './paste';
import { at } from './root';

it('leaves Paste the deprecated tokens, and nothing else of its table', () => {
  const table = readFileSync(at('node_modules/@twilio-paste/design-tokens/dist/tokens.raw.json'), 'utf8');
  const all = Object.values((JSON.parse(table) as { props: Record<string, { deprecated?: boolean }> }).props);
  const { props } = JSON.parse(onlyDeprecated(table)) as { props: Record<string, unknown> };
  expect(Object.values(props)).toEqual(all.filter(({ deprecated }) => deprecated));
  expect(Object.keys(props).length).toBeGreaterThan(0);
  expect(onlyDeprecated(table).length).toBeLessThan(table.length / 5);
});

it('finds a package behind every part of Paste that the plugin uses', () => {
  const sources = readdirSync(at('plugin/src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  const parts = new Set(
    sources.flatMap((file) =>
      [...readFileSync(at(`plugin/src/${file}`), 'utf8').matchAll(/'(@twilio-paste\/core\/[^']+)'/g)].map(
        ([, part]) => part ?? '',
      ),
    ),
  );
  const missing = [...parts].filter(
    (part) => !existsSync(at(`node_modules/${part.replace(PASTE_PARTS.find, PASTE_PARTS.replacement)}/package.json`)),
  );
  expect(parts.size).toBeGreaterThan(10);
  expect(missing).toEqual([]);
});
