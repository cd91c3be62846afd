// npm run schema -- <command>: display schemas as files. docs/schema-commands.md says what each command does.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { visible } from '../display/visible';
import { readEnvironment, type Variables } from './build/environment';
import { runSchema } from './schema/run';

// npm runs scripts in the checkout; files are meant from where the person stands.
const found = (path: string) => resolve(process.env['INIT_CWD'] ?? '.', path);

let variables: Variables | undefined;

process.exitCode = await runSchema(process.argv.slice(2), {
  get variables() {
    return (variables ??= readEnvironment());
  },
  readText: (path) => readFileSync(found(path), 'utf8'),
  writeText: (path, text) => writeFileSync(found(path), text),
  exists: (path) => existsSync(found(path)),
  remove: (path) => rmSync(found(path), { force: true }),
  write: (text) => console.log(text),
  complain: (text) => console.error(text),
  progress: (line) => console.error(visible(line)),
  now: Date.now,
  sleep: (ms) => sleep(ms),
});
