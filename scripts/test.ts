// npm test [-- check | unit | e2e …]: every suite, or the ones named; one line each.
import { SUITES } from './test/suites';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((id) => !SUITES.some((suite) => suite.id === id));
if (unknown.length > 0) {
  console.error(`There is no suite "${unknown.join('", "')}". The suites: ${SUITES.map(({ id }) => id).join(', ')}.`);
  process.exit(1);
}

const started = Date.now();
let passed = 0;
let failed = 0;
for (const suite of SUITES) {
  if (wanted.length > 0 && !wanted.includes(suite.id)) continue;
  const from = Date.now();
  try {
    const result = await suite.run((line) => console.log(line));
    passed += result.passed;
    failed += result.failed;
    for (const line of result.skipped ?? []) console.log(line);
    if (result.failed > 0) console.log(result.output);
    const verdict = result.failed > 0 ? `FAILED  ${suite.name}: ${result.failed} failed, ` : `ok      ${suite.name}: `;
    console.log(`${verdict}${result.passed} passed in ${seconds(from)} s`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${suite.name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
console.log(`All of it took ${seconds(started)} s.`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

function seconds(since: number): number {
  return Math.round((Date.now() - since) / 1000);
}
