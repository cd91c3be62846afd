import { makeBuild } from '../cloud/build';
import type { Clouds } from '../cloud/clouds';
import type { CloudIo } from '../cloud/command';
import { deployBuild, refuseIfMoved } from '../cloud/deployment';
import {
  createEnvironment,
  createService,
  giveCredentials,
  type Environment,
  type Place,
  type Wanted,
} from '../cloud/service';
import type { Steps } from '../cloud/steps';
import type { LocalFile } from './builder';
import { setVariables } from './set-variables';
import { uploadAll } from './upload-files';
import { RUNTIME, type FilePlan, type ServicePlan } from './service-plan';

/** Where functions and assets are, once deployed. */
export interface DeployedService {
  service: string;
  environment: string;
  domain: string;
  /** The build that is live. */
  build: string;
  /** False: it was there already. */
  deployed: boolean;
}

/** Creates service and environment where they are not there. Changes nothing that is live. */
export async function preparePlace(
  clouds: Clouds,
  place: Place,
  wanted: Wanted,
  { credentials }: Pick<ServicePlan, 'credentials'>,
  steps: Steps,
): Promise<{ service: string; environment: Pick<Environment, 'sid' | 'domain' | 'build'> }> {
  const service =
    place.service?.sid ??
    (await steps.run(
      `Creating service ${wanted.service}`,
      () => createService(clouds, wanted.service),
      'The service may be there now; nothing is live in it.',
    ));
  if (credentials === 'given') {
    await steps.run(
      'Switching on the credentials of functions',
      () => giveCredentials(clouds, service),
      'Functions may get ACCOUNT_SID and AUTH_TOKEN now; everything else is as before.',
    );
    steps.stands('Functions get ACCOUNT_SID and AUTH_TOKEN; everything else is as before.');
  }
  if (place.environment !== undefined) return { service, environment: place.environment };
  if (place.service === undefined) steps.stands('The service was made; nothing is live in it.');
  const environment = await steps.run(
    `Creating environment ${wanted.suffix}`.trimEnd(),
    () => createEnvironment(clouds, service, wanted.suffix),
    'The environment may be there now; nothing is live in it.',
  );
  steps.stands('The environment was made; nothing is live in it.');
  return { service, environment };
}

/**
 * Uploads what differs, builds it together with what stays, sets variables and deploys. Until the last step nothing of
 * it is live, but the variables, which functions read anew with each run.
 */
export async function deployService(
  clouds: Clouds,
  at: Awaited<ReturnType<typeof preparePlace>>,
  plan: ServicePlan,
  variables: Readonly<Record<string, string>>,
  steps: Steps,
  io: Pick<CloudIo, 'now' | 'sleep'>,
): Promise<DeployedService> {
  const { service, environment } = at;
  let build = environment.build;
  if (plan.needsBuild) {
    const versions = await upload(clouds, service, plan.files, steps);
    build = await steps.run('Building', async () => {
      // The build holds what others have there as it was looked at.
      await refuseIfMoved(clouds, service, environment);
      return makeBuild(clouds, service, { ...versions, dependencies: plan.dependencies, runtime: RUNTIME }, io);
    });
  }
  if (plan.variables.some(({ change }) => change === 'new' || change === 'changed')) {
    steps.stands(
      'Some variables may be set already, and the functions that are live read them; functions and plugin are as before.',
    );
    await steps.run('Setting variables', async () => {
      await refuseIfMoved(clouds, service, environment);
      await setVariables(clouds, service, environment.sid, variables);
    });
  }
  if (build === undefined) throw new Error('A place without a build always needs one.');
  const deployed = build !== environment.build;
  if (deployed) {
    const live = build;
    await steps.run('Deploying the functions', () => deployBuild(clouds, service, environment, live));
  }
  return { service, environment: environment.sid, domain: environment.domain, build, deployed };
}

async function upload(clouds: Clouds, service: string, files: readonly FilePlan[], steps: Steps) {
  const versionsOf = async (kind: LocalFile['kind'], what: string) => {
    const mine = files.filter((file) => file.kind === kind && file.change !== 'removed');
    const stays = mine.filter(({ change }) => change === 'same' || change === 'kept');
    const goes = mine.filter(({ change }) => change === 'new' || change === 'changed');
    const kept = stays.flatMap(({ built }) => (built === undefined ? [] : [built.version]));
    if (goes.length === 0) return kept;
    const uploaded = await steps.run(`Uploading ${goes.length} ${what}${goes.length === 1 ? '' : 's'}`, () =>
      uploadAll(clouds, service, kind, goes),
    );
    return [...kept, ...uploaded];
  };
  const functions = await versionsOf('function', 'function');
  return { functions, assets: await versionsOf('asset', 'asset') };
}
