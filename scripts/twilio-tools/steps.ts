import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { signGet } from '../../service/twilio/signature';
import type { Environment, Service } from '../../sandbox/serverless/records';
import { compareVersions } from '../deploy/version';
import { documented } from './documented';
import type { Step } from './report';
import type { Workshop } from './workshop';

const PLUGIN = 'plugin-customer-context';

/** What operators do with Twilio's own tools, in the order of docs/twilio-cli.md, and with ours in between. */
export function stepsIn(workshop: () => Workshop): Step[] {
  return [
    {
      name: 'commands and options of docs/twilio-cli.md',
      run: () => documentedExist(workshop()),
    },
    {
      name: 'npm run build',
      run: async () => {
        await workshop().own('npm run build');
        return 'dist/ is there';
      },
    },
    {
      name: 'twilio-run deploy --cwd dist',
      run: async () => {
        await workshop().twilioRun('deploy', '--cwd', 'dist');
        return functionsAnswer(workshop());
      },
    },
    {
      name: 'npm run deploy after it',
      run: async () => {
        const planned = await workshop().own('npm run deploy -- --dry-run');
        if (/^ +[+~-] function/m.test(planned)) throw new Error(`would change functions\n${planned}`);
        await workshop().own('npm run deploy -- --release');
        return `functions are the same, ${PLUGIN} ${released(workshop())} is released`;
      },
    },
    {
      name: 'twilio serverless:deploy --cwd dist --override-existing-project',
      run: async () => {
        const tools = workshop();
        // As on another machine, which does not know where it was deployed before.
        rmSync(join(tools.clone.folder, 'dist/.twiliodeployinfo'));
        await tools.twilio('.', 'serverless:deploy', '--cwd', 'dist', '--override-existing-project');
        return functionsAnswer(tools);
      },
    },
    {
      name: 'twilio-run start --cwd dist',
      run: () => functionsStart(workshop(), 'twilioRun', 'start'),
    },
    {
      name: 'twilio serverless:start --cwd dist',
      run: () => functionsStart(workshop(), 'twilio', 'serverless:start'),
    },
    {
      name: 'twilio flex:plugins:build',
      run: async () => {
        const tools = workshop();
        await tools.twilio('plugin', 'flex:plugins:build');
        return checkBundle(readFileSync(join(tools.clone.folder, `plugin/build/${PLUGIN}.js`), 'utf8'));
      },
    },
    {
      name: 'twilio flex:plugins:start',
      run: async () => {
        const port = await freePort();
        const server = workshop().start('twilio', 'plugin', 'flex:plugins:start', '--port', String(port));
        try {
          const bundle = await server.until(async () => {
            if (!server.output.includes('Compiled successfully')) return undefined;
            const response = await fetch(`http://127.0.0.1:${port}/plugins/${PLUGIN}.js`);
            return response.ok ? await response.text() : undefined;
          });
          return checkBundle(bundle);
        } finally {
          server.stop();
        }
      },
    },
    {
      name: 'twilio flex:plugins:deploy',
      run: async () => {
        const tools = workshop();
        await tools.twilio('plugin', 'flex:plugins:deploy', '--changelog', 'Tried');
        const { version, url } = newestVersion(tools);
        const headers = { 'X-Twilio-Signature': signGet(url, tools.clouds.authToken) };
        const bundle = await (await fetch(tools.clouds.redirect(url), { headers })).text();
        return `${version} is registered, ${checkBundle(bundle)}`;
      },
    },
    {
      name: 'twilio flex:plugins:release',
      run: async () => {
        const tools = workshop();
        const { version } = newestVersion(tools);
        const name = ['--name', 'Tried', '--description', 'Tried'];
        await tools.twilio('plugin', 'flex:plugins:release', '--plugin', `${PLUGIN}@${version}`, ...name);
        if (released(tools) !== version) throw new Error(`${released(tools)} is released, not ${version}`);
        return `${version} is released`;
      },
    },
    {
      name: 'npm run deploy after them',
      run: async () => {
        const tools = workshop();
        const before = newestVersion(tools).version;
        await tools.own('npm run deploy -- --release');
        const now = released(tools);
        if (now === before) throw new Error(`released ${now} again, which has another content`);
        return `${before} was followed by ${now}`;
      },
    },
  ];
}

/** Every command and option that the documentation shows is in what the tools print for `--help`. */
async function documentedExist(tools: Workshop): Promise<string> {
  const { commands, alone } = documented();
  const offered = new Set<string>();
  for (const { tool, command, options } of commands) {
    const help = tool === 'twilio' ? tools.twilio('.', command, '--help') : tools.twilioRun(command, '--help');
    // `--[no-]functions`
    const own = new Set(
      [...(await help).matchAll(/--(?:\[no-\])?([a-z][a-z-]*)/g)].map(([, name = '']) => `--${name}`),
    );
    const unknown = options.filter((option) => !own.has(option));
    if (unknown.length > 0) throw new Error(`${tool} ${command} has no ${unknown.join(', ')}`);
    for (const option of own) offered.add(option);
  }
  const unknown = alone.filter((option) => !offered.has(option));
  if (unknown.length > 0) throw new Error(`none of them has ${unknown.join(', ')}`);
  return `${commands.length} commands have the options that are shown`;
}

/** Functions run on this machine and reach the doubles, as they would reach Twilio and Segment. */
async function functionsStart(tools: Workshop, tool: 'twilio' | 'twilioRun', command: string): Promise<string> {
  const port = await freePort();
  const server = tools.start(tool, '.', command, '--cwd', 'dist', '--port', String(port));
  try {
    const code = await server.until(() => errorOf(`http://127.0.0.1:${port}/display-schema`, tools.clouds.origin));
    expectCode(code, 'token_invalid');
    return `functions answer on this machine, at port ${port}`;
  } finally {
    server.stop();
  }
}

/** The one service that all tools deploy functions to, and its environment. */
function functionsPlace({ clouds }: Workshop): { service: Service; dev: Environment } {
  const named = [...clouds.serverless.store.services.values()].filter(({ uniqueName }) => uniqueName !== 'default');
  const [service] = named;
  if (service === undefined || named.length > 1) throw new Error(`there are ${named.length} services`);
  const [dev] = [...service.environments.values()].filter(({ domainSuffix }) => domainSuffix === 'dev');
  if (dev === undefined) throw new Error('there is no environment dev');
  return { service, dev };
}

/** What is deployed answers as it is to: functions for browsers without a token, protected ones without a signature. */
async function functionsAnswer(workshop: Workshop): Promise<string> {
  const { clouds } = workshop;
  const { service, dev } = functionsPlace(workshop);
  const files = service.builds.get(dev.buildSid ?? '')?.versions ?? [];
  const at = (path: string) => clouds.redirect(`https://${dev.domainName}${path}`);
  for (const { path } of files.filter(({ kind, visibility }) => kind === 'function' && visibility === 'public')) {
    // Some look at their parameters first.
    expectCode(await errorOf(at(path), clouds.origin), 'token_invalid', 'bad_request');
  }
  const guarded = files.filter(({ kind, visibility }) => kind === 'function' && visibility === 'protected');
  for (const { path } of guarded) {
    const { status } = await fetch(at(path), { method: 'POST' });
    if (status !== 403) throw new Error(`${path} answered ${status} without a signature`);
  }
  if (guarded.length === 0) throw new Error('no function is protected');
  return `${files.length} files at ${dev.domainName} answer`;
}

async function errorOf(url: string, origin: string): Promise<string> {
  const body = new URLSearchParams({ Token: 'nobody’s', taskSid: `WT${'0'.repeat(32)}` });
  const response = await fetch(url, { method: 'POST', headers: { Origin: origin }, body });
  const { error } = (await response.json()) as { error?: { code?: string } };
  return error?.code ?? String(response.status);
}

function expectCode(code: string, ...expected: string[]): void {
  if (!expected.includes(code)) throw new Error(`answered ${code} instead of ${expected.join(' or ')}`);
}

function checkBundle(bundle: string): string {
  const left = /__FPB_[A-Z_]+/.exec(bundle)?.[0];
  if (left !== undefined) throw new Error(`the builder has not filled in ${left}`);
  const loads = bundle.match(/\.loadPlugin\(/g)?.length ?? 0;
  if (loads !== 1) throw new Error(`the bundle loads ${loads} plugins`);
  return `a bundle of ${Math.round(bundle.length / 1000)} kB`;
}

function newestVersion({ clouds }: Workshop): { version: string; url: string } {
  const plugin = clouds.plugins.store.plugins.find(({ uniqueName }) => uniqueName === PLUGIN);
  const [version] = [...(plugin?.versions ?? [])].sort((a, b) => compareVersions(b.version, a.version));
  if (version === undefined) throw new Error('no version is registered');
  return version;
}

function released({ clouds }: Workshop): string {
  const { active } = clouds.plugins.store;
  return active?.configuration.plugins.map(({ version }) => version.version).join(', ') ?? 'nothing';
}

/** A port that nobody listens at. */
function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}
