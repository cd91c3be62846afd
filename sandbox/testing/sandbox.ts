import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundleName } from '../host/bundle';
import { startSandbox, type Sandbox, type SandboxOptions } from '../index';

export interface TestSandbox extends Sandbox {
  folder: string;
}

/**
 * A sandbox for tests of its doubles: no browser will open it, so a stand-in takes the place of the bundle of Flex.
 * `functions`: source of built functions by file name.
 */
export async function startTestSandbox(
  options: Partial<SandboxOptions> & { functions?: Record<string, string> } = {},
): Promise<TestSandbox> {
  const { functions = {}, ...rest } = options;
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-test-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write(`cache/${bundleName()}`, '/* Flex */');
  write('plugin/panel2.js', '/* plugin for panel2 */');
  write('plugin/panel2.js.map', '{}');
  write('functions/hello.js', 'exports.handler = (context, event, callback) => callback(null, { hello: event.name });');
  for (const [name, source] of Object.entries(functions)) write(`functions/${name}`, source);
  const sandbox = await startSandbox({
    port: 0,
    empty: true,
    cacheDir: join(folder, 'cache'),
    functionsDir: join(folder, 'functions'),
    pluginScript: (placement) => join(folder, `plugin/${placement}.js`),
    serverlessTimings: { build: 0, propagation: 0 },
    ...rest,
  });
  return {
    ...sandbox,
    folder,
    close: async () => {
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const basic = (user: string, password: string) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
