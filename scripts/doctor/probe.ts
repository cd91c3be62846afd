import { isObject } from '../../display/json';
import { loopback } from '../../service/http/loopback';
import { readBody } from '../../service/http/read-body';

export interface ProbeRequest {
  headers?: Readonly<Record<string, string>>;
  /** Sent as a POST; only to what `MAY_POST` allows. */
  body?: string;
  /** Default 1 MB. */
  maxBytes?: number;
}

export interface ProbeAnswer {
  status: number;
  headers: Headers;
  text: string;
  /** Undefined when it was no JSON object. */
  json: Record<string, unknown> | undefined;
}

/** A host gave no answer in time, or none that can be taken. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  constructor(
    readonly host: string,
    options?: ErrorOptions,
  ) {
    super(`${host} did not answer`, options);
  }
}

/** Not the host itself answered: a proxy, or the page of a network that asks to sign in. */
export class InBetween extends Error {
  override readonly name = 'InBetween';
  constructor(readonly host: string) {
    super(`something in between answered instead of ${host}`);
  }
}

export type Probe = (url: string, request?: ProbeRequest) => Promise<ProbeAnswer>;

/**
 * The only addresses that doctor POSTs to. None of these requests changes anything: a nonsense token is judged, an empty
 * batch holds no event, and functions refuse a form without parameters before they do any work.
 */
const MAY_POST: readonly RegExp[] = [
  /^https:\/\/iam\.(?:[a-z0-9-]+\.)?twilio\.com\/v1\/Accounts\/AC\w{32}\/Tokens\/validate$/,
  /^https:\/\/(?:api\.segment\.io|events\.eu1\.segmentapis\.com)\/v1\/batch$/,
  /^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)*\.twil\.io\/[\w/-]+$/i,
];
const DEFAULT_MAX_BYTES = 1_000_000;

/** Asks with a time limit, follows no redirect. @throws NoAnswer */
export function createProbe(loopbackOrigin: string | undefined, timeoutMs: number): Probe {
  const route = loopback(loopbackOrigin);
  return async (url, { headers = {}, body, maxBytes = DEFAULT_MAX_BYTES } = {}) => {
    if (body !== undefined && !MAY_POST.some((pattern) => pattern.test(url))) {
      throw new Error('doctor does not POST there.');
    }
    const target = new URL(url);
    try {
      const response = await fetch(route(target), {
        method: body === undefined ? 'GET' : 'POST',
        headers,
        ...(body === undefined ? {} : { body }),
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      const text = await readBody(response.body, maxBytes);
      return { status: response.status, headers: response.headers, text, json: objectIn(text) };
    } catch (cause) {
      throw new NoAnswer(target.host, { cause });
    }
  };
}

/**
 * Asks an API, which neither redirects, nor answers with a page, nor says yes with anything but JSON. @throws NoAnswer;
 * InBetween
 */
export function createApiProbe(probe: Probe): Probe {
  return async (url, request) => {
    const answer = await probe(url, request);
    const { status, headers, json } = answer;
    const isPage = headers.get('content-type')?.startsWith('text/html') === true;
    const isOther = status < 300 ? json === undefined : status < 400 || status === 407 || (status < 500 && isPage);
    if (isOther) throw new InBetween(new URL(url).host);
    return answer;
  };
}

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
