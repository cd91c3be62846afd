// npm run check: everything about the code that can be seen without running the product.
import { CHECKS } from './check/checks';

let failed = 0;
for (const check of CHECKS) {
  const started = Date.now();
  const { code, output } = await check.run();
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (code === 0) {
    console.log(`ok      ${check.name} (${seconds} s)`);
  } else {
    failed += 1;
    console.log(`${output.trimEnd()}\nFAILED  ${check.name} (${seconds} s). To mend it: ${check.mend}.`);
  }
}
console.log(`${CHECKS.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
