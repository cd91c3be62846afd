/** One call of the Run Function widget: signed as Twilio signs, held to Studio's limits. */
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { isObject, type JsonObject } from '../../display/json';

/** Studio waits this long for a function, and takes this much of an answer. */
export const STUDIO_LIMITS = { ms: 10_000, bytes: 64 * 1024 } as const;

export interface FunctionCall {
  /** The function's full address on this machine, such as `http://127.0.0.1:3000/_functions/identifyUser`. */
  url: string;
  /** Already rendered: Studio sends text only. */
  parameters: Record<string, string>;
  authToken: string;
  /** Default: Studio's own. */
  limits?: { ms: number; bytes: number };
  /** Sends no signature, to see the function refuse. */
  unsigned?: boolean;
}

export interface FunctionResult {
  transition: 'success' | 'fail';
  /** Why this transition was taken, as a sentence. */
  reason: string;
  ms: number;
  /** Missing when no answer came. */
  response?: { status: number; contentType: string; bytes: number; body: string };
  /** What becomes `parsed`: only a JSON object does. */
  parsed?: JsonObject;
}

export async function runFunction(call: FunctionCall): Promise<FunctionResult> {
  const limits = call.limits ?? STUDIO_LIMITS;
  const started = performance.now();
  const elapsed = () => Math.round(performance.now() - started);
  try {
    const { status, contentType, body, complete } = await send(call, limits);
    const bytes = body.length;
    const response = { status, contentType, bytes, body: body.toString('utf8') };
    const fail = (reason: string): FunctionResult => ({ transition: 'fail', reason, ms: elapsed(), response });
    if (!complete)
      return fail(`The answer is larger than ${String(limits.bytes / 1024)} kB, which is all that Studio takes.`);
    if (status < 200 || status > 299) return fail(`The function answered ${String(status)}; Studio needs 2xx.`);
    const parsed = parse(response.body);
    const reason =
      parsed === undefined
        ? `The function answered ${String(status)}, but not with a JSON object: nothing is parsed.`
        : `The function answered ${String(status)} with a JSON object.`;
    return { transition: 'success', reason, ms: elapsed(), response, ...(parsed === undefined ? {} : { parsed }) };
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    const reason = timedOut
      ? `No answer within ${String(limits.ms / 1000)} s, which is as long as Studio waits.`
      : 'The connection broke before the answer was complete.';
    return { transition: 'fail', reason, ms: elapsed() };
  }
}

interface Answer {
  status: number;
  contentType: string;
  body: Buffer;
  /** False when it was cut off at the limit. */
  complete: boolean;
}

function send(call: FunctionCall, limits: { ms: number; bytes: number }): Promise<Answer> {
  const body = new URLSearchParams(call.parameters).toString();
  const signature = getExpectedTwilioSignature(call.authToken, call.url, call.parameters);
  const headers = {
    'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
    ...(call.unsigned === true ? {} : { 'X-Twilio-Signature': signature }),
  };
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(limits.ms);
    const broken = () => reject(signal.aborted ? timeout() : new Error('The connection broke.'));
    const outgoing = httpRequest(call.url, { method: 'POST', headers, agent: false, signal }, (incoming) => {
      read(incoming, limits.bytes).then(resolve, broken);
    });
    outgoing.on('error', broken);
    outgoing.end(body);
  });
}

async function read(incoming: IncomingMessage, most: number): Promise<Answer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > most) break;
  }
  const body = Buffer.concat(chunks).subarray(0, most);
  const { statusCode = 0, headers } = incoming;
  return { status: statusCode, contentType: headers['content-type'] ?? '', body, complete: bytes <= most };
}

function timeout(): Error {
  return Object.assign(new Error('timeout'), { name: 'TimeoutError' });
}

function parse(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
