import { newSid } from '../state/sid';
import { badRequest, conflict } from '../rest/api-error';
import type { Build, Deployment, Environment, Service, Version } from './records';
import type { ServerlessStore } from './store';

/**
 * Puts a build into an environment, or empties it without one. There is no condition to give: the last deployment wins.
 * Only one that changes nothing is refused.
 */
export function deploy(
  store: ServerlessStore,
  service: Service,
  environment: Environment,
  buildSid: string | undefined,
): Deployment {
  const wanted = buildSid ?? null;
  if (wanted !== null && store.buildStatus(store.build(service, wanted)) !== 'completed') {
    throw badRequest(`Build ${wanted} is not completed`);
  }
  if (wanted === environment.buildSid) throw conflict('Environment already has requested deployment.');
  const deployment: Deployment = { sid: newSid('ZD'), buildSid: wanted, created: store.now };
  environment.deployments.push(deployment);
  environment.buildSid = wanted;
  environment.updated = store.now;
  return deployment;
}

/** The environment that has this domain. */
export function environmentAt(
  store: ServerlessStore,
  domain: string,
): { service: Service; environment: Environment } | undefined {
  for (const service of store.services.values()) {
    for (const environment of service.environments.values()) {
      if (environment.domainName === domain) return { service, environment };
    }
  }
  return undefined;
}

/** What an environment's domain serves now: a deployment takes a moment to arrive. */
export function servedDeployment(store: ServerlessStore, environment: Environment): Deployment | undefined {
  const arrived = store.now - store.options.timings.propagation;
  return environment.deployments.findLast(({ created }) => created <= arrived);
}

export interface DeployedFile {
  path: string;
  visibility: Version['visibility'];
  content: string | Buffer;
  contentType?: string;
}

/** Uploads, builds and deploys in one step and at once: how a sandbox gets a history before anybody logs in. */
export function deployAssets(
  store: ServerlessStore,
  service: Service,
  environment: Environment,
  files: readonly DeployedFile[],
): Build {
  const versions = files.map((file) => {
    const asset = store.createFile(service, 'asset', file.path);
    const content = typeof file.content === 'string' ? Buffer.from(file.content, 'utf8') : file.content;
    return store.createVersion(service, asset, { contentType: 'application/octet-stream', ...file, content });
  });
  const created = store.now - store.options.timings.propagation;
  const build: Build = {
    sid: newSid('ZB'),
    versions,
    dependencies: [],
    runtime: 'node22',
    created,
    finishes: created,
    outcome: 'completed',
  };
  service.builds.set(build.sid, build);
  environment.deployments.push({ sid: newSid('ZD'), buildSid: build.sid, created });
  environment.buildSid = build.sid;
  return build;
}
