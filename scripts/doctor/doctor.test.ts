import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SPACES } from '../../sandbox/segment/spaces';
import { builtFunctions, doctorBench, PLUGIN, type DoctorBench } from './testing/bench';
import { readPage } from '../docs/pages/pages';
import { CHECKS } from './table';

let functions: Map<string, Buffer>;
let bench: DoctorBench;
beforeAll(async () => {
  functions = await builtFunctions();
}, 60_000);
beforeEach(async () => {
  bench = await doctorBench(functions);
});
afterEach(() => bench.close());

const failing = async (...args: string[]) =>
  Object.entries(await bench.findings(...args))
    .filter(([, { severity }]) => severity === 'fail' || severity === 'warn')
    .map(([id]) => id);
const functionAt = (path: string) =>
  bench.service.builds.get(bench.environment.buildSid!)!.versions.find((one) => one.path === path)!;
const variable = (name: string) => [...bench.environment.variables.values()].find(({ key }) => key === name)!;
const domain = () => `https://${bench.environment.domainName}`;
const removeThere = (...names: string[]) => {
  for (const [sid, { key }] of bench.environment.variables) {
    if (names.includes(key)) bench.environment.variables.delete(sid);
  }
};
const removeHere = (...names: string[]) => names.forEach((name) => (bench.variables[name] = undefined));
const PAGE = '<html><body>Sign in to the network</body></html>';
/** What a proxy does in place of a host. */
const page = (host: string) => bench.instead.set(host, (_request, response) => void response.type('html').send(PAGE));
const redirect = (host: string) =>
  bench.instead.set(host, (_request, response) => {
    response.redirect('https://proxy.example/sign-in');
  });
const setThere = (key: string, value: string) =>
  bench.clouds.call('POST', `/v1/Services/${bench.service.sid}/Environments/${bench.environment.sid}/Variables`, {
    Key: key,
    Value: value,
  });

describe('npm run doctor', () => {
  it('finds nothing wrong where everything is in place', async () => {
    const found = await bench.findings();
    const states = Object.fromEntries(Object.entries(found).map(([id, { severity }]) => [id, severity]));
    expect(states).toEqual({
      ...Object.fromEntries(CHECKS.map(({ id }) => [id, 'ok'])),
      // Segment does not tell whether a write key is right.
      'segment-write': 'note',
    });
    const { exit, out } = await bench.run();
    expect(exit).toBe(0);
    expect(out.trim().split('\n')).toHaveLength(CHECKS.length);
  });

  it('says what comes first where nothing is deployed', async () => {
    bench.variables['SERVICE_SID'] = undefined;
    bench.clouds.serverless.store.services.clear();
    bench.clouds.plugins.store.clear();
    const found = await bench.findings();
    expect(found['service']).toMatchObject({ severity: 'note', mend: 'npm run deploy' });
    expect(found['plugin']).toMatchObject({ severity: 'note', mend: 'npm run deploy -- --release' });
    expect(found['functions']).toMatchObject({ severity: 'skipped', says: 'not checked: needs “Serverless service”' });
    expect((await bench.run()).exit).toBe(0);
  });

  type Fault = [check: string, fault: string, breakIt: () => unknown, says: string | RegExp, mend?: string];
  const faults: Fault[] = [
    ['node', 'an old Node', () => (bench.options.nodeVersion = '18.0.0'), '18.0.0'],
    [
      'variables',
      'a malformed variable',
      () => (bench.variables['FLEX_APP_PLACEMENT'] = 'canary'),
      'FLEX_APP_PLACEMENT is malformed',
    ],
    ['credentials', 'a suspended account', () => (bench.account.status = 'suspended'), 'suspended'],
    [
      'credentials',
      'a page of something in between',
      () => page('api.twilio.com'),
      'something in between answered instead of api.twilio.com (a proxy?)',
      'reach https://api.twilio.com directly',
    ],
    ['clock', 'a clock that is wrong', () => (bench.clock.ahead = 600_000), '600 s'],
    ['clock', 'a clock that begins to be wrong', () => (bench.clock.ahead = 45_000), /^4[4-6] s/],
    [
      'service',
      'another SERVICE_SID',
      () => (bench.variables['SERVICE_SID'] = `ZS${'0'.repeat(32)}`),
      'does not know SERVICE_SID',
    ],
    [
      'functions',
      'a function too few',
      () => (functionAt('/display-schema/history').path = '/else'),
      '/display-schema/history is missing',
    ],
    [
      'public-functions',
      'a function that fails',
      () => (functionAt('/fetch-persona').content = Buffer.from('throw 1;')),
      '/fetch-persona answered 500',
    ],
    [
      'public-functions',
      'a service that keeps the credentials to itself',
      () => (bench.service.includeCredentials = false),
      /(?:ACCOUNT_SID|AUTH_TOKEN) is missing/,
      'Add my Twilio Credentials (ACCOUNT_SID) and (AUTH_TOKEN) to ENV',
    ],
    [
      'public-functions',
      'an origin that is not allowed',
      () => {
        bench.variables['FLEX_ORIGINS'] = 'https://other.example';
        variable('FLEX_ORIGINS').value = 'https://other.example';
      },
      'https://other.example',
    ],
    [
      'protected-functions',
      'one that answers everybody with something else',
      () => (functionAt('/identifyUser').content = Buffer.from('exports.handler = (c, e, done) => done(null, "x");')),
      '/identifyUser answered 200 to a signed request',
    ],
    [
      'deployed-variables',
      'a variable that is missing there',
      () => (variable('SEGMENT_WRITE_KEY').key = 'ELSE'),
      'SEGMENT_WRITE_KEY is missing',
    ],
    [
      'deployed-variables',
      'events of the plugin that are on without their key',
      () => setThere('FLEX_APP_PLUGIN_EVENTS', 'worker'),
      'SEGMENT_EVENTS_WRITE_KEY is missing',
    ],
    [
      'deployed-variables',
      'what is for development',
      () => setThere('CUSTOMER_CONTEXT_LOOPBACK', bench.clouds.origin),
      'CUSTOMER_CONTEXT_LOOPBACK is set',
      'Delete it in the Twilio console',
    ],
    [
      'deployed-variables',
      'Twilio in trouble',
      () => bench.clouds.controls.serverless.fail('ListVariable', { kind: 'refuse', status: 503 }, 99),
      'Twilio answered 503',
      'https://status.twilio.com',
    ],
    [
      'deployed-variables',
      'one that is different there',
      () => (variable('FLEX_ORIGINS').value = 'https://other.example'),
      'not as they are here: FLEX_ORIGINS',
    ],
    [
      'tokens',
      'a realm that is not ours',
      async () => {
        bench.variables['TWILIO_IAM_REALM'] = 'nowhere';
        await setThere('TWILIO_IAM_REALM', 'nowhere');
      },
      'iam.nowhere.twilio.com',
    ],
    ['tokens', 'a page of something in between', () => page('iam.twilio.com'), 'in between', 'iam.twilio.com directly'],
    [
      'workspace',
      'no workspace',
      () => bench.clouds.plugins.configuration.update({ taskrouter_workspace_sid: null }),
      'workspace',
      'Set Flex up in the Twilio console.',
    ],
    [
      'segment-read',
      'a redirect of something in between',
      () => redirect('profiles.segment.com'),
      'something in between answered instead of profiles.segment.com (a proxy?)',
      'reach https://profiles.segment.com directly',
    ],
    ['segment-read', 'a page of something in between', () => page('profiles.segment.com'), 'in between', 'directly'],
    [
      'segment-read',
      'a page of something in between that refuses',
      () => bench.instead.set('profiles.segment.com', (_request, response) => void response.status(403).send(PAGE)),
      'in between',
      'directly',
    ],
    ['segment-write', 'a page of something in between', () => page('api.segment.io'), 'in between', 'directly'],
    [
      'segment-read',
      'the wrong region',
      () => {
        Object.assign(bench.variables, {
          SEGMENT_SPACE_ID: SPACES.eu.spaceId,
          SEGMENT_PERSONA_KEY: SPACES.eu.accessToken,
        });
        variable('SEGMENT_SPACE_ID').value = SPACES.eu.spaceId;
        variable('SEGMENT_PERSONA_KEY').value = SPACES.eu.accessToken;
      },
      'region eu, not us',
    ],
    [
      'segment-read',
      'a wrong key',
      () => {
        bench.variables['SEGMENT_PERSONA_KEY'] = 'canary-persona-key';
        variable('SEGMENT_PERSONA_KEY').value = 'canary-persona-key';
      },
      'refuses SEGMENT_PERSONA_KEY',
    ],
    [
      'segment-write',
      'the wrong key pasted',
      () => {
        bench.variables['SEGMENT_WRITE_KEY'] = SPACES.us.accessToken;
        variable('SEGMENT_WRITE_KEY').value = SPACES.us.accessToken;
      },
      'are the same',
    ],
    [
      'segment-write',
      'events of the plugin that would go to the customers’ source',
      async () => {
        bench.variables['SEGMENT_EVENTS_WRITE_KEY'] = SPACES.us.writeKey;
        await setThere('SEGMENT_EVENTS_WRITE_KEY', SPACES.us.writeKey);
      },
      'agents would become profiles',
    ],
    [
      'segment-write',
      'a key that Segment refuses',
      () => bench.instead.set('api.segment.io', (_request, response) => void response.status(401).json({})),
      'Segment refuses SEGMENT_WRITE_KEY',
    ],
    [
      'schema',
      'a document that can’t be used',
      () => bench.schema.publish({ document: '{"version": 1, "context": 3}' }),
      'generic view',
    ],
    [
      'plugin',
      'a plugin that is not released',
      () =>
        bench.clouds.plugins.store.createRelease(bench.clouds.plugins.store.createConfiguration('Empty', '', []).sid),
      'do not load it',
    ],
    [
      'plugin',
      'a plugin that was archived',
      () => {
        bench.clouds.plugins.store.plugin(PLUGIN).archived = true;
      },
      'was archived, which can’t be undone',
      'another name',
    ],
    [
      'plugin',
      'a version that was archived',
      () => {
        const [released] = bench.clouds.plugins.store.active!.configuration.plugins;
        released!.version.archived = true;
      },
      'agents load 1.0.0, which was archived',
      'npm run deploy -- --release',
    ],
    [
      'plugin-address',
      'a bundle for other functions',
      () => bench.release('1.1.0', 'version="1.1.0"'),
      'does not ask https://',
    ],
    [
      'plugin-address',
      'a bundle of another version',
      () => bench.release('1.1.0', `version="1.0.0";base="${domain()}"`),
      'the bundle registered as 1.1.0 is of another version',
    ],
    [
      'plugin-address',
      'an environment that is gone',
      () => bench.service.environments.delete(bench.environment.sid),
      'agents load 1.0.0, whose functions are not there',
      'npm run deploy -- --release',
    ],
    [
      'plugin-address',
      'a service that is gone',
      () => {
        removeHere('SERVICE_SID');
        bench.clouds.serverless.store.services.delete(bench.service.sid);
      },
      'agents load 1.0.0, whose functions are not there',
      'npm run deploy -- --release',
    ],
  ];
  it.each(faults)(
    '%s: %s is seen by that line alone, with what mends it',
    async (check, _fault, breakIt, says, mend) => {
      await breakIt();
      expect(await failing()).toEqual([check]);
      const found = (await bench.findings())[check]!;
      expect(found.says).toMatch(says);
      expect(found.mend ?? '').not.toBe('');
      expect(found.mend).toContain(mend ?? '');
    },
  );

  it('does not mind a clock that is a little off', async () => {
    bench.clock.ahead = 20_000;
    expect((await bench.findings('--only', 'clock'))['clock']).toMatchObject({ severity: 'ok' });
  });

  it('says once what is true of several functions', async () => {
    const origins = 'https://one.example,https://two.example';
    bench.variables['FLEX_ORIGINS'] = origins;
    const { says } = (await bench.findings('--only', 'public-functions'))['public-functions']!;
    const count = bench.service.builds
      .get(bench.environment.buildSid!)!
      .versions.filter(({ visibility }) => visibility === 'public').length;
    expect(count).toBeGreaterThan(2);
    expect(says).toBe(
      `pages of https://one.example are refused by all ${count} functions; pages of https://two.example are refused by all ${count} functions`,
    );
  });

  it('names functions that fail in the same way together', async () => {
    functionAt('/fetch-persona').content = Buffer.from('throw 1;');
    functionAt('/display-schema').content = Buffer.from('throw 1;');
    const { says } = (await bench.findings('--only', 'public-functions'))['public-functions']!;
    expect(
      says
        .replace(/ answered.*/, '')
        .split(', ')
        .sort(),
    ).toEqual(['/display-schema', '/fetch-persona']);
    expect(says).toMatch(/ answered 500$/);
  });

  it('says which variable to set where a check can’t do without it', async () => {
    bench.variables['AUTH_TOKEN'] = 'short';
    const { credentials } = await bench.findings();
    expect(credentials).toMatchObject({ severity: 'fail', says: expect.stringMatching(/^AUTH_TOKEN is malformed/) });
    expect(credentials?.mend).toContain('Set AUTH_TOKEN in .env: docs/variables.md');
    expect((await bench.run()).exit).toBe(2);
  });

  it('tells of a runtime that is not the one of this version', async () => {
    bench.service.builds.get(bench.environment.buildSid!)!.runtime = 'node20';
    expect((await bench.findings())['functions']).toMatchObject({
      severity: 'note',
      says: expect.stringContaining('node20 instead of node22'),
      mend: 'npm run deploy',
    });
  });

  it('tells functions that are elsewhere from functions that are gone', async () => {
    const found = (await bench.findings('--environment', 'other'))['plugin-address'];
    expect(found).toMatchObject({ severity: 'warn', says: expect.stringContaining(domain()) });
    expect(found?.mend).toContain('--environment');
  });

  it('wants the key of events of the plugin where these are on, here or in the service', async () => {
    Object.assign(bench.variables, { FLEX_APP_PLUGIN_EVENTS: 'worker' });
    await setThere('FLEX_APP_PLUGIN_EVENTS', 'worker');
    expect(await failing()).toEqual(['variables', 'deployed-variables']);
    expect((await bench.findings())['variables']?.says).toContain('SEGMENT_EVENTS_WRITE_KEY is missing');
    await setThere('SEGMENT_EVENTS_WRITE_KEY', 'another-source');
    expect(await failing()).toEqual([]);
  });

  describe('without Segment', () => {
    const ALL = ['SEGMENT_SPACE_ID', 'SEGMENT_PERSONA_KEY', 'SEGMENT_WRITE_KEY'];

    it('says what does not work then, and that nothing is wrong', async () => {
      removeHere(...ALL);
      removeThere(...ALL);
      expect(await failing()).toEqual([]);
      const found = await bench.findings();
      expect(found['variables']).toMatchObject({
        severity: 'note',
        says: 'without SEGMENT_SPACE_ID and SEGMENT_PERSONA_KEY agents and flows see no traits and no events; without SEGMENT_WRITE_KEY identifyUser stores nothing',
        mend: expect.stringContaining('docs/segment.md'),
      });
      expect(found['deployed-variables']).toMatchObject({ severity: 'ok' });
      expect(found['segment-read']).toMatchObject({
        severity: 'skipped',
        says: 'not checked: SEGMENT_SPACE_ID and SEGMENT_PERSONA_KEY are not set',
      });
      expect(found['segment-write']).toMatchObject({
        severity: 'skipped',
        says: 'not checked: SEGMENT_WRITE_KEY is not set',
      });
      expect((await bench.run()).exit).toBe(0);
    });

    it('takes an empty variable, as a pipeline has it, for one that is not set', async () => {
      for (const name of ALL) bench.variables[name] = '';
      removeThere(...ALL);
      expect((await bench.run()).exit).toBe(0);
    });

    it('says so before anything is deployed, too', async () => {
      removeHere('SERVICE_SID', ...ALL);
      bench.clouds.serverless.store.services.clear();
      bench.clouds.plugins.store.clear();
      expect((await bench.findings())['variables']).toMatchObject({ severity: 'note' });
      expect((await bench.run()).exit).toBe(0);
    });

    it('looks with what the service holds where it is not set here', async () => {
      removeHere(...ALL);
      expect(await failing()).toEqual([]);
      const found = await bench.findings();
      expect(found['variables']).toMatchObject({ severity: 'ok' });
      expect(found['segment-read']).toMatchObject({ severity: 'ok' });
      expect(found['deployed-variables']?.says).toContain('set there and not here: SEGMENT_SPACE_ID');
      variable('SEGMENT_PERSONA_KEY').value = 'canary-persona-key';
      expect(await failing()).toEqual(['segment-read']);
    });

    it('takes half of what reading needs for a mistake', async () => {
      removeHere('SEGMENT_PERSONA_KEY');
      removeThere('SEGMENT_PERSONA_KEY');
      expect(await failing()).toEqual(['variables', 'deployed-variables']);
      expect((await bench.findings())['variables']?.says).toMatch(/^SEGMENT_PERSONA_KEY is missing/);
    });

    it('still minds one that is malformed', async () => {
      removeHere(...ALL);
      removeThere(...ALL);
      bench.variables['SEGMENT_REGION'] = 'moon';
      const found = (await bench.findings())['variables'];
      expect(found).toMatchObject({ severity: 'fail', says: expect.stringMatching(/^SEGMENT_REGION is malformed/) });
      expect((await bench.run()).exit).toBe(2);
    });
  });

  it('names the command that mends it for the same place', async () => {
    const { clouds } = bench;
    const found = await bench.findings('--sandbox', clouds.origin, '--production');
    expect(found['service']?.says).toContain('no such environment');
    clouds.plugins.store.clear();
    const { plugin } = await bench.findings('--sandbox', clouds.origin, '--production');
    expect(plugin?.mend).toBe(`npm run deploy -- --release --production --sandbox ${clouds.origin}`);
  });

  it('takes a variable under its former name, here and there', async () => {
    variable('SEGMENT_PERSONA_KEY').key = 'SEGMENT_PERSONAS_KEY';
    expect(await failing()).toEqual([]);
    bench.variables['SEGMENT_PERSONAS_KEY'] = bench.variables['SEGMENT_PERSONA_KEY'];
    delete bench.variables['SEGMENT_PERSONA_KEY'];
    expect((await bench.findings())['deployed-variables']).toMatchObject({ severity: 'ok' });
  });

  it('sees a protected function that answers strangers', async () => {
    functionAt('/identifyUser').visibility = 'public';
    const found = await bench.findings();
    expect(found['functions']?.says).toContain('/identifyUser is public and must be protected');
    expect(found['protected-functions']?.says).toContain('/identifyUser answers anybody');
  });

  it('sees protected assets that nobody protects', async () => {
    for (const build of bench.service.builds.values()) {
      build.versions.filter(({ kind }) => kind === 'asset').forEach((one) => (one.visibility = 'public'));
    }
    expect((await bench.findings())['signed-assets']?.says).toContain('without a signature');
  });

  it('does not pile up what follows from refused credentials', async () => {
    bench.variables['AUTH_TOKEN'] = '0'.repeat(32);
    expect(await failing()).toEqual(['credentials']);
    expect((await bench.run()).exit).toBe(2);
  });

  it.each([
    ['api.twilio.com', 'credentials'],
    ['profiles.segment.com', 'segment-read'],
    ['taskrouter.twilio.com', 'workspace'],
  ])('ends in a line when %s hangs', async (host, check) => {
    bench.options = { timeoutMs: 400, budgetMs: 1_500 };
    bench.instead.set(host, () => undefined);
    const found = (await bench.findings('--only', check))[check];
    expect(found).toMatchObject({ severity: 'fail', says: expect.stringMatching(/did not answer|no answer|too long/) });
  });

  it('runs one check with what it needs, and shows that alone', async () => {
    const found = await bench.findings('--only', 'functions');
    expect(Object.keys(found)).toEqual(['functions']);
    expect(bench.requests.filter((one) => one.includes('segment'))).toEqual([]);
    expect(await bench.run('--only', 'canary')).toMatchObject({ exit: 2, out: '' });
  });
});

describe('what doctor does to others', () => {
  const HARMLESS =
    /^POST (?:iam\.twilio\.com\/.*\/Tokens\/validate|api\.segment\.io\/v1\/batch|[\w-]+-dev\.twil\.io\/[\w/-]+)$/;

  it('is to read, and to send requests that change nothing', async () => {
    await bench.run();
    expect(bench.requests.length).toBeGreaterThan(20);
    expect(bench.requests.filter((one) => !one.startsWith('GET ') && !HARMLESS.test(one))).toEqual([]);
    expect(JSON.stringify(bench.segment.tracking)).not.toContain('identify');
  });

  it.each(['fine', 'failing'])('never prints a secret: %s', async (state) => {
    const secrets = ['AUTH_TOKEN', 'SEGMENT_PERSONA_KEY', 'SEGMENT_WRITE_KEY'].map((name) => bench.variables[name]!);
    if (state === 'failing') {
      const all = secrets.join(' ');
      for (const host of ['api.twilio.com', 'profiles.segment.com', 'iam.twilio.com', bench.environment.domainName]) {
        bench.instead.set(
          host,
          (_request, response) =>
            void response.status(400).json({ message: all, error: { code: all, message: all }, status: all }),
        );
      }
      bench.clouds.controls.serverless.fail('ListVariable', { kind: 'refuse', status: 400, message: all }, 9);
    }
    for (const args of [[], ['--json']]) {
      const { out, err } = await bench.run(...args);
      for (const secret of secrets) expect(out + err).not.toContain(secret);
    }
  });
});

describe('docs/doctor.md', () => {
  const { text } = readPage('docs/doctor.md');
  const rows = [...text.matchAll(/^\| `([a-z-]+)` +\| (.*?) +\| (.*?) +\|$/gm)].map(([, id, asks, mends]) => ({
    id,
    asks,
    mends,
  }));

  it('has a line for each check, as the table has it', () => {
    expect(rows).toEqual(CHECKS.map(({ id, asks, mends }) => ({ id, asks, mends })));
  });
});
