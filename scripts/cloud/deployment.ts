import type { Clouds } from './clouds';
import { fetchEnvironment, orNothing } from './service';
import { cloudError } from './trouble';

/** An environment as it was when a command looked at it. */
export interface Seen {
  sid: string;
  /** SID of the build that was deployed to it, ZB…; undefined: none was. */
  build: string | undefined;
}

/** Somebody else was faster. The message says what they did; a step adds how things stand and what to do. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
  /** @param stands how things stand, where the step can't know. */
  constructor(
    message: string,
    readonly stands?: string,
  ) {
    super(message);
  }
}

/**
 * Twilio has no conditional deployment: the last one wins, and whatever another put in is gone. So it is looked at
 * directly before, and as long as nobody deployed since, nobody's work is lost.
 *
 * @throws Conflict when another build is deployed than was seen; CloudError
 */
export async function refuseIfMoved(clouds: Clouds, serviceSid: string, seen: Seen): Promise<void> {
  const { build, domain } = await fetchEnvironment(clouds, serviceSid, seen.sid);
  if (build !== seen.build) {
    throw new Conflict(
      `somebody else deployed to ${domain} in the meantime (${build ?? 'nothing is left there'}), which stays as it is.`,
    );
  }
}

/**
 * Deploys a build to an environment, or takes everything out of it. After an answer that never came, looks whether it
 * was carried out.
 *
 * @param build SID, ZB…; undefined: the environment serves nothing from then on.
 * @throws Conflict when somebody else deployed to it since it was seen; CloudError
 */
export async function deployBuild(
  clouds: Clouds,
  serviceSid: string,
  seen: Seen,
  build: string | undefined,
  isPlugin = false,
): Promise<void> {
  if (seen.build === build) return;
  await refuseIfMoved(clouds, serviceSid, seen);
  const { deployments } = clouds.twilio.serverless.v1.services(serviceSid).environments(seen.sid);
  try {
    await deployments.create({
      ...(build === undefined ? {} : { buildSid: build }),
      ...(isPlugin ? { isPlugin } : {}),
    });
  } catch (error) {
    // 409: it is deployed already.
    const status = cloudError(error)?.status;
    if (status !== 0 && status !== 409) throw error;
    const live = await fetchEnvironment(clouds, serviceSid, seen.sid).catch(() => undefined);
    if (live === undefined || live.build !== build) throw error;
  }
  await tellOfOvertaken(clouds, serviceSid, seen, build, isPlugin);
}

/**
 * Between looking and deploying one request of somebody else fits. That can't be prevented, but seen afterwards.
 * @throws Conflict
 */
async function tellOfOvertaken(
  { twilio }: Clouds,
  serviceSid: string,
  seen: Seen,
  build: string | undefined,
  isPlugin: boolean,
): Promise<void> {
  const { deployments } = twilio.serverless.v1.services(serviceSid).environments(seen.sid);
  // What is deployed is deployed; not to be able to look back does not make it fail.
  const [ours, before] = await deployments.list({ limit: 2 }).catch(() => []);
  if (ours === undefined || orNothing(ours.buildSid) !== build) return;
  const overtaken = orNothing(before?.buildSid);
  if (overtaken === seen.build || overtaken === build) return;
  const back = overtaken !== undefined && !isPlugin;
  throw new Conflict(
    `somebody else deployed ${overtaken ?? 'an empty environment'} at the same moment, and this deployment replaced it.`,
    back ? `npm run rollback -- functions --to ${overtaken} brings it back.` : '',
  );
}
