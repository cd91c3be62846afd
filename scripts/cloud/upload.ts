import { isObject } from '../../display/json';
import { loopback } from '../../service/http/loopback';
import { basic } from '../../service/twilio/credentials';
import type { Account } from './account';
import { CloudError } from './trouble';

/** A new version of an asset. */
export interface AssetFile {
  /** Absolute, such as `/plugins/<name>/<version>/bundle.js`. */
  path: string;
  visibility: 'public' | 'protected' | 'private';
  contentType: string;
  content: Uint8Array;
}

const UPLOAD = 'https://serverless-upload.twilio.com';
const TIMEOUT_MS = 120_000;

/**
 * Uploads a file as a new version of an asset, which the `twilio` package can't.
 *
 * @returns SID of the version, ZN….
 * @throws CloudError when Twilio refuses it or does not answer.
 */
export async function uploadAsset(
  { accountSid, authToken, loopbackOrigin }: Account,
  serviceSid: string,
  assetSid: string,
  { path, visibility, contentType, content }: AssetFile,
): Promise<string> {
  const form = new FormData();
  form.set('Path', path);
  form.set('Visibility', visibility);
  form.set('Content', new Blob([new Uint8Array(content)], { type: contentType }), path.split('/').at(-1));
  const url = new URL(`${UPLOAD}/v1/Services/${serviceSid}/Assets/${assetSid}/Versions`);
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(loopback(loopbackOrigin)(url), {
      method: 'POST',
      headers: { Authorization: basic(accountSid, authToken) },
      body: form,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    body = await response.json();
  } catch (cause) {
    throw new CloudError(0, undefined, { cause });
  }
  const { sid, message } = isObject(body) ? body : {};
  if (response.status === 201 && typeof sid === 'string') return sid;
  throw new CloudError(response.status, typeof message === 'string' ? message : undefined);
}
