// npm run build: everything that is deployed, into dist/, and what Twilio's own tools need besides.
import { readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { readEnvironment } from './build/environment';
import { EDITOR_FILE } from './build/editor';
import { functionSources } from './build/functions';
import { buildPlugin } from './build/plugin';
import { at } from './build/root';
import { buildService, PUBLIC_ASSETS } from './build/service';
import { linkModules } from './twilio-tools/link';

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

const outFile = at('dist/plugin/plugin-customer-context.js');
await buildPlugin({ outFile, env: readEnvironment(at('.env')) });
await buildService(at('dist'));
for (const file of [outFile, at(`dist/assets/${EDITOR_FILE}`)]) {
  const script = readFileSync(file);
  const sizes = `${kilobytes(script.length)} minified, ${kilobytes(gzipSync(script).length)} gzip`;
  console.log(`${file.replace(at(''), '')}  ${sizes}`);
}
for (const source of functionSources()) {
  const built = source.replace(at('functions'), at('dist/functions')).replace(/\.ts$/, '.js');
  console.log(`${built.replace(at(''), '')}  ${kilobytes(statSync(built).size)}`);
}
for (const name of PUBLIC_ASSETS) if (name !== EDITOR_FILE) console.log(`dist/assets/${name}`);
linkModules(at(''));
