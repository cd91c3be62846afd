import {
  createFunctionResource,
  createAssetResource,
  createService,
  listAssetResources,
  listFunctionResources,
  setEnvironmentVariables,
  triggerBuild,
  uploadAsset,
  uploadFunction,
} from '@twilio-labs/serverless-api/dist/api/index.js';
import { deployBuild, waitForBuild } from '../cloud/build';
import type { Clouds } from '../cloud/clouds';
import type { CloudIo } from '../cloud/command';
import { createEnvironment, type Environment, type Place, type Wanted } from '../cloud/service';
import type { Steps } from '../cloud/steps';
import type { LocalFile } from './builder';
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
  steps: Steps,
): Promise<{ service: string; environment: Pick<Environment, 'sid' | 'domain' | 'build'> }> {
  const { serverless } = clouds;
  const service =
    place.service?.sid ??
    (await steps.run(`Creating service ${wanted.service}`, () =>
      serverless.run((client) => createService(wanted.service, client)),
    ));
  if (place.environment !== undefined) return { service, environment: place.environment };
  return {
    service,
    environment: await steps.run(`Creating environment ${wanted.suffix}`.trimEnd(), () =>
      createEnvironment(clouds, service, wanted.suffix),
    ),
  };
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
  const { serverless } = clouds;
  let build = environment.build;
  if (plan.needsBuild) {
    const versions = await upload(clouds, service, plan.files, steps);
    build = await steps.run('Building', async () => {
      const { sid } = await serverless.run((client) =>
        triggerBuild({ ...versions, dependencies: [...plan.dependencies], runtime: RUNTIME }, service, client),
      );
      await waitForBuild(clouds, service, sid, io);
      return sid;
    });
  }
  if (plan.variables.some(({ change }) => change === 'new' || change === 'changed')) {
    steps.stands('Variables may be set already; functions and plugin are as before.');
    await steps.run('Setting variables', () =>
      serverless.run((client) => setEnvironmentVariables({ ...variables }, environment.sid, service, client)),
    );
  }
  if (build === undefined) throw new Error('A place without a build always needs one.');
  const deployed = build !== environment.build;
  if (deployed) {
    const live = build;
    await steps.run('Deploying the functions', () => deployBuild(clouds, service, environment.sid, live));
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
  const functionVersions = await versionsOf('function', 'function');
  return { functionVersions, assetVersions: await versionsOf('asset', 'asset') };
}

/**
 * A file that is at the address already keeps its SID, whatever it is called: Studio widgets name functions by SID. One
 * of the same name, left over from a deployment that was cut off or removed, is used again.
 */
async function uploadAll(
  { serverless }: Clouds,
  service: string,
  kind: LocalFile['kind'],
  files: readonly FilePlan[],
): Promise<string[]> {
  const existing = await serverless.run((client) =>
    kind === 'function' ? listFunctionResources(service, client) : listAssetResources(service, client),
  );
  return serverless.run((client) =>
    Promise.all(
      files.map(async ({ built, local }) => {
        if (local === undefined) throw new Error('Only what was built here is uploaded.');
        const { name, path } = local;
        const known = built?.file ?? existing.find(({ friendly_name }) => friendly_name === name)?.sid;
        const create = kind === 'function' ? createFunctionResource : createAssetResource;
        const sid = known ?? (await create(name, service, client)).sid;
        // The library takes the content type from the name of a file.
        const resource = { ...local, sid, filePath: kind === 'function' ? `${path}.js` : path };
        return kind === 'function'
          ? uploadFunction(resource, service, client, UPLOAD_CONFIG)
          : uploadAsset(resource, service, client, UPLOAD_CONFIG);
      }),
    ),
  );
}

/** The library finds its upload host with it; the credentials are those of the client. */
const UPLOAD_CONFIG = { username: '', password: '' };
