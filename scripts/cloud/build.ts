import { isObject, type JsonObject } from '../../display/json';
import { CommandError } from '../schema/command';
import type { Clouds } from './clouds';
import type { CloudIo } from './command';
import { cloudError } from './trouble';

/** A file as a build holds it. */
export interface BuiltFile {
  /** SID of the version, ZN…. */
  version: string;
  /** SID of the function or asset, ZH…. */
  file: string;
  path: string;
  visibility: string;
}

/** What a build holds. */
export interface BuildContent {
  sid: string;
  functions: readonly BuiltFile[];
  assets: readonly BuiltFile[];
  /** As `Dependencies` of another build takes them. */
  dependencies: readonly { name: string; version: string }[];
  runtime: string;
}

const POLL_MS = 1_000;
const PATIENCE_MS = 10 * 60_000;
/** Unanswered questions in a row after which nobody goes on asking. */
const MOST_UNANSWERED = 5;

export async function readBuild({ twilio }: Clouds, serviceSid: string, sid: string): Promise<BuildContent> {
  const build = await twilio.serverless.v1.services(serviceSid).builds(sid).fetch();
  return {
    sid,
    functions: filesOf(build.functionVersions, 'function_sid'),
    assets: filesOf(build.assetVersions, 'asset_sid'),
    dependencies: objects(build.dependencies).map((one) => ({
      name: text(one, 'name'),
      version: text(one, 'version'),
    })),
    runtime: build.runtime,
  };
}

function filesOf(list: readonly unknown[], file: string): BuiltFile[] {
  return objects(list).map((one) => ({
    version: text(one, 'sid'),
    file: text(one, file),
    path: text(one, 'path'),
    visibility: text(one, 'visibility').toLowerCase(),
  }));
}

const objects = (list: readonly unknown[]) => list.filter(isObject);

function text(object: JsonObject, name: string): string {
  const value = object[name];
  if (typeof value === 'string') return value;
  throw new CommandError(`Twilio describes a build without its ${name}. Nothing was changed.`, 1, 'twilio');
}

/** What a new build is to hold: SIDs of versions, ZN…, whatever else is in the service. */
export interface BuildRequest {
  functions: readonly string[];
  assets: readonly string[];
  dependencies: BuildContent['dependencies'];
  runtime: string;
}

/**
 * Has Twilio build it, and waits for that. Nothing is live yet.
 *
 * @returns SID of the build, ZB….
 * @throws CommandError `build_failed`; CloudError
 */
export async function makeBuild(
  clouds: Clouds,
  serviceSid: string,
  { functions, assets, dependencies, runtime }: BuildRequest,
  io: Pick<CloudIo, 'now' | 'sleep'>,
): Promise<string> {
  const { sid } = await clouds.twilio.serverless.v1.services(serviceSid).builds.create({
    functionVersions: [...functions],
    assetVersions: [...assets],
    ...(dependencies.length === 0 ? {} : { dependencies: JSON.stringify(dependencies) }),
    runtime,
  });
  await waitForBuild(clouds, serviceSid, sid, io);
  return sid;
}

/**
 * Waits until Twilio has built it.
 * @throws CommandError `build_failed`; CloudError when Twilio does not answer for a while.
 */
async function waitForBuild(
  { twilio }: Clouds,
  serviceSid: string,
  sid: string,
  { now, sleep }: Pick<CloudIo, 'now' | 'sleep'>,
): Promise<void> {
  const until = now() + PATIENCE_MS;
  let unanswered = 0;
  while (now() < until) {
    const status = await twilio.serverless.v1
      .services(serviceSid)
      .builds(sid)
      .buildStatus()
      .fetch()
      .then(
        (answer): string => answer.status,
        (error: unknown) => {
          const trouble = cloudError(error);
          if (trouble?.status === 404) return 'gone';
          unanswered += 1;
          if (trouble === undefined || unanswered > MOST_UNANSWERED) throw error;
          return 'unknown';
        },
      );
    if (status === 'completed') return;
    if (status === 'failed') throw buildFailed(`Twilio could not make build ${sid}`);
    if (status === 'gone') throw buildFailed(`Twilio has lost build ${sid}`);
    if (status !== 'unknown') unanswered = 0;
    await sleep(POLL_MS);
  }
  throw buildFailed(`Twilio is still at build ${sid} after ten minutes`);
}

function buildFailed(what: string): CommandError {
  return new CommandError(
    `${what}. It was not deployed, so what was live is live. Run the same command again.`,
    1,
    'build_failed',
  );
}
