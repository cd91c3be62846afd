import { isObject } from '../../display/json';
import type { Call } from '../call';
import { ServiceError } from '../error';
import { HttpError, objectOf, type HttpClient, type HttpResponse } from '../http/client';
import { basic, type TwilioCredentials } from '../twilio/credentials';
import { twilioFault, twilioRefusal } from '../twilio/errors';
import { multipart } from './multipart';

export interface Environment {
  sid: string;
  /** Host name. */
  domain: string;
  /** What is deployed; null: nothing yet. */
  build: string | null;
}

/** An asset as a build holds it. */
export interface BuiltAsset {
  version: string;
  asset: string;
  path: string;
}

export type BuildState = 'building' | 'completed' | 'failed' | 'gone';

/**
 * What publishing needs of Twilio's Serverless API, within one service.
 *
 * Every method throws ServiceError `rate_limited`, `timeout`, `twilio_unavailable`, `not_configured`.
 */
export interface Serverless {
  /** Undefined when there is no environment of that name. */
  findEnvironment(uniqueName: string, call: Call): Promise<Environment | undefined>;
  /** Undefined when one of that name or domain suffix exists. */
  createEnvironment(uniqueName: string, domainSuffix: string, call: Call): Promise<Environment | undefined>;
  /** Undefined when it does not exist any more. */
  environment(sid: string, call: Call): Promise<Environment | undefined>;
  buildState(sid: string, call: Call): Promise<BuildState>;
  builtAssets(build: string, call: Call): Promise<readonly BuiltAsset[]>;
  /** @returns its SID, ZH…. */
  createAsset(friendlyName: string, call: Call): Promise<string>;
  /** @returns SID of the new version, ZN…. */
  upload(asset: string, path: string, content: string, call: Call): Promise<string>;
  /** @returns its SID, ZB…. */
  createBuild(versions: readonly string[], call: Call): Promise<string>;
  /** Sent once: after an answer that never came, somebody must look before anything is deployed again. */
  deploy(environment: string, build: string, call: Call): Promise<void>;
  /** Builds in the order in which they were deployed, newest first; the most recent ones. */
  deployedBuilds(environment: string, call: Call): Promise<readonly (string | null)[]>;
}

const API = 'https://serverless.twilio.com';
const UPLOAD = 'https://serverless-upload.twilio.com';
const MAX_PAGES = 5;
/** Nothing of ours runs in these builds; Twilio wants a runtime all the same. */
const RUNTIME = 'node22';

interface Sending {
  method?: 'POST';
  contentType?: string;
  body?: string;
  retries?: number;
}

export function createServerless(http: HttpClient, credentials: TwilioCredentials, serviceSid: string): Serverless {
  const service = `/v1/Services/${serviceSid}`;

  async function send(url: string, call: Call, sending: Sending = {}): Promise<HttpResponse> {
    const { contentType, ...rest } = sending;
    try {
      return await http.send({
        upstream: url.startsWith(UPLOAD) ? 'serverless-upload' : 'serverless',
        url,
        headers: {
          Authorization: basic(credentials.accountSid, credentials.authToken),
          ...(contentType === undefined ? {} : { 'Content-Type': contentType }),
        },
        deadline: call.deadline,
        record: call.record,
        ...rest,
      });
    } catch (error) {
      throw error instanceof HttpError ? twilioFault(error) : error;
    }
  }

  async function get(path: string, call: Call): Promise<Record<string, unknown> | undefined> {
    const response = await send(path.startsWith(API) ? path : `${API}${path}`, call);
    return response.status === 404 ? undefined : success(response);
  }

  const postForm = (path: string, form: readonly [string, string][], call: Call, retries?: number) =>
    send(`${API}${path}`, call, {
      method: 'POST',
      contentType: 'application/x-www-form-urlencoded',
      body: new URLSearchParams(form.map(([name, value]) => [name, value])).toString(),
      ...(retries === undefined ? {} : { retries }),
    });

  return {
    async findEnvironment(uniqueName, call) {
      let next: string | undefined = `${service}/Environments?PageSize=100`;
      for (let page = 0; next !== undefined && page < MAX_PAGES; page += 1) {
        const body: Record<string, unknown> | undefined = await get(next, call);
        if (body === undefined) {
          throw new ServiceError('not_configured', { message: 'Twilio does not know SERVICE_SID.' });
        }
        const found = objects(body['environments']).find((item) => item['unique_name'] === uniqueName);
        if (found !== undefined) return readEnvironment(found);
        next = nextPage(body);
      }
      return undefined;
    },
    async createEnvironment(uniqueName, domainSuffix, call) {
      const form: [string, string][] = [
        ['UniqueName', uniqueName],
        ['DomainSuffix', domainSuffix],
      ];
      const response = await postForm(`${service}/Environments`, form, call);
      return response.status === 409 ? undefined : readEnvironment(success(response));
    },
    async environment(sid, call) {
      const body = await get(`${service}/Environments/${sid}`, call);
      return body === undefined ? undefined : readEnvironment(body);
    },
    async buildState(sid, call) {
      const body = await get(`${service}/Builds/${sid}/Status`, call);
      const status = body === undefined ? 'gone' : body['status'];
      if (status === 'building' || status === 'completed' || status === 'failed' || status === 'gone') return status;
      throw unreadable('status of a build');
    },
    async builtAssets(build, call) {
      const body = await get(`${service}/Builds/${build}`, call);
      if (body === undefined) throw unreadable('deployed build is gone');
      return objects(body['asset_versions']).map((item) => ({
        version: text(item, 'sid'),
        asset: text(item, 'asset_sid'),
        path: text(item, 'path'),
      }));
    },
    async createAsset(friendlyName, call) {
      return text(success(await postForm(`${service}/Assets`, [['FriendlyName', friendlyName]], call)), 'sid');
    },
    async upload(asset, path, content, call) {
      const file = { field: 'Content', name: 'document.json', contentType: 'application/json', content };
      const form = multipart({ Path: path, Visibility: 'protected' }, file);
      const response = await send(`${UPLOAD}${service}/Assets/${asset}/Versions`, call, { method: 'POST', ...form });
      return text(success(response), 'sid');
    },
    async createBuild(versions, call) {
      const form = versions.map((version): [string, string] => ['AssetVersions', version]);
      return text(success(await postForm(`${service}/Builds`, [...form, ['Runtime', RUNTIME]], call)), 'sid');
    },
    async deploy(environment, build, call) {
      const path = `${service}/Environments/${environment}/Deployments`;
      success(await postForm(path, [['BuildSid', build]], call, 0));
    },
    async deployedBuilds(environment, call) {
      const body = await get(`${service}/Environments/${environment}/Deployments?PageSize=50`, call);
      if (body === undefined) return [];
      return objects(body['deployments']).map((item) => (item['build_sid'] === null ? null : text(item, 'build_sid')));
    },
  };
}

function success(response: HttpResponse): Record<string, unknown> {
  if (response.status !== 200 && response.status !== 201) throw twilioRefusal('serverless', response);
  const body = objectOf(response);
  if (body === undefined) throw unreadable('no object');
  return body;
}

function readEnvironment(item: Record<string, unknown>): Environment {
  const domain = text(item, 'domain_name');
  // Signed requests go there: to Twilio or nowhere.
  if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.twil\.io$/i.test(domain)) throw unreadable('domain');
  return { sid: text(item, 'sid'), domain, build: item['build_sid'] === null ? null : text(item, 'build_sid') };
}

function nextPage(body: Record<string, unknown>): string | undefined {
  const meta = body['meta'];
  const url = isObject(meta) ? meta['next_page_url'] : undefined;
  if (url === null || url === undefined) return undefined;
  if (typeof url !== 'string' || !url.startsWith(`${API}/`)) throw unreadable('page address');
  return url;
}

function objects(list: unknown): Record<string, unknown>[] {
  if (!Array.isArray(list) || !list.every(isObject)) throw unreadable('list');
  return list;
}

function text(item: Record<string, unknown>, name: string): string {
  const value = item[name];
  if (typeof value !== 'string' || value === '') throw unreadable(name);
  return value;
}

function unreadable(detail: string): ServiceError {
  return new ServiceError('twilio_unavailable', { detail: `serverless: unreadable ${detail}` });
}
