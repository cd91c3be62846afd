// npm run build: everything that is deployed, into dist/.
import { copyFileSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { readEnvironment } from './build/environment';
import { buildEditor, EDITOR_FILE } from './build/editor';
import { buildFunctions, functionSources } from './build/functions';
import { buildPlugin } from './build/plugin';
import { at } from './build/root';

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

const outFile = at('dist/plugin/plugin-customer-context.js');
await buildPlugin({ outFile, env: readEnvironment(at('.env')) });
const editorFile = at(`dist/assets/${EDITOR_FILE}`);
await buildEditor({ outFile: editorFile });
for (const file of [outFile, editorFile]) {
  const script = readFileSync(file);
  const sizes = `${kilobytes(script.length)} minified, ${kilobytes(gzipSync(script).length)} gzip`;
  console.log(`${file.replace(at(''), '')}  ${sizes}`);
}

await buildFunctions({ outDir: at('dist/functions') });
for (const source of functionSources()) {
  const built = source.replace(at('functions'), at('dist/functions')).replace(/\.ts$/, '.js');
  console.log(`${built.replace(at(''), '')}  ${kilobytes(statSync(built).size)}`);
}

mkdirSync(at('dist/assets'), { recursive: true });
copyFileSync(at('schemas/display-schema.json'), at('dist/assets/display-schema.schema.json'));
console.log('dist/assets/display-schema.schema.json');
