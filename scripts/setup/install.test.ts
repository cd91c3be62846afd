import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { install, needsInstall } from './install.mjs';

describe('set-up of dependencies', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'install-'));
    vi.spyOn(console, 'log').mockImplementation(() => undefined);
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    writeFileSync(join(root, 'package.json'), '{"name":"x","version":"1.0.0"}');
    writeFileSync(
      join(root, 'package-lock.json'),
      JSON.stringify({
        name: 'x',
        version: '1.0.0',
        lockfileVersion: 3,
        packages: { '': { name: 'x', version: '1.0.0' } },
      }),
    );
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(root, { recursive: true });
  });

  /** Makes the checkout depend on one package, which lies beside it. */
  function dependOnY(): void {
    mkdirSync(join(root, 'y'));
    writeFileSync(join(root, 'y/package.json'), '{"name":"y","version":"1.0.0"}');
    const packages = {
      '': { name: 'x', version: '1.0.0', dependencies: { y: 'file:y' } },
      'node_modules/y': { resolved: 'y', link: true },
      y: { version: '1.0.0' },
    };
    writeFileSync(join(root, 'package.json'), JSON.stringify(packages['']));
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, packages }));
  }

  it('is needed on a fresh clone and when node_modules has no mark of a finished install', () => {
    expect(needsInstall(root)).toBe(true);
    mkdirSync(join(root, 'node_modules'));
    expect(needsInstall(root)).toBe(true);
  });

  it('is needed again only when the lockfile changes', async () => {
    mkdirSync(join(root, 'node_modules'));
    expect(await install(root)).toBeUndefined();
    // The standard output is the command's.
    expect(console.error).toHaveBeenCalledWith(expect.stringMatching(/^Installed in/));
    expect(console.log).not.toHaveBeenCalled();
    expect(needsInstall(root)).toBe(false);
    writeFileSync(join(root, 'package-lock.json'), '{"packages":{"":{}}}');
    expect(needsInstall(root)).toBe(true);
  });

  it('installs although npm was told --dry-run, which it passes on', async () => {
    dependOnY();
    vi.stubEnv('npm_config_dry_run', 'true');
    expect(await install(root)).toBeUndefined();
    vi.unstubAllEnvs();
    expect(needsInstall(root)).toBe(false);
  });

  it('is needed again when a package has gone missing', async () => {
    dependOnY();
    expect(await install(root)).toBeUndefined();
    expect(needsInstall(root)).toBe(false);
    rmSync(join(root, 'node_modules/y'), { recursive: true });
    expect(needsInstall(root)).toBe(true);
  });

  it('says what npm said and what to do when it fails, and leaves no mark', async () => {
    writeFileSync(join(root, 'package.json'), '{"name":"x","version":"1.0.0","dependencies":{"y":"1.0.0"}}');
    const failure = await install(root);
    expect(failure).toContain('npm ci');
    expect(failure).toContain('run the same command again');
    expect(needsInstall(root)).toBe(true);
  });
});
