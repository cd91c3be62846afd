// npm run schema -- <command>: display schemas as files. docs/schema-commands.md says what each command does.
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { visible } from '../display/visible';
import { readEnvironment } from './build/environment';
import { runSchema } from './schema/run';

process.exitCode = await runSchema(process.argv.slice(2), {
  variables: readEnvironment(),
  readText: (path) => readFileSync(path, 'utf8'),
  writeText: (path, text) => writeFileSync(path, text),
  write: (text) => console.log(text),
  complain: (text) => console.error(text),
  progress: (line) => console.error(visible(line)),
  now: Date.now,
  sleep: (ms) => sleep(ms),
});
