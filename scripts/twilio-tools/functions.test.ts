import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { getListOfFunctionsAndAssets } from '@twilio-labs/serverless-api/dist/utils/fs.js';
import express from 'express';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { iam } from '../../sandbox/twilio/iam';
import { at } from '../build/root';
import { readAccount } from '../cloud/account';
import { commandBench, type CommandBench } from '../cloud/testing/bench';
import { checkoutBuilder } from '../deploy/builder';
import { deployCommand } from '../deploy/command';
import { RUNTIME } from '../deploy/service-plan';
import { serverlessApi } from './testing/serverless-api';

/**
 * What `twilio-run deploy --cwd dist` and `twilio serverless:deploy --cwd dist` do, by the library that both of them use, on
 * a double of Twilio. `npm run twilio-tools` does it with the tools themselves.
 */

/** Built by the same function as dist/. */
const folder = at('.cache/deploy/service');
type Listed = Awaited<ReturnType<typeof getListOfFunctionsAndAssets>>;
let listed: Listed;
beforeAll(async () => {
  await checkoutBuilder().buildService();
  listed = await getListOfFunctionsAndAssets(folder, {
    functionsFolderNames: ['functions', 'src'],
    assetsFolderNames: ['assets', 'static'],
  });
}, 120_000);

const PROTECTED = ['/fetch-persona-studio', '/fetchPersona-studio', '/identifyUser'];
const PUBLIC = [
  '/display-schema',
  '/display-schema/history',
  '/display-schema/publish',
  '/display-schema/publish-status',
  '/fetch-persona',
  '/track-events',
];
const ASSETS = ['/THIRD-PARTY-NOTICES.txt', '/display-schema.schema.json', '/plugin-customer-context-admin.js'];

describe('the built functions', () => {
  const paths = (files: Listed['functions'], wanted: string) =>
    files.flatMap(({ access, path }) => (access === wanted ? [path] : [])).sort();

  it('are found with their addresses; those for Studio are protected', () => {
    expect(paths(listed.functions, 'public')).toEqual(PUBLIC);
    expect(paths(listed.functions, 'protected')).toEqual(PROTECTED);
    expect(paths(listed.functions, 'private')).toEqual([]);
  });

  it('have public assets beside them, and no others', () => {
    expect(paths(listed.assets, 'public')).toEqual(ASSETS);
    expect(listed.assets).toHaveLength(ASSETS.length);
  });

  it('come with a manifest that names the service, depends on nothing, and makes them CommonJS', () => {
    expect(JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))).toMatchObject({
      name: 'customer-context',
      type: 'commonjs',
      dependencies: {},
    });
  });

  it('are deployed and started with what .twilioserverlessrc says', () => {
    const settings = JSON.parse(readFileSync(at('.twilioserverlessrc'), 'utf8')) as Record<string, unknown>;
    // Both tools read it relative to the folder that --cwd names.
    expect(resolve(at('dist'), String(settings['env']))).toBe(at('.env'));
    expect(settings['runtime']).toBe(RUNTIME);
    expect(settings['commands']).toEqual({ start: { port: '3001', forkProcess: false } });
  });
});

describe('deployed with Twilio’s tools', () => {
  let bench: CommandBench;
  beforeEach(async () => {
    bench = await commandBench({
      beside: express.Router().use('/iam.twilio.com', iam()),
      timings: { build: 0 },
      strict: false,
    });
  });
  afterEach(() => bench.close());

  /** Variables as the tools take them from `.env`: everything that is not empty, but the account. */
  const env = parseEnv(
    'SEGMENT_SPACE_ID=spa_invented\nFLEX_APP_PLACEMENT=tab\nCUSTOMER_CONTEXT_LOOPBACK=http://127.0.0.1:1\n',
  ) as Record<string, string>;

  const deploy = async (others: Listed['functions'] = []) => {
    const account = readAccount(bench.variables);
    return serverlessApi(account).deployProject({
      functions: [...listed.functions, ...others],
      assets: listed.assets,
      username: account.accountSid,
      password: account.authToken,
      env,
      pkgJson: JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')),
      serviceName: 'customer-context',
      functionsEnv: 'dev',
      overrideExistingService: true,
      runtime: RUNTIME,
    });
  };
  const command = () =>
    deployCommand({ ...checkoutBuilder(), buildPlugin: (...given) => bench.builder.buildPlugin(...given) });
  const ask = (domain: string, path: string) =>
    fetch(bench.clouds.redirect(`https://${domain}${path}`), {
      method: 'POST',
      headers: { Origin: bench.clouds.origin },
      body: new URLSearchParams({ Token: 'nobody’s' }),
    });

  it('functions answer: browsers are asked for a token, Studio for a signature', async () => {
    const { domain } = await deploy();
    const answer = await ask(domain, '/fetch-persona');
    expect(await answer.json()).toMatchObject({ error: { code: 'token_invalid' } });
    for (const path of PROTECTED) expect((await ask(domain, path)).status).toBe(403);
    for (const path of ASSETS) {
      expect((await fetch(bench.clouds.redirect(`https://${domain}${path}`))).status).toBe(200);
    }
  });

  it('they are what npm run deploy would deploy, to the same place', async () => {
    const { domain, serviceSid } = await deploy();
    const { exit, json } = await bench.run(command(), '--dry-run', '--json');
    expect(exit).toBe(0);
    expect(JSON.stringify(json)).toContain(domain);
    const { out } = await bench.run(command(), '--dry-run');
    for (const path of [...PROTECTED, ...PUBLIC]) expect(out).toContain(`= function ${path}  same`);
    for (const path of ASSETS) expect(out).toContain(`= asset ${path}  same`);
    expect((await bench.run(command())).out).toContain(serviceSid);
  });

  it('they replace what npm run deploy has deployed, under the same SIDs', async () => {
    await bench.run(command());
    const sids = () =>
      [...bench.clouds.serverless.store.services.values()]
        .filter(({ uniqueName }) => uniqueName === 'customer-context')
        .map(({ sid, environments, files }) => [sid, ...environments.keys(), ...files.keys()]);
    const before = sids();
    await deploy();
    expect(sids()).toEqual(before);
  });

  it('functions of others in the service are left out, which npm run deploy keeps', async () => {
    const { store } = bench.clouds.serverless;
    const content = 'exports.handler = (context, event, callback) => callback();';
    const theirs = { name: '/theirs', path: '/theirs', content, access: 'public', filePath: '' } as const;
    const { serviceSid, environmentSid } = await deploy([theirs]);
    const paths = () => {
      const service = store.services.get(serviceSid);
      const build = service?.builds.get(service.environments.get(environmentSid)?.buildSid ?? '');
      return build?.versions.map(({ path }) => path) ?? [];
    };
    await bench.run(command());
    expect(paths()).toContain('/theirs');
    await deploy();
    expect(paths()).not.toContain('/theirs');
  });

  it('everything in .env becomes a variable there, which functions do not read', async () => {
    const { serviceSid, environmentSid } = await deploy();
    const environment = bench.clouds.serverless.store.services.get(serviceSid)?.environments.get(environmentSid);
    expect([...(environment?.variables.values() ?? [])].map(({ key }) => key).sort()).toEqual([
      'CUSTOMER_CONTEXT_LOOPBACK',
      'FLEX_APP_PLACEMENT',
      'SEGMENT_SPACE_ID',
    ]);
  });
});
