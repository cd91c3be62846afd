import { TwilioServerlessApiClient } from '@twilio-labs/serverless-api';
import twilio from 'twilio';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT_SID, AUTH_TOKEN, serveDouble, type ServedDouble } from './testing/serve';

let double: ServedDouble;
beforeEach(async () => {
  double = await serveDouble();
});
afterEach(() => double.close());

describe('Twilio’s Node library', () => {
  const connect = (authToken = AUTH_TOKEN) => {
    const httpClient = new twilio.RequestClient();
    const send = httpClient.request.bind(httpClient);
    httpClient.request = (options) => send({ ...options, uri: double.redirect(options.uri) });
    return twilio(ACCOUNT_SID, authToken, { httpClient }).serverless.v1;
  };

  it('creates, reads, changes and deletes with every parameter known', async () => {
    double.control.strict = true;
    const api = connect();
    const service = await api.services.create({
      uniqueName: 'customer-context',
      friendlyName: 'Customer context',
      includeCredentials: false,
      uiEditable: true,
    });
    expect(service).toMatchObject({ includeCredentials: false, uiEditable: true, accountSid: ACCOUNT_SID });
    expect(service.dateCreated).toBeInstanceOf(Date);

    const inService = api.services('customer-context');
    const environment = await inService.environments.create({ uniqueName: 'dev', domainSuffix: 'dev' });
    const { variables } = inService.environments(environment.sid);
    const { sid } = await variables.create({ key: 'A', value: '1' });
    await variables(sid).update({ value: '2' });
    expect((await variables.list()).map(({ value }) => value)).toEqual(['2']);
    expect(await variables(sid).remove()).toBe(true);

    const asset = await inService.assets.create({ friendlyName: 'index' });
    const form = new FormData();
    form.set('Path', '/index.json');
    form.set('Visibility', 'protected');
    form.set('Content', new Blob(['{}'], { type: 'application/json' }), 'index.json');
    const uploaded = await double.upload(`/v1/Services/${service.sid}/Assets/${asset.sid}/Versions`, form);
    const version = await inService.assets(asset.sid).assetVersions(uploaded.body.sid).fetch();
    expect(version).toMatchObject({ path: '/index.json', visibility: 'protected' });
    const build = await inService.builds.create({ assetVersions: [version.sid], runtime: 'node22' });
    expect(build.status).toBe('building');
    expect((await inService.builds(build.sid).buildStatus().fetch()).status).toBe('completed');
    const deployments = inService.environments(environment.sid).deployments;
    const deployment = await deployments.create({ buildSid: build.sid, isPlugin: false });
    expect((await deployments.list({ limit: 1 })).map(({ sid }) => sid)).toEqual([deployment.sid]);
    expect((await inService.environments(environment.sid).fetch()).buildSid).toBe(build.sid);
    expect(await inService.environments(environment.sid).logs.list()).toEqual([]);
    expect(await inService.remove()).toBe(true);
  });

  it('walks through all pages', async () => {
    const service = double.store.createService({ uniqueName: 'many', friendlyName: 'Many' });
    for (let index = 0; index < 120; index += 1) double.store.createFile(service, 'asset', String(index));
    const names = (await connect().services('many').assets.list()).map(({ friendlyName }) => friendlyName);
    expect(names).toEqual(Array.from({ length: 120 }, (_, index) => String(119 - index)));
  });

  it('reads the errors', async () => {
    await expect(connect().services('nothing').fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
    await expect(connect('wrong').services.list()).rejects.toMatchObject({ status: 401, code: 20003 });
  });
});

describe('Twilio’s deployment client', () => {
  const credentials = { username: ACCOUNT_SID, password: AUTH_TOKEN };
  const connect = () => {
    const client = new TwilioServerlessApiClient(credentials);
    const redirected = client.getClient().extend({
      hooks: {
        beforeRequest: [
          (options) => {
            const { username, password } = options.url;
            options.url = Object.assign(new URL(double.redirect(options.url)), { username, password });
          },
        ],
      },
    });
    // The client has no other way to be pointed elsewhere.
    Reflect.set(client, 'client', redirected);
    return client;
  };
  const project = {
    serviceName: 'customer-context',
    env: { SEGMENT_SPACE: 'spa_1' },
    pkgJson: { dependencies: { twilio: '5.0.0' } },
    functionsEnv: 'dev',
    functions: [{ name: 'hello', path: '/hello', content: 'exports.handler = () => {};', access: 'public' as const }],
    assets: [
      { name: 'open.json', path: '/open.json', content: '{"open":true}', access: 'public' as const },
      { name: 'index.json', path: '/index.json', content: '{"ü":1}', access: 'protected' as const },
    ],
    ...credentials,
    overrideExistingService: true,
  };

  it('deploys a project, and deploys it again', async () => {
    const first = await connect().deployProject(project);
    const open = await fetch(double.redirect(`https://${first.domain}/open.json`));
    expect(await open.json()).toEqual({ open: true });
    const closed = `https://${first.domain}/index.json`;
    const signature = twilio.getExpectedTwilioSignature(AUTH_TOKEN, closed, {});
    expect((await fetch(double.redirect(closed))).status).toBe(403);
    const signed = await fetch(double.redirect(closed), { headers: { 'X-Twilio-Signature': signature } });
    expect(await signed.json()).toEqual({ ü: 1 });

    const second = await connect().deployProject(project);
    expect(second.environmentSid).toBe(first.environmentSid);
    expect(second.buildSid).not.toBe(first.buildSid);
    const listed = await connect().list({
      ...credentials,
      types: ['functions', 'variables'],
      serviceSid: first.serviceSid,
      environment: first.environmentSid,
    });
    expect(listed.functions?.entries.map(({ path }) => path)).toEqual(['/hello']);
    expect(listed.variables?.entries.map(({ key, value }) => [key, value])).toEqual([['SEGMENT_SPACE', 'spa_1']]);
  });

  it('sees a build that failed', async () => {
    double.control.endBuilds('failed');
    await expect(connect().deployProject(project)).rejects.toBe('failed');
  });
});
