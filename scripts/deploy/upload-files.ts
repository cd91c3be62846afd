import type { Clouds } from '../cloud/clouds';
import type { LocalFile } from './builder';
import type { FilePlan } from './service-plan';

/** What Twilio serves files as, by the end of their name. */
const CONTENT_TYPES: Readonly<Record<string, string>> = { js: 'application/javascript', json: 'application/json' };

/**
 * Uploads files of one kind as new versions.
 *
 * A file that is at the address already keeps its SID, whatever it is called: Studio widgets name functions by SID. One
 * of the same name, left over from a deployment that was cut off or removed, is used again.
 *
 * @returns SIDs of the versions, ZN….
 * @throws CloudError
 */
export async function uploadAll(
  clouds: Clouds,
  serviceSid: string,
  kind: LocalFile['kind'],
  files: readonly FilePlan[],
): Promise<string[]> {
  const service = clouds.twilio.serverless.v1.services(serviceSid);
  const { functions, assets } = service;
  const existing: { sid: string; friendlyName: string }[] =
    kind === 'function' ? await functions.list() : await assets.list();
  const create = (friendlyName: string) =>
    kind === 'function' ? functions.create({ friendlyName }) : assets.create({ friendlyName });
  const uploads = files.map(async ({ built, local }) => {
    if (local === undefined) throw new Error('Only what was built here is uploaded.');
    const { name: friendlyName, path, access: visibility, content } = local;
    const known = built?.file ?? existing.find((one) => one.friendlyName === friendlyName)?.sid;
    const sid = known ?? (await create(friendlyName)).sid;
    const contentType = contentTypeOf(kind, path);
    return clouds.upload(serviceSid, sid, { kind, path, visibility, content, contentType });
  });
  // Nothing goes on in the background once the step is told to have failed.
  await Promise.allSettled(uploads);
  return Promise.all(uploads);
}

function contentTypeOf(kind: LocalFile['kind'], path: string): string {
  // The address of a function has no ending.
  const end = kind === 'function' ? 'js' : path.slice(path.lastIndexOf('.') + 1);
  return CONTENT_TYPES[end] ?? 'application/octet-stream';
}
