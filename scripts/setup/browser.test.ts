import { describe, expect, it } from 'vitest';
import { findBrowser, type Machine } from './browser';

const machine = (env: Machine['env'], programs: string[], platform: NodeJS.Platform = 'linux'): Machine => ({
  platform,
  env,
  isExecutable: (path) => programs.includes(path),
});

describe('the search for a browser', () => {
  it('takes CHROME_PATH before anything else', () => {
    const env = { CHROME_PATH: '/opt/chrome', PATH: '/usr/bin' };
    expect(findBrowser(machine(env, ['/opt/chrome', '/usr/bin/chromium']))).toBe('/opt/chrome');
  });

  it('says so when CHROME_PATH cannot be run, instead of taking another', () => {
    const env = { CHROME_PATH: '/typo', PATH: '/usr/bin' };
    expect(() => findBrowser(machine(env, ['/usr/bin/chromium']))).toThrow('CHROME_PATH is /typo');
  });

  it('finds one on the PATH, and where macOS keeps programs', () => {
    expect(findBrowser(machine({ PATH: '/bin:/usr/bin' }, ['/usr/bin/chromium']))).toBe('/usr/bin/chromium');
    const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findBrowser(machine({ PATH: '/bin' }, [mac], 'darwin'))).toBe(mac);
  });

  it('finds none on a bare machine', () => {
    expect(findBrowser(machine({ PATH: '/bin' }, []))).toBeUndefined();
  });
});
