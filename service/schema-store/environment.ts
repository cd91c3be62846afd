import { isObject } from '../../display/json';
import type { Call } from '../call';
import { ServiceError } from '../error';
import type { TwilioApi } from '../twilio/api';
import { SCHEMA_ENVIRONMENT } from './index-document';

/** The environment that published documents are served from. */
export interface SchemaEnvironment {
  /** Host name, such as `customer-context-1234-ds.twil.io`. */
  domain: string;
  /** Whether a build was ever deployed to it. */
  deployed: boolean;
}

const API = 'https://serverless.twilio.com';
const MAX_PAGES = 5;

/** Finds it by name; undefined when the service has none: nothing was ever published. */
export async function findEnvironment(
  api: TwilioApi,
  serviceSid: string,
  call: Call,
): Promise<SchemaEnvironment | undefined> {
  let next: string | undefined = `${API}/v1/Services/${serviceSid}/Environments?PageSize=1000`;
  for (let page = 0; next !== undefined && page < MAX_PAGES; page += 1) {
    const body: Record<string, unknown> | undefined = await api.get('serverless', next, call);
    // A missing service is a wrong SERVICE_SID, not an unpublished schema.
    if (body === undefined) throw new ServiceError('not_configured', { message: 'Twilio does not know SERVICE_SID.' });
    const list = body['environments'];
    if (!Array.isArray(list)) throw new ServiceError('twilio_unavailable', { detail: 'serverless: unreadable' });
    const found: unknown = list.find((item) => isObject(item) && item['unique_name'] === SCHEMA_ENVIRONMENT);
    if (isObject(found)) return readEnvironment(found);
    next = nextPage(body);
  }
  if (next !== undefined) throw new ServiceError('twilio_unavailable', { detail: 'serverless: too many environments' });
  return undefined;
}

function readEnvironment(item: Record<string, unknown>): SchemaEnvironment {
  const domain = item['domain_name'];
  if (typeof domain !== 'string' || !/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.twil\.io$/i.test(domain)) {
    throw new ServiceError('twilio_unavailable', { detail: 'serverless: no domain' });
  }
  return { domain, deployed: typeof item['build_sid'] === 'string' };
}

function nextPage(body: Record<string, unknown>): string | undefined {
  const meta = body['meta'];
  const url = isObject(meta) ? meta['next_page_url'] : undefined;
  if (url === undefined || url === null) return undefined;
  // Credentials go where this points: to Twilio or nowhere.
  if (typeof url !== 'string' || !url.startsWith(`${API}/`)) {
    throw new ServiceError('twilio_unavailable', { detail: 'serverless: unexpected page address' });
  }
  return url;
}
