import type { Twilio } from 'twilio';
import { loopback } from '../../service/http/loopback';
import { signGet } from '../../service/twilio/signature';
import type { Variables } from '../build/environment';
import { readAccount, type Account } from './account';
import type { Sleep } from './patience';
import { CloudError } from './trouble';
import { twilioClient } from './twilio';
import { uploadFile, type UploadedFile } from './upload';

/** How commands reach Twilio, or the doubles that stand in for it. */
export interface Clouds {
  account: Account;
  twilio: Twilio;
  /** @param sid of the function or asset, ZH…. @returns SID of the new version, ZN…. @throws CloudError */
  upload(serviceSid: string, sid: string, file: UploadedFile): Promise<string>;
  /**
   * What a deployed domain serves, asked with the account's signature, as protected assets want it.
   * @returns undefined when it serves nothing there. @throws CloudError
   */
  download(url: string): Promise<Buffer | undefined>;
}

const DOWNLOAD_TIMEOUT_MS = 60_000;

export interface ConnectOptions {
  /** For one answer of Twilio’s API, in ms; default: long enough for changes. */
  timeoutMs?: number;
  /** How to wait before a request is sent again. Default: by the clock. */
  sleep?: Sleep;
}

/**
 * @throws ServiceError `not_configured` naming the variable of the account that is missing or malformed.
 */
export function connectClouds(variables: Variables, { timeoutMs, sleep }: ConnectOptions = {}): Clouds {
  const account = readAccount(variables);
  return {
    account,
    twilio: twilioClient(account, { timeout: timeoutMs, sleep }),
    upload: (serviceSid, sid, file) => uploadFile(account, serviceSid, sid, file, sleep),
    download: (url) => download(account, url),
  };
}

async function download({ authToken, loopbackOrigin }: Account, url: string): Promise<Buffer | undefined> {
  try {
    const response = await fetch(loopback(loopbackOrigin)(new URL(url)), {
      headers: { 'X-Twilio-Signature': signGet(url, authToken) },
      redirect: 'error',
      signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS),
    });
    const content = Buffer.from(await response.arrayBuffer());
    if (response.status === 200) return content;
    if (response.status === 404) return undefined;
    throw new CloudError(response.status, undefined);
  } catch (error) {
    throw error instanceof CloudError ? error : new CloudError(0, undefined, { cause: error });
  }
}
