import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome'];

const ELSEWHERE: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
};

export const NO_BROWSER =
  'No Chrome or Chromium was found. Install Google Chrome or Chromium, or set CHROME_PATH to its executable, and run the command again.';

/** What the search looks at, so that tests can stand in for a machine. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  isExecutable: (path: string) => boolean;
}

const thisMachine: Machine = { platform: process.platform, env: process.env, isExecutable };

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Path of a Chrome or Chromium: `CHROME_PATH`, else one on the PATH, else where its installer puts it.
 * @throws when CHROME_PATH names something that cannot be run: a wrong path is not silently passed over
 */
export function findBrowser({ platform, env, isExecutable }: Machine = thisMachine): string | undefined {
  if (env.CHROME_PATH) {
    if (isExecutable(env.CHROME_PATH)) return env.CHROME_PATH;
    throw new Error(`CHROME_PATH is ${env.CHROME_PATH}, which is no program that can be run. Correct it or unset it.`);
  }
  const onPath = (env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...(ELSEWHERE[platform] ?? [])].find(isExecutable);
}

/**
 * A browser for the end-to-end tests. As root on Debian, where nobody would mind, it installs apt's Chromium when there
 * is none.
 * @throws with one sentence on how to get one
 */
export function browserForTests(say: (line: string) => void): string {
  const found = findBrowser();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    say('Installing Chromium with apt-get (about a minute) …');
    const options = {
      stdio: ['ignore', 'ignore', 'inherit'] as const,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    try {
      execFileSync('apt-get', ['update', '-qq'], { ...options, stdio: [...options.stdio] });
      execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { ...options, stdio: [...options.stdio] });
    } catch {
      throw new Error(`apt-get could not install Chromium. ${NO_BROWSER}`);
    }
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error(NO_BROWSER);
}

/** Flags for a quiet, headless Chromium that makes no connection of its own. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
