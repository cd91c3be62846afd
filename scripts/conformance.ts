// Holds our doubles of Twilio against Twilio's own OpenAPI descriptions:
//   npx tsx scripts/conformance.ts [--openapi <folder>]
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { at } from './build/root';
import { CHECKED } from './conformance/doubles';
import { checkDouble } from './conformance/run';

const { values } = parseArgs({ options: { openapi: { type: 'string' } } });
const folder = values.openapi === undefined ? at('../shared/openapi') : resolve(values.openapi);

for (const checked of CHECKED) {
  const file = join(folder, checked.file);
  if (!existsSync(file)) {
    console.log(`skipped: no folder with ${checked.file} at ${folder}`);
    continue;
  }
  console.log(checked.file);
  const lines = await checkDouble(checked, file);
  let failed = 0;
  for (const { operation, address, requests, mistakes, skipped } of lines) {
    if (mistakes.length > 0) failed += 1;
    const verdict = mistakes.length === 0 ? 'ok      ' : 'MISMATCH';
    console.log(`${verdict} ${operation.padEnd(32)} ${address} (${skipped ?? `${requests} requests`})`);
    for (const mistake of mistakes) console.log(`           ${mistake}`);
  }
  console.log(`${lines.length - failed} endpoints conform, ${failed} do not`);
  if (failed > 0) process.exitCode = 1;
}
