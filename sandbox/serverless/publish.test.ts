import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { twilioHandler } from '../../service/edge/handler';
import { historyRoute, publishRoute, publishStatusRoute } from '../../service/publish/routes';
import { displaySchemaRoute } from '../../service/routes/display-schema';
import { invoke, type Invoked } from '../../service/testing/invoke';
import type { Step } from './control';
import { deploy } from './deployments';
import type { Environment, Service } from './records';
import { ACCOUNT_SID, AUTH_TOKEN, serveDouble, type ServedDouble } from './testing/serve';

const ADMIN = `WK${'a'.repeat(32)}`;
const COLLEAGUE = `WK${'b'.repeat(32)}`;
const people: Record<string, { worker_sid: string; identity: string; roles: string[] }> = {
  ana: { worker_sid: ADMIN, identity: 'Ana', roles: ['admin'] },
  ben: { worker_sid: COLLEAGUE, identity: 'Ben', roles: ['admin'] },
  agent: { worker_sid: `WK${'c'.repeat(32)}`, identity: 'Cy', roles: ['agent', 'supervisor'] },
};

let double: ServedDouble;
let service: Service;
let offset: number;
let call: (route: 'publish' | 'publish-status' | 'history' | 'display-schema', parameters: object) => Promise<Invoked>;

beforeEach(async () => {
  offset = 0;
  // Time passes only when a test says so.
  const started = Date.now();
  const now = () => started + offset;
  const iam = express.Router().post('/iam.twilio.com/*', express.json(), (request, response) => {
    const { token } = request.body as { token: string };
    response.json({ valid: true, expiration: '2099-01-01T00:00:00Z', account_sid: ACCOUNT_SID, ...people[token] });
  });
  double = await serveDouble({ clock: now, timings: { build: 5_000, propagation: 500 }, strict: true }, iam);
  service = double.store.createService({ uniqueName: 'customer-context', friendlyName: 'Customer context' });
  const context = { ACCOUNT_SID, AUTH_TOKEN, SERVICE_SID: service.sid, CUSTOMER_CONTEXT_LOOPBACK: double.origin };
  const quiet = { now, write: () => undefined };
  const handlers = {
    publish: twilioHandler(publishRoute(now), quiet),
    'publish-status': twilioHandler(publishStatusRoute(now), quiet),
    history: twilioHandler(historyRoute(now), quiet),
    'display-schema': twilioHandler(displaySchemaRoute(now), quiet),
  };
  call = (route, parameters) => invoke(handlers[route], context, { Token: 'ana', ...parameters });
});
afterEach(() => double.close());

const documentOf = (label: string) => ({
  version: 1,
  context: { sections: [{ fields: [{ key: 'intent', label }] }] },
  traits: { sections: [] },
});
const start = (label: string, baseRevision: number, parameters = {}) =>
  call('publish', {
    document: JSON.stringify(documentOf(label)),
    baseRevision: String(baseRevision),
    comment: `Say ${label}`,
    ...parameters,
  });
const status = (ticket: unknown, parameters = {}) => call('publish-status', { ticket, ...parameters });

/** Publishes from start to served. */
async function publish(label: string, baseRevision: number, parameters = {}) {
  const { body } = await start(label, baseRevision, parameters);
  offset += 5_000;
  await status(body.ticket, parameters);
  offset += 500;
  return status(body.ticket, parameters);
}

/** What agents get, by a function that remembers nothing. */
async function live() {
  const found = [...service.environments.values()].find(({ uniqueName }) => uniqueName === 'display-schema');
  if (found === undefined || found.buildSid === null) return null;
  offset += 31_000;
  const { body } = await call('display-schema', { Token: 'agent' });
  return { revision: body.revision, label: body.document.context.sections[0].fields[0].label };
}

const environment = (): Environment => [...service.environments.values()][0]!;

describe('publishing', () => {
  it('goes from nothing to live, in an environment of its own', async () => {
    const begun = await start('Reason', 0);
    expect(begun.body).toMatchObject({ status: 'building', revision: 1, report: { errors: 0 } });
    expect((await status(begun.body.ticket)).body).toEqual({ status: 'building', revision: 1, seconds: 0 });
    expect(await live()).toBeNull();
    offset += 5_000;
    const { ticket } = begun.body;
    expect((await status(ticket)).body).toEqual({ status: 'deployed', revision: 1, overwrote: false });
    offset += 500;
    expect((await status(ticket)).body).toEqual({ status: 'live', revision: 1, overwrote: false });
    expect(await live()).toEqual({ revision: 1, label: 'Reason' });
    expect(environment().uniqueName).toBe('display-schema');
  });

  it('keeps older revisions readable, by who, when and why', async () => {
    await publish('one', 0);
    await publish('two', 1, { Token: 'ben' });
    const { body } = await call('history', {});
    expect(body).toMatchObject({
      status: 'published',
      live: 2,
      next: null,
      revisions: [
        { revision: 2, comment: 'Say two', publishedBy: { name: 'Ben', workerSid: COLLEAGUE } },
        { revision: 1, comment: 'Say one', publishedBy: { name: 'Ana', workerSid: ADMIN } },
      ],
    });
    const first = await call('history', { revision: '1' });
    expect(first.body).toMatchObject({
      status: 'revision',
      live: 2,
      entry: { revision: 1 },
      document: documentOf('one'),
    });
  });

  it('refuses what is built on a revision of the same number that somebody replaced', async () => {
    const lost = await start('lost', 0);
    const won = await start('won', 0, { Token: 'ben' });
    expect(lost.body.revision).toBe(won.body.revision);
    expect(lost.body.id).not.toBe(won.body.id);
    offset += 5_000;
    await status(won.body.ticket, { Token: 'ben' });
    offset += 500;
    const refused = await start('next', 1, { baseId: lost.body.id });
    expect(refused.body.error.code).toBe('conflict');
    expect((await start('next', 1, { baseId: won.body.id })).body.status).toBe('building');
    expect((await start('next', 1, { baseId: 'x' })).body.error.code).toBe('bad_request');
  });

  it('names an admin with a long identity by the beginning of it', async () => {
    people['long'] = { worker_sid: ADMIN, identity: 'a'.repeat(300), roles: ['admin'] };
    await publish('one', 0, { Token: 'long' });
    expect((await call('history', {})).body.revisions[0].publishedBy.name).toBe('a'.repeat(100));
  });

  it('brings an old document back as a new revision', async () => {
    await publish('one', 0);
    await publish('two', 1);
    await publish('', 2, { restore: '1', document: undefined, comment: 'two was wrong' });
    expect(await live()).toEqual({ revision: 3, label: 'one' });
    const { body } = await call('history', {});
    expect(body.revisions[0]).toMatchObject({ revision: 3, restored: 1, comment: 'two was wrong' });
  });

  it('keeps 50 revisions and does not fill the service with assets', async () => {
    for (let revision = 0; revision < 53; revision += 1) await publish(`label ${revision + 1}`, revision);
    const pages: number[][] = [];
    let before: string | undefined;
    do {
      const { body } = await call('history', { before });
      const entries = body.revisions as { revision: number }[];
      pages.push(entries.map((entry) => entry.revision));
      before = body.next === null ? undefined : String(body.next);
    } while (before !== undefined);
    expect(pages.map((page) => page.length)).toEqual([10, 10, 10, 10, 10]);
    expect(pages.flat()).toEqual(Array.from({ length: 50 }, (_, index) => 53 - index));
    expect((await call('history', { revision: '4' })).body.document).toEqual(documentOf('label 4'));
    expect((await call('history', { revision: '3' })).body.error.code).toBe('not_found');
    expect(service.files.size).toBe(51);
    expect(service.builds.get(environment().buildSid!)!.versions).toHaveLength(51);
  }, 60_000);

  it('tells that nothing was ever published', async () => {
    expect((await call('history', {})).body).toEqual({ status: 'none' });
  });

  it('waits for the last publication to arrive before it builds on it', async () => {
    await publish('one', 0);
    const { body } = await start('two', 1);
    offset += 5_000;
    await status(body.ticket);
    const early = await start('three', 2);
    expect(early.body.error).toMatchObject({ code: 'schema_unavailable', retryAfter: 3 });
    offset += 500;
    expect((await start('three', 2)).body.status).toBe('building');
  });
});

describe('who is no admin', () => {
  it.each(['publish', 'publish-status', 'history'] as const)('can do nothing with %s', async (route) => {
    const ticket = (await start('one', 0)).body.ticket as string;
    const before = double.control.requests.length;
    const parameters = { Token: 'agent', ticket, document: '{"version":1}', baseRevision: '0', comment: 'x' };
    const answer = await call(route, parameters);
    expect([answer.status, answer.body.error.code]).toEqual([403, 'not_an_admin']);
    expect((await call(route, { ...parameters, Token: '' })).body.error.code).toBe('token_missing');
    expect(double.control.requests).toHaveLength(before);
  });
});

describe('what is refused before anything is uploaded', () => {
  it.each([
    ['no comment', { comment: '  ' }, 'bad_request', 'comment'],
    ['a long comment', { comment: 'x'.repeat(501) }, 'bad_request', '500'],
    ['no base', { baseRevision: undefined }, 'bad_request', 'baseRevision'],
    ['a strange base', { baseRevision: '-1' }, 'bad_request', 'baseRevision'],
    ['no document', { document: undefined }, 'bad_request', 'document'],
    ['a document that is no JSON', { document: '{"version":' }, 'document_invalid', 'JSON'],
    [
      'a document with a key twice',
      { document: '{"version":1,\n"version":1}' },
      'document_invalid',
      'line 2, column 1',
    ],
    [
      'a number that is too large',
      { document: '{"version":1,"x":1e400}' },
      'document_invalid',
      'number that is too large',
    ],
    ['document and restore', { restore: '1' }, 'bad_request', 'not both'],
    ['a list as document', { document: ['{}'] }, 'bad_request', 'document'],
  ])('%s', async (_what, parameters, code, words) => {
    const { body } = await start('one', 0, parameters);
    expect(body.error).toMatchObject({ code, message: expect.stringContaining(words) });
    expect(double.control.requests).toEqual([]);
  });

  it('a document with errors, with the report', async () => {
    const { status: code, body } = await start('one', 0, { document: '{"version":1,"context":{"sections":7}}' });
    expect([code, body.status]).toEqual([200, 'invalid']);
    expect(body.report.problems[0].sentence).toContain('Context');
    expect(double.control.requests).toEqual([]);
  });

  it('a document whose revision an operator has replaced by an older one, which was not published in the meantime', async () => {
    await publish('one', 0);
    const former = environment().buildSid!;
    await publish('two', 1);
    deploy(double.store, service, environment(), former);
    offset += 500;
    const { body } = await start('three', 2);
    expect(body.error).toEqual(
      expect.objectContaining({
        code: 'conflict',
        message: expect.stringMatching(/^Revision 1 is live again\. Your draft/),
      }),
    );
  });

  it('a document that started from an older revision, naming the newer one', async () => {
    await publish('one', 0);
    await publish('two', 1, { Token: 'ben' });
    const { body } = await start('three', 1);
    expect(body.error).toMatchObject({ code: 'conflict', message: expect.stringContaining('Revision 2') });
    expect(await live()).toEqual({ revision: 2, label: 'two' });
  });

  it('a revision to restore that is not kept', async () => {
    await publish('one', 0);
    const { body } = await start('', 1, { document: undefined, restore: '7' });
    expect(body.error).toMatchObject({ code: 'not_found', message: 'Revision 7 is not kept any more.' });
  });
});

describe('a failure leaves what is live untouched and says what to do', () => {
  beforeEach(async () => {
    await publish('one', 0);
  });
  afterEach(async () => {
    double.control.clear();
    expect(await live()).toEqual({ revision: 1, label: 'one' });
  });

  it.each<[Step, object, string]>([
    ['ListEnvironment', { kind: 'refuse', status: 503 }, 'twilio_unavailable'],
    ['FetchBuild', { kind: 'refuse', status: 500 }, 'twilio_unavailable'],
    ['CreateAsset', { kind: 'refuse', status: 400 }, 'twilio_unavailable'],
    ['CreateAssetVersion', { kind: 'refuse', status: 413 }, 'twilio_unavailable'],
    ['CreateAssetVersion', { kind: 'refuse', status: 503 }, 'twilio_unavailable'],
    ['CreateAssetVersion', { kind: 'refuse', status: 429, retryAfterSeconds: 20 }, 'rate_limited'],
    ['CreateAssetVersion', { kind: 'drop' }, 'twilio_unavailable'],
    ['CreateBuild', { kind: 'refuse', status: 400 }, 'twilio_unavailable'],
    ['CreateBuild', { kind: 'lose' }, 'twilio_unavailable'],
  ])('when %s meets %j', async (step, fault, code) => {
    double.control.fail(step, fault as never, 10);
    const { body } = await start('two', 1);
    expect(body.error.code).toBe(code);
    expect(body.error.message).toMatch(/Nothing has changed for agents and your draft is kept: try again/);
    double.control.clear();
    expect((await start('two', 1)).body.status).toBe('building');
  });

  it('when the index can’t be read', async () => {
    double.control.fail('ServeAsset', { kind: 'refuse', status: 500 }, 10);
    expect((await start('two', 1)).body.error.code).toBe('schema_unavailable');
  });

  it.each([
    [
      'failed',
      'Twilio could not build revision 2. Nothing has changed for agents and your draft is kept: publish again.',
    ],
    ['gone', 'Twilio has lost the build. Nothing has changed for agents and your draft is kept: publish again.'],
  ] as const)('when the build is %s', async (outcome, message) => {
    double.control.endBuilds(outcome);
    const { body } = await start('two', 1);
    offset += 5_000;
    expect((await status(body.ticket)).body.error).toMatchObject({ code: 'build_failed', message });
  });

  it('when the build never ends', async () => {
    double.control.endBuilds('hangs');
    const { body } = await start('two', 1);
    offset += 29 * 60_000;
    expect((await status(body.ticket)).body).toEqual({ status: 'building', revision: 2, seconds: 29 * 60 });
    offset += 2 * 60_000;
    const late = await status(body.ticket);
    expect(late.body.error).toMatchObject({
      code: 'ticket_invalid',
      message: expect.stringContaining('publish again'),
    });
  });

  it('when the browser is closed half way', async () => {
    await start('two', 1);
    offset += 600_000;
  });

  it.each<[Step, object]>([
    ['FetchBuildStatus', { kind: 'refuse', status: 500 }],
    ['ListDeployment', { kind: 'refuse', status: 500 }],
    ['CreateDeployment', { kind: 'refuse', status: 500 }],
    ['CreateDeployment', { kind: 'refuse', status: 429, retryAfterSeconds: 4 }],
    ['CreateDeployment', { kind: 'drop' }],
  ])('when %s meets %j while finishing', async (step, fault) => {
    const { body } = await start('two', 1);
    offset += 5_000;
    double.control.fail(step, fault as never, 10);
    expect((await status(body.ticket)).body.error.message).toContain('Nothing has changed for agents');
  });

  it('when nobody has looked yet whether it went live, without claiming that nothing has changed', async () => {
    const { body } = await start('two', 1);
    double.control.fail('FetchEnvironment', { kind: 'drop' }, 10);
    const { error } = (await status(body.ticket)).body;
    expect(error.message).toBe(
      'Twilio refused or did not answer while looking at what is published. ' +
        'It is not certain how far this publication is. Your draft is kept: check again.',
    );
  });

  it('when the ticket is somebody else’s, or made up', async () => {
    const { body } = await start('two', 1);
    offset += 5_000;
    expect((await status(body.ticket, { Token: 'ben' })).body.error.code).toBe('ticket_invalid');
    expect((await status(`${body.ticket}x`)).body.error.code).toBe('ticket_invalid');
    expect((await status(undefined)).body.error.code).toBe('bad_request');
  });
});

describe('a publication that was interrupted', () => {
  it('is picked up with its ticket', async () => {
    await publish('one', 0);
    const { body } = await start('two', 1);
    offset += 20 * 60_000;
    expect((await status(body.ticket)).body.status).toBe('deployed');
    expect(await live()).toEqual({ revision: 2, label: 'two' });
  });

  it.each(['CreateDeployment', 'ListDeployment'] as const)(
    'is finished once although %s was not answered',
    async (step) => {
      await publish('one', 0);
      const { body } = await start('two', 1);
      offset += 5_000;
      if (step === 'CreateDeployment') double.control.fail(step, { kind: 'lose' });
      else double.control.before('CreateDeployment', () => double.control.fail(step, { kind: 'lose' }, 20));
      await status(body.ticket);
      double.control.clear();
      offset += 500;
      expect((await status(body.ticket)).body).toEqual({ status: 'live', revision: 2, overwrote: false });
      expect(environment().deployments).toHaveLength(2);
    },
  );

  it.each<Step>(['FetchEnvironment', 'ListDeployment'])(
    'is not said to have changed nothing when %s fails after it was deployed',
    async (step) => {
      await publish('one', 0);
      const { body } = await start('two', 1);
      offset += 5_000;
      expect((await status(body.ticket)).body.status).toBe('deployed');
      double.control.fail(step, { kind: 'refuse', status: 429, retryAfterSeconds: 20 }, 10);
      const { error } = (await status(body.ticket)).body;
      expect(error).toMatchObject({
        code: 'rate_limited',
        message: expect.stringMatching(/not certain how far .* Your draft is kept: check again in 20 seconds\.$/),
      });
      expect(error.message).not.toContain('Nothing has changed');
      double.control.clear();
      expect(await live()).toEqual({ revision: 2, label: 'two' });
    },
  );

  it('says so when it can’t know whether it went live, and knows the next time', async () => {
    await publish('one', 0);
    const { body } = await start('two', 1);
    offset += 5_000;
    double.control.fail('CreateDeployment', { kind: 'lose' });
    double.control.before('CreateDeployment', () => double.control.fail('FetchEnvironment', { kind: 'drop' }, 20));
    const unknown = await status(body.ticket);
    expect(unknown.body.error).toMatchObject({
      code: 'twilio_unavailable',
      message: 'It is not certain yet whether revision 2 went live. Your draft is kept: check again.',
    });
    double.control.clear();
    expect((await status(body.ticket)).body).toMatchObject({ status: 'deployed', revision: 2 });
  });

  it('copes with an environment that was created without an answer', async () => {
    double.control.fail('CreateEnvironment', { kind: 'lose' });
    expect((await start('one', 0)).body).toMatchObject({ status: 'building', revision: 1 });
    expect(service.environments.size).toBe(1);
  });

  it('names a domain suffix that is taken', async () => {
    double.store.createEnvironment(service, { uniqueName: 'other', domainSuffix: 'display-schema' });
    const { body } = await start('one', 0);
    expect(body.error).toMatchObject({ code: 'not_configured', message: expect.stringContaining('display-schema') });
  });
});

describe('two admins at once', () => {
  beforeEach(async () => {
    await publish('one', 0);
  });

  it('the second to finish is told and overwrites nothing', async () => {
    const ana = await start('Ana’s', 1);
    const ben = await start('Ben’s', 1, { Token: 'ben' });
    offset += 5_000;
    expect((await status(ben.body.ticket, { Token: 'ben' })).body.status).toBe('deployed');
    const late = await status(ana.body.ticket);
    expect(late.body.error).toMatchObject({ code: 'conflict', message: expect.stringContaining('Your draft is kept') });
    expect(await live()).toEqual({ revision: 2, label: 'Ben’s' });
  });

  it('a colleague who deploys while the build is looked at is a conflict as well', async () => {
    const ana = await start('Ana’s', 1);
    const ben = await start('Ben’s', 1, { Token: 'ben' });
    offset += 5_000;
    double.control.before('FetchBuildStatus', async () => {
      expect((await status(ben.body.ticket, { Token: 'ben' })).body.status).toBe('deployed');
    });
    expect((await status(ana.body.ticket)).body.error.code).toBe('conflict');
    expect(await live()).toEqual({ revision: 2, label: 'Ben’s' });
  });

  it('a colleague who deploys between the last look and the deployment is noticed by both', async () => {
    const ana = await start('Ana’s', 1);
    const ben = await start('Ben’s', 1, { Token: 'ben' });
    offset += 5_000;
    double.control.before('CreateDeployment', async () => {
      expect((await status(ben.body.ticket, { Token: 'ben' })).body.status).toBe('deployed');
    });
    expect((await status(ana.body.ticket)).body).toEqual({ status: 'deployed', revision: 2, overwrote: true });
    expect((await status(ben.body.ticket, { Token: 'ben' })).body).toEqual({ status: 'overwritten', revision: 2 });
    expect(await live()).toEqual({ revision: 2, label: 'Ana’s' });
  });

  it('a deployment that was sent twice replaced nobody’s but its own', async () => {
    const ana = await start('Ana’s', 1);
    offset += 5_000;
    double.control.before('CreateDeployment', async () => {
      expect((await status(ana.body.ticket)).body).toMatchObject({ status: 'deployed', overwrote: false });
    });
    expect((await status(ana.body.ticket)).body).toMatchObject({ revision: 2, overwrote: false });
    expect(await live()).toEqual({ revision: 2, label: 'Ana’s' });
  });

  it('a revision that was taken back stays so, whatever is asked with its ticket', async () => {
    const former = environment().buildSid!;
    const { body } = await start('two', 1);
    offset += 5_000;
    expect((await status(body.ticket)).body.status).toBe('deployed');
    deploy(double.store, service, environment(), former);
    offset += 500;
    for (let asked = 0; asked < 2; asked += 1) {
      expect((await status(body.ticket)).body.error).toMatchObject({
        code: 'conflict',
        message: expect.stringMatching(/^Revision 2 was live and was taken back.*Your draft is kept/),
      });
      offset += 5_000;
    }
    expect(await live()).toEqual({ revision: 1, label: 'one' });
  });

  it('a revision that was taken back is told so also after the next publication', async () => {
    const former = environment().buildSid!;
    const { body } = await start('two', 1);
    offset += 5_000;
    await status(body.ticket);
    deploy(double.store, service, environment(), former);
    offset += 500;
    await publish('other', 1, { Token: 'ben' });
    expect((await status(body.ticket)).body.error.message).toContain('was taken back');
    expect(await live()).toEqual({ revision: 2, label: 'other' });
  });

  it('a revision that others built upon is told from one that was replaced', async () => {
    const ana = await start('two', 1);
    offset += 5_000;
    await status(ana.body.ticket);
    offset += 500;
    await publish('three', 2, { Token: 'ben' });
    expect((await status(ana.body.ticket)).body).toEqual({ status: 'superseded', revision: 2, by: 3 });
  });

  it('somebody who empties the environment is a conflict, not a base', async () => {
    const ana = await start('two', 1);
    offset += 5_000;
    deploy(double.store, service, environment(), undefined);
    expect((await status(ana.body.ticket)).body.error.code).toBe('conflict');
    service.environments.clear();
    expect((await status(ana.body.ticket)).body.error.code).toBe('conflict');
  });
});
