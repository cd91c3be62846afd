import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serveDouble, type ServedDouble } from './testing/serve';

let double: ServedDouble;
beforeEach(async () => {
  double = await serveDouble();
});
afterEach(() => double.close());

const create = (name: string) => double.call('POST', '/v1/Services', { UniqueName: name, FriendlyName: name });

describe('ordered faults', () => {
  it('refuse as often as asked, in Twilio’s form, and do nothing', async () => {
    double.control.fail('CreateService', { kind: 'refuse', status: 503 }, 2);
    for (let count = 0; count < 2; count += 1) {
      expect((await create('a')).body).toMatchObject({ status: 503, code: 20503 });
    }
    expect(double.store.services.size).toBe(0);
    expect((await create('a')).status).toBe(201);
  });

  it('ask to come back later', async () => {
    double.control.fail('ListService', { kind: 'refuse', status: 429, retryAfterSeconds: 3 });
    const response = await fetch(double.redirect('https://serverless.twilio.com/v1/Services'));
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '3']);
  });

  it('drop the connection before the work, or lose the answer after it', async () => {
    double.control.fail('CreateService', { kind: 'drop' });
    await expect(create('a')).rejects.toThrow();
    expect(double.store.services.size).toBe(0);
    double.control.fail('CreateService', { kind: 'lose' });
    await expect(create('a')).rejects.toThrow();
    expect(double.store.services.size).toBe(1);
  });

  it('are slow without failing', async () => {
    double.control.fail('CreateService', { kind: 'slow', milliseconds: 1 });
    expect((await create('a')).status).toBe(201);
  });

  it('touch their own step only and end when cleared', async () => {
    double.control.fail('FetchBuild', { kind: 'refuse', status: 500 });
    expect((await create('a')).status).toBe(201);
    expect(double.control.pending().faults).toHaveLength(1);
    double.control.clear();
    expect(double.control.pending()).toEqual({ faults: [], builds: [] });
  });
});

it('lets something happen just before a step', async () => {
  double.control.before('CreateService', async () => {
    double.store.createService({ uniqueName: 'a', friendlyName: 'a colleague, one second earlier' });
  });
  expect((await create('a')).status).toBe(409);
});

it('remembers what was asked of it', async () => {
  await create('a');
  await double.call('GET', '/v1/Services/b');
  expect(double.control.requests).toEqual([
    { step: 'CreateService', method: 'POST', address: 'serverless.twilio.com/v1/Services', status: 201 },
    { step: 'FetchService', method: 'GET', address: 'serverless.twilio.com/v1/Services/b', status: 404 },
  ]);
});
