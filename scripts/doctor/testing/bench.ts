import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express, { type RequestHandler } from 'express';
import { WORKSPACE_SID } from '../../../sandbox/account';
import type { Segment } from '../../../sandbox/segment/segment';
import { SPACES } from '../../../sandbox/segment/spaces';
import { deployAssets } from '../../../sandbox/serverless/deployments';
import type { Environment, Service } from '../../../sandbox/serverless/records';
import { Bus } from '../../../sandbox/state/bus';
import { PublishedSchema } from '../../../sandbox/state/published-schema';
import { serveClouds, type Clouds } from '../../../sandbox/testing/serve-clouds';
import { createUpstreams } from '../../../sandbox/testing/upstreams';
import { buildFunctions } from '../../build/functions';
import { localFunctions } from '../../build/local-functions';
import type { Variables } from '../../build/environment';
import { runCloudCommand } from '../../cloud/command';
import { doctorCommand, type DoctorCommandOptions } from '../command';

export const PLUGIN = 'plugin-customer-context';
const ORIGINS = 'https://flex.twilio.com';

/** One check, as `--json` has it. */
export interface Found {
  id: string;
  severity: string;
  says: string;
  mend: string | null;
}

export interface DoctorBench {
  clouds: Clouds;
  segment: Segment;
  service: Service;
  environment: Environment;
  schema: PublishedSchema;
  variables: Variables;
  /** What the account is, as Twilio says. */
  account: { status: 'active' | 'suspended' };
  /** Milliseconds by which the clock here is ahead. */
  clock: { ahead: number };
  options: DoctorCommandOptions;
  /** What was asked of anybody: `METHOD host/path`. */
  requests: string[];
  /** Hosts that answer by this instead. */
  instead: Map<string, RequestHandler>;
  /** Content of the plugin’s version that agents load. */
  release(version: string, content: string): void;
  run(...args: string[]): Promise<{ exit: number; out: string; err: string; json: ReturnType<typeof JSON.parse> }>;
  /** The findings by id. */
  findings(...args: string[]): Promise<Record<string, Found>>;
  close(): Promise<void>;
}

/** Contents of the functions as they are deployed, by path. */
export async function builtFunctions(): Promise<Map<string, Buffer>> {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  try {
    await buildFunctions({ outDir: join(folder, 'functions') });
    return new Map(
      localFunctions().map(({ path, access }) => {
        const file = `${path}${access === 'protected' ? '.protected' : ''}.js`;
        return [path, readFileSync(join(folder, 'functions', file))];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An account in which everything is deployed, released and published, on doubles. */
export async function doctorBench(functions: ReadonlyMap<string, Buffer>): Promise<DoctorBench> {
  const { router: upstreams, segment, account } = createUpstreams();
  const requests: string[] = [];
  const instead: DoctorBench['instead'] = new Map();
  const beside = express.Router();
  beside.use((request, response, next) => {
    requests.push(`${request.method} ${request.path.slice(1)}`);
    const host = request.path.split('/')[1] ?? '';
    const handler = instead.get(host);
    if (handler === undefined) next();
    else handler(request, response, next);
  });
  beside.use(upstreams);
  const space = SPACES.us;
  const segmentVariables = {
    SEGMENT_SPACE_ID: space.spaceId,
    SEGMENT_PERSONA_KEY: space.accessToken,
    SEGMENT_WRITE_KEY: space.writeKey,
  };
  const clouds = await serveClouds({
    beside,
    configuration: { taskrouter_workspace_sid: WORKSPACE_SID },
    variables: { FLEX_ORIGINS: ORIGINS },
  });
  const { store } = clouds.serverless;
  const service = store.createService({
    uniqueName: 'customer-context',
    friendlyName: 'Ours',
    includeCredentials: true,
  });
  const environment = store.createEnvironment(service, { uniqueName: 'dev-environment', domainSuffix: 'dev' });
  const build = deployAssets(store, service, environment, []);
  const versions = localFunctions().map(({ path, access }) =>
    store.createVersion(service, store.createFile(service, 'function', path), {
      path,
      visibility: access,
      content: functions.get(path)!,
      contentType: 'application/javascript',
    }),
  );
  Object.assign(build, { versions });
  for (const [key, value] of Object.entries({ ...segmentVariables, FLEX_ORIGINS: ORIGINS })) {
    await clouds.call('POST', `/v1/Services/${service.sid}/Environments/${environment.sid}/Variables`, {
      Key: key,
      Value: value,
    });
  }
  const schema = new PublishedSchema(store, service, new Bus());
  schema.publish({ document: '{"version": 1}' });

  const plugins = clouds.plugins.store;
  const plugin = plugins.createPlugin({ uniqueName: PLUGIN, friendlyName: undefined, description: undefined });
  const pluginService = store.createService({ uniqueName: 'default', friendlyName: 'Plugins' });
  const bundles = store.createEnvironment(pluginService, { uniqueName: PLUGIN, domainSuffix: 'abcde' });
  const release = (version: string, content: string) => {
    const path = `/plugins/${PLUGIN}/${version}/bundle.js`;
    deployAssets(store, pluginService, bundles, [{ path, visibility: 'protected', content }]);
    const created = plugins.createVersion(plugin, {
      version,
      url: `https://${bundles.domainName}${path}`,
      changelog: '',
      private: true,
      validated: true,
    });
    const made = plugins.createConfiguration('Released', '', [{ plugin_version: created.sid, phase: 3 }]);
    plugins.createRelease(made.sid);
  };
  release('1.0.0', `version="1.0.0";base="https://${environment.domainName}"`);
  requests.length = 0;

  const bench: DoctorBench = {
    clouds,
    segment,
    service,
    environment,
    schema,
    account,
    requests,
    instead,
    release,
    clock: { ahead: 0 },
    options: {},
    variables: {
      ACCOUNT_SID: clouds.accountSid,
      AUTH_TOKEN: clouds.authToken,
      SERVICE_SID: service.sid,
      CUSTOMER_CONTEXT_LOOPBACK: clouds.origin,
      FLEX_ORIGINS: ORIGINS,
      ...segmentVariables,
    },
    async run(...args) {
      const written = { out: '', err: '' };
      const exit = await runCloudCommand(doctorCommand(bench.options), args, {
        variables: bench.variables,
        write: (text) => void (written.out += `${text}\n`),
        complain: (text) => void (written.err += `${text}\n`),
        progress: (line) => void (written.err += `${line}\n`),
        now: () => Date.now() + bench.clock.ahead,
        sleep: async () => undefined,
        ask: async () => undefined,
        remember: () => false,
        forget: () => false,
      });
      return { exit, ...written, json: args.includes('--json') ? JSON.parse(written.out) : undefined };
    },
    async findings(...args) {
      const { json } = await bench.run('--json', ...args);
      return Object.fromEntries((json.checks as Found[]).map((one) => [one.id, one]));
    },
    close: () => clouds.close(),
  };
  return bench;
}
