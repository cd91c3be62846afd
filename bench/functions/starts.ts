import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { buildFunctions, functionSources } from '../../scripts/build/functions';
import { at } from '../../scripts/build/root';

const run = promisify(execFile);
const ROUNDS = 21;

/** How one function file starts. Milliseconds. */
export interface Starts {
  name: string;
  /** Size of the built file; 0 for a file that does nothing, to compare with. */
  bytes: number;
  /** From `require` to the handler in hand. */
  load: number[];
  /** From the start of the process to the handler in hand. */
  ready: number[];
}

/** Counts from the start of the process, which `performance.now()` does by itself. */
const PROBE = `
const before = performance.now();
const { handler } = require(process.argv[2]);
const after = performance.now();
if (typeof handler !== 'function') throw new Error('There is no handler in ' + process.argv[2]);
console.log(JSON.stringify({ load: after - before, ready: after }));
`;

/** Builds the functions and starts each in fresh Node processes, in turns. */
export async function measureStarts(): Promise<Starts[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-functions-'));
  try {
    const outDir = join(folder, 'functions');
    await buildFunctions({ outDir });
    const probe = join(folder, 'probe.cjs');
    const nothing = join(folder, 'nothing.cjs');
    writeFileSync(probe, PROBE);
    writeFileSync(nothing, 'exports.handler = () => undefined;\n');
    const files = functionSources().map((source) => relative(at('functions'), source).replace(/\.ts$/, '.js'));
    const subjects = [
      { name: 'a file that does nothing', file: nothing, bytes: 0 },
      ...files.map((name) => ({ name, file: join(outDir, name), bytes: statSync(join(outDir, name)).size })),
    ].map((subject) => ({ ...subject, load: [] as number[], ready: [] as number[] }));
    // The first round only fills the machine's file cache.
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const { file, load, ready } of subjects) {
        const { stdout } = await run(process.execPath, [probe, file]);
        const times = JSON.parse(stdout) as { load: number; ready: number };
        if (round === 0) continue;
        load.push(times.load);
        ready.push(times.ready);
      }
    }
    return subjects;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
