import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Environment, Service } from './records';
import { deployAssets } from './deployments';
import { ACCOUNT_SID, AUTH_TOKEN, serveDouble, type JsonAnswer, type ServedDouble } from './testing/serve';

let time = Date.parse('2026-05-04T10:00:00.500Z');
let double: ServedDouble;
let service: Service;
let environment: Environment;
beforeEach(async () => {
  double = await serveDouble({ clock: () => time, timings: { build: 5_000, propagation: 500 } });
  service = double.store.createService({ uniqueName: 'customer-context', friendlyName: 'Customer context' });
  environment = double.store.createEnvironment(service, {
    uniqueName: 'display-schema',
    domainSuffix: 'display-schema',
  });
});
afterEach(() => double.close());

const base = () => `/v1/Services/${service.sid}`;

async function upload(path: string, visibility = 'protected', content = '{}'): Promise<JsonAnswer> {
  const asset = await double.call('POST', `${base()}/Assets`, { FriendlyName: path });
  const form = new FormData();
  form.set('Path', path);
  form.set('Visibility', visibility);
  form.set('Content', new Blob([content], { type: 'application/json' }), 'file.json');
  return double.upload(`${base()}/Assets/${asset.body.sid}/Versions`, form);
}

async function build(...versions: string[]) {
  return double.call('POST', `${base()}/Builds`, { AssetVersions: versions, Runtime: 'node22' });
}

async function buildAndDeploy(...versions: string[]) {
  const started = await build(...versions);
  time += 5_000;
  return double.call('POST', `${base()}/Environments/${environment.sid}/Deployments`, { BuildSid: started.body.sid });
}

function get(path: string, headers: Record<string, string> = {}) {
  return fetch(double.redirect(`https://${environment.domainName}${path}`), { headers });
}
const sign = (path: string, token = AUTH_TOKEN) => ({
  'X-Twilio-Signature': createHmac('sha1', token).update(`https://${environment.domainName}${path}`).digest('base64'),
});

describe('the API', () => {
  it('refuses other credentials, in Twilio’s form', async () => {
    const response = await fetch(double.redirect('https://serverless.twilio.com/v1/Services'), {
      headers: { Authorization: `Basic ${Buffer.from(`${ACCOUNT_SID}:wrong`).toString('base64')}` },
    });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      code: 20003,
      message: 'Authenticate',
      more_info: 'https://www.twilio.com/docs/errors/20003',
      status: 401,
    });
  });

  it.each(['/Services/ZS00000000000000000000000000000000', '/Services/x/Builds/no-sid', '/Nothing'])(
    'answers %s with 404 and code 20404',
    async (path) => {
      const { status, body } = await double.call('GET', `/v1${path}`);
      const message = `The requested resource ${path} was not found`;
      expect([status, body.code, body.message]).toEqual([404, 20404, message]);
    },
  );

  it('takes a service by SID and by unique name', async () => {
    const bySid = await double.call('GET', base());
    const byName = await double.call('GET', '/v1/Services/customer-context');
    expect(byName).toEqual(bySid);
    expect(bySid.body).toMatchObject({ unique_name: 'customer-context', date_created: '2026-05-04T10:00:00Z' });
  });

  it('refuses names that are taken', async () => {
    const again = { UniqueName: 'customer-context', FriendlyName: 'x' };
    expect((await double.call('POST', '/v1/Services', again)).status).toBe(409);
    const environments = `${base()}/Environments`;
    const taken = await double.call('POST', environments, { UniqueName: 'display-schema', DomainSuffix: 'other' });
    expect([taken.status, taken.body.message]).toEqual([
      409,
      'Environment with this UniqueName or DomainSuffix already exists.',
    ]);
    expect((await double.call('POST', environments, { UniqueName: 'a', DomainSuffix: 'display-schema' })).status).toBe(
      409,
    );
    const variables = `${environments}/${environment.sid}/Variables`;
    await double.call('POST', variables, { Key: 'A', Value: '1' });
    expect((await double.call('POST', variables, { Key: 'A', Value: '2' })).status).toBe(409);
  });

  it('ignores unknown parameters as Twilio does, and refuses them in strict mode', async () => {
    const form = { UniqueName: 'other', FriendlyName: 'not a parameter of environments' };
    double.control.strict = true;
    const refused = await double.call('POST', `${base()}/Environments`, form);
    expect([refused.status, refused.body.message]).toEqual([400, 'Unknown parameter FriendlyName in the post body']);
    double.control.strict = false;
    expect((await double.call('POST', `${base()}/Environments`, form)).status).toBe(201);
  });

  it('pages through a list, newest first, while it grows', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) await double.call('POST', `${base()}/Assets`, { FriendlyName: name });
    const names: string[] = [];
    let next: string | null = `${base()}/Assets?PageSize=2`;
    while (next !== null) {
      const { body }: JsonAnswer = await double.call('GET', next);
      for (const asset of body.assets) names.push(asset.friendly_name);
      await double.call('POST', `${base()}/Assets`, { FriendlyName: 'late' });
      next = body.meta.next_page_url;
    }
    expect(names).toEqual(['e', 'd', 'c', 'b', 'a']);
  });

  it.each(['PageSize=0', 'PageSize=1001', 'PageSize=x', 'Page=-1', 'PageToken=unknown'])(
    'refuses %s',
    async (query) => {
      expect((await double.call('GET', `/v1/Services?${query}`)).status).toBe(400);
    },
  );
});

describe('uploads', () => {
  it.each([
    ['Public', 'public'],
    ['protected', 'protected'],
  ])('take visibility %s', async (given, stored) => {
    const { status, body } = await upload('index.json', given);
    expect([status, body.path, body.visibility]).toEqual([201, '/index.json', stored]);
    expect(body.sid).toMatch(/^ZN[0-9a-f]{32}$/);
  });

  it.each([
    ['/a b', 'public'],
    ['/a?b', 'public'],
    ['/../a', 'public'],
    ['/a', 'secret'],
  ])('refuse path %j with visibility %j', async (path, visibility) => {
    expect((await upload(path, visibility)).status).toBe(400);
  });

  it('refuse a body that is no multipart form', async () => {
    const asset = await double.call('POST', `${base()}/Assets`, { FriendlyName: 'x' });
    const url = `https://serverless-upload.twilio.com${base()}/Assets/${asset.body.sid}/Versions`;
    expect((await double.call('POST', url, { Path: '/a', Visibility: 'public', Content: '{}' })).status).toBe(400);
  });
});

describe('builds', () => {
  it('are building until their time has passed', async () => {
    const { body } = await build((await upload('/a')).body.sid);
    const status = () =>
      double.call('GET', `${base()}/Builds/${body.sid}/Status`).then((answer) => answer.body.status as string);
    expect([body.status, await status()]).toEqual(['building', 'building']);
    time += 4_999;
    expect(await status()).toBe('building');
    time += 1;
    expect(await status()).toBe('completed');
  });

  it.each([
    ['failed', 200, 'failed'],
    ['hangs', 200, 'building'],
    ['gone', 404, undefined],
  ] as const)('can be ordered to end as %s', async (outcome, status, state) => {
    double.control.endBuilds(outcome);
    const { body } = await build((await upload('/a')).body.sid);
    time += 3_000_000;
    const answer = await double.call('GET', `${base()}/Builds/${body.sid}/Status`);
    expect([answer.status, answer.body.status]).toEqual([status, state ?? 404]);
    expect(
      (await double.call('POST', `${base()}/Environments/${environment.sid}/Deployments`, { BuildSid: body.sid }))
        .status,
    ).toBeGreaterThanOrEqual(400);
  });

  it('need at least one version, all of them known and of their kind', async () => {
    const none = await double.call('POST', `${base()}/Builds`, {});
    expect(none.body.message).toBe('At least one Function Version or Asset Version is required for Build.');
    expect((await build(`ZN${'0'.repeat(32)}`)).status).toBe(400);
    const { sid } = (await upload('/a')).body;
    expect((await double.call('POST', `${base()}/Builds`, { FunctionVersions: sid })).status).toBe(400);
  });

  it('have the newest runtime where the latest is asked for, as Twilio’s plugin builder does', async () => {
    const version = (await upload('/a')).body.sid;
    const built = await double.call('POST', `${base()}/Builds`, { AssetVersions: version, Runtime: 'latest' });
    expect([built.status, built.body.runtime]).toEqual([201, 'node22']);
  });

  it('hold every path once', async () => {
    const { body } = await build((await upload('/a')).body.sid, (await upload('a')).body.sid);
    expect(body.message).toBe('Duplicate path /a in build');
  });

  it('hold at most 50 private and 1000 protected assets', async () => {
    const versions = (visibility: string, count: number) =>
      Array.from({ length: count }, (_, index) => {
        const file = double.store.createFile(service, 'asset', 'many');
        const content = Buffer.from('');
        return double.store.createVersion(service, file, {
          path: `/${visibility}/${index}`,
          visibility,
          content,
          contentType: 'a/b',
        }).sid;
      });
    expect((await build(...versions('private', 50))).status).toBe(201);
    expect((await build(...versions('private', 51))).status).toBe(400);
    expect((await build(...versions('protected', 1000))).status).toBe(201);
    expect((await build(...versions('protected', 1001))).status).toBe(400);
  });

  it('can be deleted unless an environment serves them', async () => {
    const { sid } = (await upload('/a')).body;
    const deployment = await buildAndDeploy(sid);
    const url = `${base()}/Builds/${deployment.body.build_sid}`;
    expect((await double.call('DELETE', url)).status).toBe(400);
    await double.call('POST', `${base()}/Environments/${environment.sid}/Deployments`, {});
    expect((await double.call('DELETE', url)).status).toBe(204);
    expect((await double.call('GET', url)).status).toBe(404);
  });

  it('are forgotten after an hour without a deployment, loose versions after a week', async () => {
    const { sid, asset_sid } = (await upload('/a')).body;
    const idle = await build(sid);
    const kept = await buildAndDeploy((await upload('/b')).body.sid);
    time += 3_600_001;
    expect((await double.call('GET', `${base()}/Builds/${idle.body.sid}`)).status).toBe(404);
    expect((await double.call('GET', `${base()}/Builds/${kept.body.build_sid}`)).status).toBe(200);
    const version = `${base()}/Assets/${asset_sid}/Versions/${sid}`;
    expect((await double.call('GET', version)).status).toBe(200);
    time += 7 * 24 * 3_600_000;
    expect((await double.call('GET', version)).status).toBe(404);
  });

  it('keep assets from being deleted', async () => {
    const { sid, asset_sid } = (await upload('/a')).body;
    const { body } = await build(sid);
    expect((await double.call('DELETE', `${base()}/Assets/${asset_sid}`)).status).toBe(400);
    await double.call('DELETE', `${base()}/Builds/${body.sid}`);
    expect((await double.call('DELETE', `${base()}/Assets/${asset_sid}`)).status).toBe(204);
    expect((await build(sid)).status).toBe(400);
  });
});

describe('deployments', () => {
  it('need a completed build', async () => {
    const { body } = await build((await upload('/a')).body.sid);
    const deployments = `${base()}/Environments/${environment.sid}/Deployments`;
    expect((await double.call('POST', deployments, { BuildSid: body.sid })).status).toBe(400);
  });

  it('are listed newest first; the last one wins', async () => {
    const first = await buildAndDeploy((await upload('/a')).body.sid);
    const second = await buildAndDeploy((await upload('/a')).body.sid);
    const { body } = await double.call('GET', `${base()}/Environments/${environment.sid}/Deployments`);
    expect(body.deployments).toMatchObject([{ sid: second.body.sid }, { sid: first.body.sid }]);
    const now = await double.call('GET', `${base()}/Environments/${environment.sid}`);
    expect(now.body.build_sid).toBe(second.body.build_sid);
  });

  it('are refused when they would change nothing', async () => {
    const { body } = await buildAndDeploy((await upload('/a')).body.sid);
    const deployments = `${base()}/Environments/${environment.sid}/Deployments`;
    const again = await double.call('POST', deployments, { BuildSid: body.build_sid });
    expect([again.status, again.body.message]).toEqual([409, 'Environment already has requested deployment.']);
  });
});

describe('a deployed domain', () => {
  it('is made of the service’s base and the environment’s suffix', () => {
    expect(environment.domainName).toBe(`${service.domainBase}-display-schema.twil.io`);
  });

  it('serves a protected asset to whoever signs for its full address', async () => {
    await buildAndDeploy((await upload('/index.json', 'protected', '{"a":1}')).body.sid);
    time += 500;
    const right = await get('/index.json?x=1', sign('/index.json?x=1'));
    expect([right.status, right.headers.get('content-type'), await right.text()]).toEqual([
      200,
      'application/json',
      '{"a":1}',
    ]);
    for (const headers of [{}, sign('/index.json'), sign('/index.json?x=1', 'another token')]) {
      expect((await get('/index.json?x=1', headers)).status).toBe(403);
    }
  });

  it('serves public assets to everybody and private ones to nobody', async () => {
    deployAssets(double.store, service, environment, [
      { path: '/open.txt', visibility: 'public', content: 'hello', contentType: 'text/plain' },
      { path: '/closed.txt', visibility: 'private', content: 'hello' },
    ]);
    expect(await (await get('/open.txt')).text()).toBe('hello');
    expect((await get('/closed.txt', sign('/closed.txt'))).status).toBe(403);
    expect((await get('/nothing.txt')).status).toBe(404);
  });

  it('changes a moment after the deployment', async () => {
    deployAssets(double.store, service, environment, [{ path: '/a', visibility: 'public', content: 'old' }]);
    await buildAndDeploy((await upload('/a', 'public', 'new')).body.sid);
    expect(await (await get('/a')).text()).toBe('old');
    time += 500;
    expect(await (await get('/a')).text()).toBe('new');
  });

  it('is gone with its environment', async () => {
    deployAssets(double.store, service, environment, [{ path: '/a', visibility: 'public', content: 'x' }]);
    await double.call('DELETE', `${base()}/Environments/${environment.sid}`);
    expect((await get('/a')).status).toBe(404);
  });
});
