import { deployAssets } from '../../../sandbox/serverless/deployments';
import { serveClouds, type Clouds, type CloudsOptions } from '../../../sandbox/testing/serve-clouds';
import type { Builder, LocalFile } from '../../deploy/builder';
import { FUNCTION_MARK } from '../../build/functions';
import type { Variables } from '../../build/environment';
import { runCloudCommand, type CloudCommand } from '../command';

/** What a run wrote. */
export interface Ran {
  exit: number;
  out: string;
  err: string;
  json: ReturnType<typeof JSON.parse>;
}

export const SECRETS = { SEGMENT_PERSONA_KEY: 'canary-persona-key', SEGMENT_WRITE_KEY: 'canary-write-key' };

export interface CommandBench {
  clouds: Clouds;
  variables: Variables;
  /** What the checkout holds, for a builder that takes no time; change it to make another version. */
  checkout: { functions: Record<string, string>; assets: Record<string, string>; plugin: string; version: string };
  builder: Builder;
  /** What was written to `.env`. */
  remembered: Record<string, string>;
  /** What a person answers. */
  answer: string | undefined;
  run(command: CloudCommand, ...args: string[]): Promise<Ran>;
  /** Somebody else deploys a function of theirs beside what is in the environment `dev`. @returns SID of the build. */
  deployAnothers(path: string): string;
  /** Somebody else releases a version of a plugin of theirs, beside what is released. */
  releaseAnothers(name: string, version: string, phase?: number): void;
  close(): Promise<void>;
}

/** Commands on doubles of everything that they talk to, with a checkout that exists only here. */
export async function commandBench(options: CloudsOptions = {}): Promise<CommandBench> {
  const clock = { now: Date.parse('2026-03-01T08:00:00Z') };
  const clouds = await serveClouds({ clock: () => (clock.now += 1), timings: { build: 2_000 }, ...options });
  const checkout: CommandBench['checkout'] = {
    functions: { '/hello': say('one'), '/deep/er': say('one') },
    assets: { '/open.json': '{"n":1}' },
    plugin: 'plugin one',
    version: '1.0.0',
  };
  const bench: CommandBench = {
    clouds,
    checkout,
    variables: {
      ACCOUNT_SID: clouds.accountSid,
      AUTH_TOKEN: clouds.authToken,
      CUSTOMER_CONTEXT_LOOPBACK: clouds.origin,
      SEGMENT_SPACE_ID: 'spa_invented',
      ...SECRETS,
    },
    builder: builderOf(checkout),
    remembered: {},
    answer: undefined,
    async run(command, ...args) {
      const written = { out: '', err: '' };
      const exit = await runCloudCommand(command, args, {
        variables: bench.variables,
        write: (text) => void (written.out += `${text}\n`),
        complain: (text) => void (written.err += `${text}\n`),
        progress: (line) => void (written.err += `${line}\n`),
        now: () => clock.now,
        sleep: async (ms) => void (clock.now += ms),
        ask: async () => bench.answer,
        remember: (name, value) => {
          if (bench.variables[name] !== undefined) return false;
          bench.remembered[name] = value;
          bench.variables[name] = value;
          return true;
        },
        forget: (name, value) => {
          if (bench.variables[name] !== value) return false;
          bench.variables[name] = undefined;
          return true;
        },
      });
      for (const secret of [clouds.authToken, ...Object.values(SECRETS)]) {
        if ((written.out + written.err).includes(secret)) throw new Error('A secret was printed.');
      }
      return { exit, ...written, json: args.includes('--json') ? JSON.parse(written.out) : undefined };
    },
    deployAnothers(path) {
      const { store } = clouds.serverless;
      const service = store.service('customer-context');
      const [dev] = [...service.environments.values()].filter(({ domainSuffix }) => domainSuffix === 'dev');
      if (dev === undefined) throw new Error('Nothing is deployed yet.');
      const file = store.createFile(service, 'function', path);
      const version = store.createVersion(service, file, {
        path,
        visibility: 'public',
        content: Buffer.from('exports.handler = (context, event, callback) => callback(null, "theirs");'),
        contentType: 'application/javascript',
      });
      const build = deployAssets(store, service, dev, []);
      const before = service.builds.get(dev.deployments.at(-2)?.buildSid ?? '')?.versions ?? [];
      Object.assign(build, { versions: [...before, version] });
      return build.sid;
    },
    releaseAnothers(name, version, phase = 3) {
      const { store } = clouds.plugins;
      const known = store.plugins.find(({ uniqueName }) => uniqueName === name);
      const plugin = known ?? store.createPlugin({ uniqueName: name });
      const url = `https://other.example/${name}/${version}/bundle.js`;
      const made = store.createVersion(plugin, { version, url, changelog: '', private: false, validated: false });
      const before = (store.active?.configuration.plugins ?? []).filter((one) => one.plugin !== plugin);
      const others = before.map((one) => ({ plugin_version: one.version.sid, phase: one.phase }));
      const all = [...others, { plugin_version: made.sid, phase }];
      store.createRelease(store.createConfiguration('Theirs', '', all).sid);
    },
    close: () => clouds.close(),
  };
  return bench;
}

/** A function that answers with a text. */
export function say(text: string): string {
  return `${FUNCTION_MARK}\nexports.handler = (context, event, callback) => callback(null, ${JSON.stringify(text)});\n`;
}

function builderOf(checkout: CommandBench['checkout']): Builder {
  const files = (kind: LocalFile['kind'], contents: Record<string, string>): LocalFile[] =>
    Object.entries(contents).map(([path, content]) => ({
      kind,
      name: path,
      path,
      access: path === '/deep/er' ? 'protected' : 'public',
      content: Buffer.from(content),
    }));
  return {
    get plugin() {
      return { name: 'plugin-customer-context', version: checkout.version, description: 'Shows context' };
    },
    buildService: async () => [...files('function', checkout.functions), ...files('asset', checkout.assets)],
    buildPlugin: async (version, variables) => ({
      script: Buffer.from(`${checkout.plugin} ${version} ${variables['FLEX_APP_FUNCTIONS_BASE'] ?? ''}`),
      map: Buffer.from('{}'),
    }),
  };
}
