/**
 * Writes every generated file: the published JSON Schema, types, validators, reference documentation, the expected views
 * of the examples, and `.env.example`. `--check` writes nothing and fails naming the files that are out of date.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { generateContracts, type Generated } from './generate/contracts';
import { generateEnvExample } from './generate/env-example';
import { generateExamples } from './generate/examples';
import { generateHttpApi } from './generate/reference/http-api';
import { generatePluginEvents } from './generate/reference/plugin-events';
import { generateVariables } from './generate/reference/variables';
import { generateReference } from './generate/reference/reference';
import { generateMigrate } from './migrate/page';

/** Files that people read or diff are formatted as the rest of the repository is. */
async function formatted({ path, text }: Generated): Promise<Generated> {
  if (path.endsWith('-validator.js') || path.startsWith('.env')) return { path, text };
  return { path, text: await format(text, { ...(await resolveConfig(path)), filepath: path }) };
}

const generated = await Promise.all(
  [
    ...(await generateContracts()),
    ...generateExamples(),
    generateReference(),
    generateHttpApi(),
    generatePluginEvents(),
    generateVariables(),
    generateEnvExample(),
    generateMigrate(),
  ].map(formatted),
);
const stale = generated.filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text);

if (process.argv.includes('--check')) {
  for (const { path } of stale) console.error(`${path} is out of date. Run: npm run generate`);
  process.exitCode = stale.length ? 1 : 0;
} else {
  for (const { path, text } of stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`wrote ${path}`);
  }
  if (!stale.length) console.log('Every generated file is up to date.');
}
