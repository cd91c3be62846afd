// npm run check: everything about the code that can be seen without running the product.
import { CHECKS, type Check } from './check/checks';

/** Linting alone takes as long as all the others together, so it gets a core to itself. */
const LANES = 2;

let failed = 0;
let skips = 0;
const waiting = [...CHECKS];
await Promise.all(Array.from({ length: LANES }, lane));
console.log(`${CHECKS.length - failed - skips} passed, ${failed} failed, ${skips} skipped`);
process.exitCode = failed > 0 ? 1 : 0;

async function lane(): Promise<void> {
  for (let check = waiting.shift(); check; check = waiting.shift()) await runOne(check);
}

async function runOne(check: Check): Promise<void> {
  const started = Date.now();
  const { code, output, skipped } = await check.run();
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (skipped !== undefined) {
    skips += 1;
    console.log(`skipped ${check.name}: ${skipped}`);
  } else if (code === 0) {
    console.log(`ok      ${check.name} (${seconds} s)`);
  } else {
    failed += 1;
    console.log(`${output.trimEnd()}\nFAILED  ${check.name} (${seconds} s). To mend it: ${check.mend}.`);
  }
}
