import { FUNCTION_MARK } from '../build/functions';
import type { Clouds } from '../cloud/clouds';
import { functionCode } from '../cloud/function-code';
import type { FilePlan } from '../deploy/service-plan';
import { INDEX_PATH } from '../../service/schema-store/index-document';
import type { Ours } from './plan';

/** A function or asset that is in a service, whether a build holds it or not. */
export interface LooseFile {
  kind: 'function' | 'asset';
  /** What it is called in the Console. */
  name: string;
}

/** Revisions of display schemas. */
const REVISION = /^\/r\/\d+(?:-[\w-]+)?\.json$/;

/**
 * Functions and assets of a service that are not ours, nor left over from us: what somebody made in the Console and has
 * not built yet would be gone with the service. In doubt it is somebody else's.
 *
 * @param known files of the deployed build that are ours
 * @throws CloudError
 */
export async function looseFiles(
  clouds: Clouds,
  serviceSid: string,
  ours: Pick<Ours, 'functions' | 'assets'>,
  known: readonly FilePlan[],
): Promise<LooseFile[]> {
  const service = clouds.twilio.serverless.v1.services(serviceSid);
  const deployed = new Set(known.map(({ built }) => built?.file));
  const loose: LooseFile[] = [];
  for (const { sid, friendlyName: name } of await service.functions.list()) {
    if (deployed.has(sid) || ours.functions.includes(name)) continue;
    const [newest] = await service.functions(sid).functionVersions.list({ limit: 1 });
    const code = newest === undefined ? undefined : await functionCode(clouds, serviceSid, sid, newest.sid);
    if (code?.startsWith(FUNCTION_MARK) !== true) loose.push({ kind: 'function', name });
  }
  for (const { sid, friendlyName: name } of await service.assets.list()) {
    const isOurs = deployed.has(sid) || ours.assets.includes(name) || name === INDEX_PATH || REVISION.test(name);
    if (!isOurs) loose.push({ kind: 'asset', name });
  }
  return loose;
}
