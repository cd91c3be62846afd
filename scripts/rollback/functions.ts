import { readBuild } from '../cloud/build';
import { filesByOwner, functionContents, type FilePlan } from '../deploy/service-plan';
import type { Clouds } from '../cloud/clouds';
import type { Environment } from '../cloud/service';
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

/** As many builds back one can see at once. */
export const SHOWN = 10;
/** As many builds back one can go; `--to` takes those too old for the list as well. */
export const REACHED = 50;
/** One build may be deployed many times. */
const MOST_DEPLOYMENTS = 500;

/**
 * Builds that the environment can go back to, the one deployed last first.
 *
 * @param most how many at most
 * @throws CloudError
 */
export async function functionVersions(
  clouds: Clouds,
  service: string,
  environment: Environment,
  most: number,
): Promise<FunctionsVersion[]> {
  const { deployments } = clouds.twilio.serverless.v1.services(service).environments(environment.sid);
  const seen = new Set<string>();
  const versions: FunctionsVersion[] = [];
  for (const { buildSid, dateCreated } of await deployments.list({ limit: MOST_DEPLOYMENTS, pageSize: 100 })) {
    const sid = buildSid as string | null;
    if (sid === null || seen.has(sid) || versions.length >= most) continue;
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

/** Two builds compared: what others would notice if the other one were live, and whether there is anything of ours. */
export interface Undone {
  /** Files of others, and what they depend on, that are not the same in both. */
  others: string[];
  /** The other build holds functions of ours. */
  holdsOurs: boolean;
}

/**
 * What going back to a build would do besides to our functions: take away what others have deployed since, or bring back
 * what they have changed or removed. @throws CloudError
 */
export async function undoneWith(
  clouds: Clouds,
  serviceSid: string,
  live: string | undefined,
  build: string,
): Promise<Undone> {
  const [now, then] = await Promise.all([contentOf(clouds, serviceSid, live), contentOf(clouds, serviceSid, build)]);
  const versions = (files: readonly FilePlan[]) => new Set(files.map(({ built }) => built?.version));
  const [inLive, inThen] = [versions(now.others), versions(then.others)];
  const different = [
    ...now.others.filter(({ built }) => !inThen.has(built?.version)),
    ...then.others.filter(({ built }) => !inLive.has(built?.version)),
  ].map(({ kind, path }) => `${kind} ${path}`);
  const theirFunctions = now.others.some(({ kind }) => kind === 'function');
  const dependencies = theirFunctions && now.dependencies !== then.dependencies ? ['the dependencies'] : [];
  return { others: [...new Set([...different, ...dependencies])], holdsOurs: then.ours.some(isFunction) };
}

const isFunction = ({ kind }: FilePlan) => kind === 'function';

/** @param sid undefined: nothing is deployed. */
async function contentOf(clouds: Clouds, serviceSid: string, sid: string | undefined) {
  if (sid === undefined) return { ours: [], others: [], dependencies: '' };
  const build = await readBuild(clouds, serviceSid, sid);
  const contents = await functionContents(clouds, serviceSid, build);
  const names = build.dependencies.map(({ name, version }) => `${name}@${version}`).sort();
  return { ...filesByOwner({ build, contents }), dependencies: names.join() };
}
