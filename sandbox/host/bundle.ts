import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, version as esbuildVersion } from 'esbuild';
import { SandboxError } from '../errors';

/**
 * The page that hosts Flex needs one script holding Flex and the modules it shares with plugins. The npm package has
 * no such file, so it is bundled here once.
 */
const ENTRY = `
import * as React from 'react';
import * as ReactDOM from 'react-dom';
import * as Redux from 'redux';
import * as ReactRedux from 'react-redux';
import * as Flex from '@twilio/flex-ui';
Object.assign(window, { React, ReactDOM, Redux, ReactRedux });
window.Twilio = Object.assign(window.Twilio || {}, { Flex });
`;

/** Modules whose version decides what the bundle holds. */
const INGREDIENTS = ['@twilio/flex-ui', 'react', 'react-dom', 'react-redux', 'redux'];

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../../', import.meta.url));

export interface HostBundle {
  /** Where the script lies. */
  file: string;
  /** Changes whenever the content may have changed, so that browsers can keep it for ever. */
  name: string;
}

/** Bundles Flex unless the cache has it. About ten seconds and 18 MB, in esbuild's own process. */
export async function hostBundle(cacheDir: string, onBuild: () => void): Promise<HostBundle> {
  const flexDir = flexDirectory();
  const name = bundleName(flexDir);
  const file = join(cacheDir, name);
  if (existsSync(file)) return { file, name };

  onBuild();
  mkdirSync(cacheDir, { recursive: true });
  // Renamed when whole: an interrupted build must not be mistaken for a finished one.
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    await build({
      stdin: { contents: ENTRY, resolveDir: flexDir, sourcefile: 'flex-host.js' },
      outfile: unfinished,
      bundle: true,
      minify: true,
      format: 'iife',
      platform: 'browser',
      target: 'es2020',
      alias: { path: require.resolve('path-browserify') },
      define: { global: 'window', 'process.env.NODE_ENV': '"production"' },
      legalComments: 'none',
      logLevel: 'silent',
      absWorkingDir: root,
    });
    renameSync(unfinished, file);
  } catch (cause) {
    rmSync(unfinished, { force: true });
    throw new SandboxError(
      'bundle-failed',
      `Flex could not be bundled: ${firstLine(cause)} Run "npm ci" and try again.`,
      { cause },
    );
  }
  return { file, name };
}

/** Named after what goes in, so that another version of any of it is another file. */
export function bundleName(flexDir = flexDirectory()): string {
  const key = createHash('sha256').update(ENTRY).update(esbuildVersion);
  for (const name of INGREDIENTS) key.update(`\n${name}@${versionOf(name, flexDir)}`);
  return `flex-${key.digest('hex').slice(0, 16)}.js`;
}

function flexDirectory(): string {
  try {
    return dirname(require.resolve('@twilio/flex-ui/package.json'));
  } catch (cause) {
    throw new SandboxError('flex-missing', '@twilio/flex-ui is not installed. Run "npm ci" and try again.', { cause });
  }
}

function versionOf(name: string, from: string): string {
  const path = createRequire(join(from, 'package.json')).resolve(`${name}/package.json`);
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}

function firstLine(cause: unknown): string {
  const [line = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
  return line.endsWith('.') ? line : `${line}.`;
}
