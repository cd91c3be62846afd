import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT_SID, AUTH_TOKEN, serveDouble, type ServedDouble } from '../../sandbox/serverless/testing/serve';
import { connectClouds, type Clouds } from './clouds';
import { cloudError, type CloudError } from './trouble';

let double: ServedDouble;
let clouds: Clouds;
/** For how long it was waited before a request was sent again, in ms. */
let waited: number[];
beforeEach(async () => {
  double = await serveDouble({ strict: true });
  waited = [];
  const variables = { ACCOUNT_SID, AUTH_TOKEN, CUSTOMER_CONTEXT_LOOPBACK: double.origin };
  clouds = connectClouds(variables, { sleep: async (ms) => void waited.push(ms) });
});
afterEach(() => double.close());

const file = (content: string) => ({
  kind: 'asset' as const,
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
    const { services } = clouds.twilio.serverless.v1;
    const asset = await services(sid).assets.create({ friendlyName: 'bundle' });
    const version = await clouds.upload(sid, asset.sid, file('bundled()'));
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
    double.control.fail('CreateAsset', refuse);
    double.control.fail('CreateAssetVersion', refuse);
    const expected = { status: 503, said: 'Come back later' };
    expect(await thrown(services.list())).toMatchObject(expected);
    expect(await thrown(services(sid).assets.create({ friendlyName: 'x' }))).toMatchObject(expected);
    const asset = await services(sid).assets.create({ friendlyName: 'x' });
    expect(await thrown(clouds.upload(sid, asset.sid, file('x')))).toMatchObject(expected);
  });

  it('say that nothing was said, whichever client asked, and quote nothing', async () => {
    await double.close();
    const errors = [
      await thrown(clouds.twilio.serverless.v1.services.list()),
      await thrown(clouds.upload(`ZS${'0'.repeat(32)}`, `ZH${'0'.repeat(32)}`, file('x'))),
      await thrown(clouds.download('https://x.twil.io/y')),
    ];
    for (const error of errors) {
      expect(error).toMatchObject({ status: 0, said: undefined });
      expect(error.message).toBe('Twilio did not answer');
    }
    double = await serveDouble();
  });

  it('try again after a moment when told to, uploads as well', async () => {
    const { services } = clouds.twilio.serverless.v1;
    const busy = { kind: 'refuse', status: 429, retryAfterSeconds: 2 } as const;
    for (const step of ['ListService', 'CreateService', 'CreateAsset', 'CreateAssetVersion'] as const) {
      double.control.fail(step, busy);
    }
    expect(await services.list()).toEqual([]);
    const { sid } = await services.create({ uniqueName: 'one', friendlyName: 'One' });
    const asset = await services(sid).assets.create({ friendlyName: 'x' });
    expect(await clouds.upload(sid, asset.sid, file('x'))).toMatch(/^ZN/);
    expect(waited).toEqual([2000, 2000, 2000, 2000]);
    expect(double.control.requests.map(({ status }) => status)).toEqual([429, 200, 429, 201, 429, 201, 429, 201]);

    double.control.fail('CreateAssetVersion', busy, 9);
    expect(await thrown(clouds.upload(sid, asset.sid, file('x')))).toMatchObject({ status: 429 });
  });

  it('take no page of somebody between for an answer of Twilio’s', async () => {
    const between = http.createServer((_request, response) => {
      response.writeHead(statusBetween, { 'Content-Type': 'text/html' }).end('<html>Sign in</html>');
    });
    await new Promise<void>((done) => between.listen(0, '127.0.0.1', done));
    const { port } = between.address() as AddressInfo;
    const variables = { ACCOUNT_SID, AUTH_TOKEN, CUSTOMER_CONTEXT_LOOPBACK: `http://127.0.0.1:${port}` };
    const there = connectClouds(variables);
    let statusBetween = 200;
    const ask = async () => [
      await thrown(there.twilio.serverless.v1.services.list()),
      await thrown(there.upload(`ZS${'0'.repeat(32)}`, `ZH${'0'.repeat(32)}`, file('x'))),
    ];
    for (const error of await ask()) expect(error).toMatchObject({ status: 0 });
    statusBetween = 502;
    for (const error of await ask()) expect(error.message).toBe('Twilio answered 502');
    await new Promise((done) => between.close(done));
  });

  it('name a malformed variable, not what it holds', () => {
    const variables = { ACCOUNT_SID, AUTH_TOKEN, CUSTOMER_CONTEXT_LOOPBACK: 'http://canary.example:1' };
    expect(() => connectClouds(variables)).toThrow(/^CUSTOMER_CONTEXT_LOOPBACK is malformed: expected http:\/\/127/);
    expect(() => connectClouds({ ACCOUNT_SID, AUTH_TOKEN: 'canary' })).toThrow(/^AUTH_TOKEN is malformed/);
  });
});
