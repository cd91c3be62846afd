/** What the tests ask the double with: paths go out byte for byte, as a careless or hostile client would send them. */
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { JsonObject } from '../../../display/json';
import type { Cursor, EventItem, ExternalIdItem } from '../wire';
import { SPACES, type Region } from '../spaces';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  json: () => Body;
}

/** The parts of any answer; which are there is what the tests check. */
export interface Body {
  traits: JsonObject;
  cursor: Cursor;
  data: (EventItem & ExternalIdItem)[];
  metadata: JsonObject;
  error: { code: string; message: string };
  success: boolean;
  weather: JsonObject;
}

export function ask(
  url: string,
  path: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({ hostname, port, path, method, headers, agent: false }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          text,
          json: () => JSON.parse(text) as Body,
        });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

export function basic(user: string): Record<string, string> {
  return { Authorization: `Basic ${Buffer.from(`${user}:`).toString('base64')}` };
}

/** Address of a profile's resource below the double; `identifier` is put in as it is. */
export function profilePath(identifier: string, resource: string, region: Region = 'us', collection = 'users'): string {
  const { profileHost, spaceId } = SPACES[region];
  return `/_out/${profileHost}/v1/spaces/${spaceId}/collections/${collection}/profiles/${identifier}/${resource}`;
}

export function trackingPath(call: string, region: Region = 'us'): string {
  return `/_out/${SPACES[region].trackingHost}/v1/${call}`;
}
