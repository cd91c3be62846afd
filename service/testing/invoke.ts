import type { Handler } from '../edge/handler';

/** Twilio's response object, as far as functions use it. */
class FakeResponse {
  status = 200;
  headers: Record<string, string> = {};
  body: unknown = undefined;
  setStatusCode(status: number) {
    this.status = status;
  }
  setHeaders(headers: Record<string, string>) {
    this.headers = headers;
  }
  setBody(body: unknown) {
    this.body = body;
  }
}

export interface Invoked {
  status: number;
  headers: Record<string, string>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of every shape
  body: any;
}

/** Calls a function as Twilio's runtime does, and waits for its callback. */
export function invoke(
  handler: Handler,
  context: Record<string, unknown>,
  parameters: Record<string, unknown> = {},
  origin: string | null = 'https://flex.twilio.com',
): Promise<Invoked> {
  (globalThis as Record<string, unknown>)['Twilio'] = { Response: FakeResponse };
  const headers = origin === null ? {} : { origin };
  return new Promise((done) => {
    handler(context, { request: { headers, cookies: {} }, ...parameters }, (_error, response) =>
      done(response as FakeResponse),
    );
  });
}
