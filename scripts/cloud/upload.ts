import { isObject } from '../../display/json';
import { loopback } from '../../service/http/loopback';
import { basic } from '../../service/twilio/credentials';
import type { Account } from './account';
import { patiently, type Sleep } from './patience';
import { CloudError, sentenceIn } from './trouble';

/** A new version of a function or an asset. */
export interface UploadedFile {
  kind: 'function' | 'asset';
  /** Absolute, such as `/plugins/<name>/<version>/bundle.js`. */
  path: string;
  visibility: 'public' | 'protected' | 'private';
  contentType: string;
  content: Uint8Array;
}

const UPLOAD = 'https://serverless-upload.twilio.com';
const TIMEOUT_MS = 120_000;
const COLLECTIONS = { function: 'Functions', asset: 'Assets' } as const;

/**
 * Uploads a file as a new version of a function or an asset, which the `twilio` package can't.
 *
 * @param sid of the function or asset, ZH….
 * @returns SID of the version, ZN….
 * @throws CloudError when Twilio refuses it or does not answer.
 */
export async function uploadFile(
  account: Account,
  serviceSid: string,
  sid: string,
  file: UploadedFile,
  sleep?: Sleep,
): Promise<string> {
  const url = new URL(`${UPLOAD}/v1/Services/${serviceSid}/${COLLECTIONS[file.kind]}/${sid}/Versions`);
  const { status, body } = await patiently(() => post(account, url, file), sleep);
  const { sid: version, message } = isObject(body) ? body : {};
  if (status === 201 && typeof version === 'string') return version;
  throw new CloudError(status < 400 ? 0 : status, sentenceIn(message));
}

async function post(
  { accountSid, authToken, loopbackOrigin }: Account,
  url: URL,
  { path, visibility, contentType, content }: UploadedFile,
): Promise<{ status: number; retryAfter: string | undefined; body: unknown }> {
  const form = new FormData();
  form.set('Path', path);
  form.set('Visibility', visibility);
  form.set('Content', new Blob([new Uint8Array(content)], { type: contentType }), path.split('/').at(-1));
  try {
    const response = await fetch(loopback(loopbackOrigin)(url), {
      method: 'POST',
      headers: { Authorization: basic(accountSid, authToken) },
      body: form,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.text();
    return { status: response.status, retryAfter: response.headers.get('retry-after') ?? undefined, body: json(text) };
  } catch (cause) {
    throw new CloudError(0, undefined, { cause });
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
