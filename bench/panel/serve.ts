import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildPlugin } from '../../scripts/build/plugin';
import { at } from '../../scripts/build/root';

const HTML = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Bench of the panel</title>
<style>
  body { margin: 0; font: 14px/20px sans-serif; }
  #stage { width: 560px; height: 800px; overflow: auto; }
</style>
<div id="stage"></div>
<script src="/react.js"></script>
<script src="/react-dom.js"></script>
<script src="/page.js"></script>
</html>`;

/** Builds the page as the plugin is built, with production React as the host's globals, and serves it on the loopback. */
export async function servePage(): Promise<{ origin: string; close: () => void }> {
  const outFile = at('.cache/bench/page.js');
  await buildPlugin({ outFile, env: {}, entry: at('bench/panel/page.tsx') });
  const files: Record<string, [type: string, body: string | Buffer]> = {
    '/': ['text/html', HTML],
    '/react.js': ['text/javascript', readFileSync(at('node_modules/react/umd/react.production.min.js'))],
    '/react-dom.js': ['text/javascript', readFileSync(at('node_modules/react-dom/umd/react-dom.production.min.js'))],
    '/page.js': ['text/javascript', readFileSync(outFile)],
  };
  const server = createServer((request, response) => {
    const [type, body] = files[request.url ?? ''] ?? ['text/plain', ''];
    response.writeHead(body === '' ? 404 : 200, {
      'content-type': `${type}; charset=utf-8`,
      // An isolated page has a clock with steps of 5 µs instead of 100.
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
