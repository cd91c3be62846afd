// npm run bench [-- engine panel …]: speed, beside plain peers in the same run. Each file of bench/ is one bench.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { at } from './build/root';

const all = readdirSync(at('bench'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replace(/\.ts$/, ''))
  .sort();
const given = process.argv.slice(2);
// Options belong to the one bench that is named before them.
const options = given.findIndex((word) => word.startsWith('--'));
const wanted = options === -1 ? given : given.slice(0, options);
const rest = options === -1 ? [] : given.slice(options);
if (rest.length > 0 && wanted.length !== 1) {
  console.error('Options need one bench in front of them: npm run bench scale -- --agents 1000');
  process.exit(1);
}
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench "${unknown.join('", "')}". The benches: ${all.join(', ')}.`);
  process.exit(1);
}

for (const name of wanted.length > 0 ? wanted : all) {
  const code = await run(`bench/${name}.ts`);
  if (code !== 0) {
    console.error(`The bench "${name}" did not finish (exit code ${code}).`);
    process.exitCode = 1;
  }
}

function run(script: string): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', at(script), ...rest], {
      cwd: at(''),
      stdio: 'inherit',
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
