import type { AddressInfo } from 'node:net';
import express, { Router } from 'express';
import { createServerlessDouble, type ServerlessDouble, type ServerlessDoubleOptions } from '../double';

export const ACCOUNT_SID = 'AC0123456789abcdef0123456789abcdef';
export const AUTH_TOKEN = '0123456789abcdef0123456789abcdef';

export interface JsonAnswer {
  status: number;
  body: ReturnType<typeof JSON.parse>;
}

export interface ServedDouble extends ServerlessDouble {
  /** `http://127.0.0.1:<port>` */
  origin: string;
  /** Where a request for the outside world goes instead. */
  redirect(url: string | URL): string;
  /** A request with the account's credentials; the body goes out as a form. */
  call(method: string, url: string, form?: Record<string, string | string[]>): Promise<JsonAnswer>;
  /** A multipart form to the upload host, with the account's credentials. */
  upload(path: string, form: FormData): Promise<JsonAnswer>;
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
  const double = createServerlessDouble({
    accountSid: ACCOUNT_SID,
    authToken: AUTH_TOKEN,
    ...options,
    timings: { build: 0, propagation: 0, ...options.timings },
  });
  const server = express().use('/_out', double.router, beside).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const redirect = (url: string | URL) => {
    const { host, pathname, search } = new URL(url);
    return `${origin}/_out/${host}${pathname}${search}`;
  };
  const authorization = `Basic ${Buffer.from(`${ACCOUNT_SID}:${AUTH_TOKEN}`).toString('base64')}`;
  return {
    ...double,
    origin,
    redirect,
    async call(method, url, form) {
      const body = new URLSearchParams();
      for (const [name, values] of Object.entries(form ?? {})) {
        for (const value of [values].flat()) body.append(name, value);
      }
      const response = await fetch(redirect(url.startsWith('/') ? `https://serverless.twilio.com${url}` : url), {
        method,
        headers: { Authorization: authorization },
        ...(form === undefined ? {} : { body }),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
    },
    async upload(path, form) {
      const response = await fetch(redirect(`https://serverless-upload.twilio.com${path}`), {
        method: 'POST',
        headers: { Authorization: authorization },
        body: form,
      });
      return { status: response.status, body: await response.json() };
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
