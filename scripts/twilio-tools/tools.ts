import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Twilio's tools as they are tried, at versions that are known. `twilio` is the CLI, with its plugins for Flex
 * (`flex:plugins:…`) and for functions (`serverless:…`).
 */
export const MANIFEST = {
  name: 'twilio-tools',
  private: true,
  dependencies: {
    'twilio-cli': '6.2.4',
    '@twilio-labs/plugin-flex': '7.1.2',
    '@twilio-labs/plugin-serverless': '3.1.3',
    'twilio-run': '5.0.1',
  },
  overrides: {
    // Twilio's builder asks for webpack 4 in ways that npm 11 resolves to webpack 5.
    webpack: '4.47.0',
    // The same client with other parts of its version; not every registry has the newest.
    '@twilio/flex-plugins-api-client': '7.0.0',
    // Not needed for anything that is tried, and not in every registry: an empty package, and a maker of new plugins.
    fs: 'file:./absent/fs',
    '@twilio/create-flex-plugin': 'file:./absent/@twilio/create-flex-plugin',
  },
};

/** Twilio's tools, installed. */
export interface Tools {
  twilio: string;
  twilioRun: string;
  /** What `~/.twilio-cli/package.json` says so that `twilio` finds its plugins, as `twilio plugins:link` writes it. */
  plugins: object;
}

/** They can't be had here: no registry, no network, no room. */
export class NotInstalled extends Error {
  override readonly name = 'NotInstalled';
}

/**
 * Installs them into a folder of their own, unless they are there. Takes about two minutes and 600 MB. No scripts of
 * packages are run.
 * @throws NotInstalled with what npm said
 */
export async function installTools(folder: string): Promise<Tools> {
  const stamp = join(folder, 'installed.json');
  const wanted = JSON.stringify(MANIFEST, null, 2);
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    rmSync(folder, { recursive: true, force: true });
    for (const [name, source] of Object.entries(MANIFEST.overrides).filter(([, from]) => from.startsWith('file:'))) {
      const absent = join(folder, source.slice('file:'.length));
      mkdirSync(absent, { recursive: true });
      writeFileSync(join(absent, 'package.json'), JSON.stringify({ name, version: '7.1.2' }));
    }
    writeFileSync(join(folder, 'package.json'), wanted);
    await npmInstall(folder);
    writeFileSync(stamp, wanted);
  }
  const modules = join(folder, 'node_modules');
  const link = (name: string) => ({ type: 'link', name, root: join(modules, name) });
  return {
    twilio: join(modules, 'twilio-cli/bin/run'),
    twilioRun: join(modules, 'twilio-run/bin/twilio-run.js'),
    plugins: {
      oclif: { schema: 1, plugins: [link('@twilio-labs/plugin-flex'), link('@twilio-labs/plugin-serverless')] },
    },
  };
}

function npmInstall(folder: string): Promise<void> {
  return new Promise((done, failed) => {
    const windows = process.platform === 'win32';
    const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const child = spawn(windows ? 'npm.cmd' : 'npm', args, {
      cwd: folder,
      shell: windows,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
    child.on('error', (error) => failed(new NotInstalled(error.message)));
    child.on('close', (code) => {
      if (code === 0) done();
      else failed(new NotInstalled(said.trim().split('\n').slice(0, 3).join('; ')));
    });
  });
}
