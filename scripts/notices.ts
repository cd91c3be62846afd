/**
 * Writes THIRD-PARTY-NOTICES.txt, the notices of the packages of which code is shipped. `--check` writes nothing, and
 * fails when the file is out of date. Either way a licence that we do not ship is an error.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { at } from './build/root';
import { NOTICES_FILE, noticesOf } from './licences/notices';
import { objection } from './licences/policy';
import { shippedPackages } from './licences/shipped';

const isCheck = process.argv[2] === '--check';
if (process.argv.length > (isCheck ? 3 : 2)) {
  console.error('npm run notices takes nothing but --check.');
  process.exit(2);
}
const packages = await shippedPackages();
const objections = packages.flatMap((one) => objection(one) ?? []);
for (const sentence of objections) {
  console.error(
    `${sentence} Replace the package, or add its licence to scripts/licences/policy.ts if its terms allow.`,
  );
}

const text = noticesOf(packages);
const file = at(NOTICES_FILE);
const current = existsSync(file) && readFileSync(file, 'utf8') === text;
if (!current && isCheck) {
  console.error(`${NOTICES_FILE} is out of date. Run: npm run notices`);
  process.exitCode = 1;
} else if (!current) {
  writeFileSync(file, text);
  console.log(`wrote ${NOTICES_FILE}: ${packages.length} packages`);
} else {
  console.log(`${NOTICES_FILE} is up to date: ${packages.length} packages`);
}
if (objections.length > 0) process.exitCode = 1;
