import { afterEach, beforeEach, expect, it } from 'vitest';
import express from 'express';
import { Control } from './control';
import { serverlessControlRouter } from './control-router';
import { serveDouble, type ServedDouble } from './testing/serve';

let control: Control;
let served: ServedDouble;
beforeEach(async () => {
  control = new Control(false);
  served = await serveDouble({}, express.Router().use('/control.test', serverlessControlRouter(control)));
});
afterEach(() => served.close());

const send = (method: string, path: string, body?: object) =>
  fetch(served.redirect(`https://control.test${path}`), {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

it('takes orders, tells what is pending, and takes them back', async () => {
  const fault = { kind: 'refuse', status: 429, retryAfterSeconds: 3 } as const;
  expect((await send('POST', '/faults', { step: 'CreateBuild', fault, times: 2 })).status).toBe(204);
  expect((await send('POST', '/builds', { outcome: 'hangs' })).status).toBe(204);
  const state = await (await send('GET', '/')).json();
  expect(state).toMatchObject({
    pending: { faults: [{ step: 'CreateBuild', fault, times: 2 }], builds: [{ outcome: 'hangs', times: 1 }] },
    requests: [],
  });
  expect(control.nextFault('CreateBuild')).toEqual(fault);
  await send('DELETE', '/');
  expect(control.pending()).toEqual({ faults: [], builds: [] });
});

it.each([
  ['/faults', {}],
  ['/faults', { step: 'Nothing', fault: { kind: 'drop' } }],
  ['/faults', { step: 'CreateBuild', fault: { kind: 'refuse', status: 200 } }],
  ['/faults', { step: 'CreateBuild', fault: { kind: 'slow', milliseconds: 10_000_000 } }],
  ['/faults', { step: 'CreateBuild', fault: { kind: 'drop' }, times: 0 }],
  ['/builds', { outcome: 'explodes' }],
])('refuses an order it does not understand: %s %j', async (path, order) => {
  expect((await send('POST', path, order)).status).toBe(400);
  expect(control.pending()).toEqual({ faults: [], builds: [] });
});
