import { createFunctionResource, createService, listServices } from '@twilio-labs/serverless-api/dist/api/index.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT_SID, AUTH_TOKEN, serveDouble, type ServedDouble } from '../../sandbox/serverless/testing/serve';
import { connectClouds, type Clouds } from './clouds';
import { cloudError, type CloudError } from './trouble';

let double: ServedDouble;
let clouds: Clouds;
beforeEach(async () => {
  double = await serveDouble({ strict: true });
  clouds = connectClouds({ ACCOUNT_SID, AUTH_TOKEN, CUSTOMER_CONTEXT_LOOPBACK: double.origin });
});
afterEach(() => double.close());

const file = (content: string) => ({
  path: '/plugins/x/1.0.0/bundle.js',
  visibility: 'protected' as const,
  contentType: 'application/javascript',
  content: Buffer.from(content),
});

async function thrown(work: Promise<unknown>): Promise<CloudError> {
  return work.then(
    () => {
      throw new Error('It was expected to fail.');
    },
    (error: unknown) => cloudError(error)!,
  );
}

describe('the clouds of commands', () => {
  it('are one account for every client, on this machine when told so', async () => {
    const { sid } = await clouds.twilio.serverless.v1.services.create({ uniqueName: 'one', friendlyName: 'One' });
    await clouds.serverless.run((client) => createService('two', client));
    const names = (await clouds.serverless.run((client) => listServices(client))).map(({ unique_name }) => unique_name);
    expect(names.sort()).toEqual(['one', 'two']);

    const { services } = clouds.twilio.serverless.v1;
    const asset = await services(sid).assets.create({ friendlyName: 'bundle' });
    const version = await clouds.uploadAsset(sid, asset.sid, file('bundled()'));
    const environment = await services(sid).environments.create({ uniqueName: 'e', domainSuffix: 'e' });
    const build = await services(sid).builds.create({ assetVersions: [version] });
    await services(sid).environments(environment.sid).deployments.create({ buildSid: build.sid });
    const at = `https://${environment.domainName}`;
    expect((await clouds.download(`${at}/plugins/x/1.0.0/bundle.js`))?.toString()).toBe('bundled()');
    expect(await clouds.download(`${at}/plugins/x/2.0.0/bundle.js`)).toBeUndefined();
  });

  it('say what Twilio said, whichever client asked', async () => {
    const { services } = clouds.twilio.serverless.v1;
    const { sid } = await services.create({ uniqueName: 'one', friendlyName: 'One' });
    const refuse = { kind: 'refuse', status: 503, message: 'Come back later' } as const;
    double.control.fail('ListService', refuse);
    double.control.fail('CreateFunction', refuse);
    double.control.fail('CreateAsset', refuse);
    double.control.fail('CreateAssetVersion', refuse);
    const expected = { status: 503, said: 'Come back later' };
    expect(await thrown(clouds.serverless.run((client) => listServices(client)))).toMatchObject(expected);
    expect(await thrown(clouds.serverless.run((client) => createFunctionResource('/x', sid, client)))).toMatchObject(
      expected,
    );
    expect(await thrown(services(sid).assets.create({ friendlyName: 'x' }))).toMatchObject(expected);
    const asset = await services(sid).assets.create({ friendlyName: 'x' });
    expect(await thrown(clouds.uploadAsset(sid, asset.sid, file('x')))).toMatchObject(expected);
  });

  it('say that nothing was said, whichever client asked, and quote nothing', async () => {
    await double.close();
    const errors = [
      await thrown(clouds.serverless.run((client) => listServices(client))),
      await thrown(clouds.twilio.serverless.v1.services.list()),
      await thrown(clouds.uploadAsset(`ZS${'0'.repeat(32)}`, `ZH${'0'.repeat(32)}`, file('x'))),
      await thrown(clouds.download('https://x.twil.io/y')),
    ];
    for (const error of errors) {
      expect(error).toMatchObject({ status: 0, said: undefined });
      expect(error.message).toBe('Twilio did not answer');
    }
    double = await serveDouble();
  });

  it('try again after a moment when told to, on this machine still', async () => {
    double.control.fail('ListService', { kind: 'refuse', status: 429, retryAfterSeconds: 1 });
    expect(await clouds.serverless.run((client) => listServices(client))).toEqual([]);
    expect(double.control.requests.map(({ status }) => status)).toEqual([429, 200]);
  });

  it('name a malformed variable, not what it holds', () => {
    const variables = { ACCOUNT_SID, AUTH_TOKEN, CUSTOMER_CONTEXT_LOOPBACK: 'http://canary.example:1' };
    expect(() => connectClouds(variables)).toThrow(/^CUSTOMER_CONTEXT_LOOPBACK is malformed: expected http:\/\/127/);
    expect(() => connectClouds({ ACCOUNT_SID, AUTH_TOKEN: 'canary' })).toThrow(/^AUTH_TOKEN is malformed/);
  });
});
