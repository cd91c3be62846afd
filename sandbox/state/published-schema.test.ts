import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signGet } from '../../service/twilio/signature';
import { ACCOUNT_SID, AUTH_TOKEN, SERVICE_SID } from '../account';
import { basic, startTestSandbox, type TestSandbox } from '../testing/sandbox';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset({ empty: true }));

async function environments() {
  const response = await fetch(`${sandbox.url}/_out/serverless.twilio.com/v1/Services/${SERVICE_SID}/Environments`, {
    headers: { Authorization: basic(ACCOUNT_SID, AUTH_TOKEN) },
  });
  return ((await response.json()) as { environments: { unique_name: string; domain_name: string }[] }).environments;
}

async function asset(path: string, authToken = AUTH_TOKEN) {
  const domain = sandbox.state.schema.domain ?? '';
  const response = await fetch(`${sandbox.url}/_out/${domain}${path}`, {
    headers: { 'X-Twilio-Signature': signGet(`https://${domain}${path}`, authToken) },
  });
  return { status: response.status, text: await response.text() };
}

describe('the published display schema', () => {
  it('has no environment until something is published', async () => {
    expect((await environments()).map((one) => one.unique_name)).toEqual(['dev-environment']);
  });

  it('is served byte for byte, as a protected asset', async () => {
    const bytes = '{ "version": 1 , "context": {} }\n';
    expect(sandbox.control.publish(bytes)).toBe(1);
    expect(await asset('/r/1.json')).toEqual({ status: 200, text: bytes });
    expect((await asset('/r/1.json', 'x'.repeat(32))).status).toBe(403);
    const found = (await environments()).find((one) => one.unique_name === 'display-schema');
    expect(found?.domain_name).toBe(sandbox.state.schema.domain);
  });

  it('keeps earlier revisions, and names the live one', async () => {
    sandbox.control.publish('{"version": 1}');
    sandbox.control.publish({ document: 'not JSON', comment: 'oops', publishedBy: { name: 'Ana' } });
    const index = JSON.parse((await asset('/index.json')).text);
    expect(index).toMatchObject({ format: 1, live: 2, revisions: [{ revision: 2, comment: 'oops' }, { revision: 1 }] });
    expect((await asset('/r/1.json')).text).toBe('{"version": 1}');
    expect((await asset('/r/2.json')).text).toBe('not JSON');
  });

  it('keeps fifty of them', async () => {
    for (let revision = 1; revision <= 52; revision += 1) sandbox.control.publish(`{"revision": ${revision}}`);
    expect((await asset('/r/2.json')).status).toBe(404);
    expect((await asset('/r/3.json')).status).toBe(200);
    expect(JSON.parse((await asset('/index.json')).text).revisions).toHaveLength(50);
  });

  it('can be made unreadable, and be published again', async () => {
    sandbox.control.publish('{}');
    sandbox.control.makeSchemaUnreadable();
    expect((await asset('/index.json')).text).toBe('{"format": 1, "live"');
    expect(sandbox.state.schema.current()).toBeUndefined();
    expect(sandbox.control.publish('{"again": true}')).toBe(2);
    expect(sandbox.state.schema.current()?.document).toBe('{"again": true}');
  });
});
