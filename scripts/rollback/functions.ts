import { readBuild } from '../cloud/build';
import { othersFiles, readDeployed } from '../deploy/service-plan';
import type { Clouds } from '../cloud/clouds';
import { deployedBuild, type Environment, type Place } from '../cloud/service';
import { cloudError } from '../cloud/trouble';

/** A build that was deployed and still exists. */
export interface FunctionsVersion {
  build: string;
  /** When it was deployed last; ISO 8601. */
  deployed: string;
  /** Functions and assets in it. */
  functions: number;
  assets: number;
  live: boolean;
}

/** How many builds back one can see. */
const SHOWN = 10;

/** Builds that the environment can go back to, the one deployed last first. @throws CloudError */
export async function functionVersions(
  clouds: Clouds,
  service: string,
  environment: Environment,
): Promise<FunctionsVersion[]> {
  const { deployments } = clouds.twilio.serverless.v1.services(service).environments(environment.sid);
  const seen = new Set<string>();
  const versions: FunctionsVersion[] = [];
  for (const { buildSid, dateCreated } of await deployments.list({ limit: 100 })) {
    const sid = buildSid as string | null;
    if (sid === null || seen.has(sid) || versions.length >= SHOWN) continue;
    seen.add(sid);
    const content = await readBuild(clouds, service, sid).catch((error: unknown) => {
      // Somebody deleted it.
      if (cloudError(error)?.status === 404) return undefined;
      throw error;
    });
    if (content === undefined) continue;
    versions.push({
      build: sid,
      deployed: dateCreated.toISOString(),
      functions: content.functions.length,
      assets: content.assets.length,
      live: sid === environment.build,
    });
  }
  return versions;
}

/**
 * Files of others in the live build that another build does not hold as they are now: going back to it would take them
 * away. @throws CloudError
 */
export async function lostWith(clouds: Clouds, place: Place, build: string): Promise<string[]> {
  const live = await deployedBuild(clouds, place.service?.sid ?? '', place.environment);
  const { functions, assets } = await readBuild(clouds, place.service?.sid ?? '', build);
  const stays = new Set([...functions, ...assets].map(({ version }) => version));
  return othersFiles(await readDeployed(clouds, place, live))
    .filter(({ built }) => built !== undefined && !stays.has(built.version))
    .map(({ kind, path }) => `${kind} ${path}`);
}
