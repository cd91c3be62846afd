import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { installTools, MANIFEST, NotInstalled } from './tools';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tools-'));
  // Nobody listens there.
  vi.stubEnv('npm_config_registry', 'http://127.0.0.1:9/');
  vi.stubEnv('npm_config_fetch_retries', '0');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('installing Twilio’s tools', () => {
  it('says what npm said where there is no registry', async () => {
    const failure = await installTools(folder).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(NotInstalled);
    expect(String(failure)).toContain('ECONNREFUSED');
  });

  it('is done once for each list of versions', async () => {
    writeFileSync(join(folder, 'installed.json'), JSON.stringify(MANIFEST, null, 2));
    const { twilio, plugins } = await installTools(folder);
    expect(twilio.startsWith(folder)).toBe(true);
    expect(JSON.stringify(plugins)).toContain('@twilio-labs/plugin-flex');
    writeFileSync(join(folder, 'installed.json'), JSON.stringify({ ...MANIFEST, dependencies: {} }, null, 2));
    await expect(installTools(folder)).rejects.toThrow(NotInstalled);
  });
});
