import type { AddressInfo } from 'node:net';
import express, { Router } from 'express';
import { twilioCaller, type TwilioCaller } from '../../testing/twilio-caller';
import { createServerlessDouble, type ServerlessDouble, type ServerlessDoubleOptions } from '../double';

export type { JsonAnswer } from '../../testing/twilio-caller';

export const ACCOUNT_SID = 'AC0123456789abcdef0123456789abcdef';
export const AUTH_TOKEN = '0123456789abcdef0123456789abcdef';

export interface ServedDouble extends ServerlessDouble, TwilioCaller {
  /** `http://127.0.0.1:<port>` */
  origin: string;
  close(): Promise<void>;
}

/**
 * The double on a loopback port, at once unless told otherwise.
 *
 * @param beside answers for hosts that are not the double's, at `/<host>/<path>`.
 */
export async function serveDouble(
  options: Partial<ServerlessDoubleOptions> = {},
  beside: Router = Router(),
): Promise<ServedDouble> {
  const account = { accountSid: ACCOUNT_SID, authToken: AUTH_TOKEN };
  const double = createServerlessDouble({
    ...account,
    ...options,
    timings: { build: 0, propagation: 0, ...options.timings },
  });
  const server = express().use('/_out', double.router, beside).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...double,
    ...twilioCaller(origin, account),
    origin,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
