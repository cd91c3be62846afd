import type { Call } from '../call';
import { ServiceError } from '../error';
import {
  isSameRevision,
  liveEntry,
  refOfPath,
  SCHEMA_ENVIRONMENT,
  type IndexDocument,
  type RevisionRef,
} from '../schema-store/index-document';
import type { PublishedFiles } from './published-files';
import type { BuiltAsset, Environment, Serverless } from './serverless';

/** What a new revision is put on top of. */
export interface Base {
  environment: Environment;
  /** Newest revision in the deployed build; 0: nothing was ever published. */
  revision: number;
  /** Which of the publications of that number it is; undefined: nothing, or one from before there were ids. */
  id: string | undefined;
  /** The deployed build's assets. */
  assets: readonly BuiltAsset[];
}

/** Part of the environment's domain; Twilio takes 16 characters. */
const DOMAIN_SUFFIX = 'display-schema';

/** What is deployed, from Twilio's API; undefined when the environment does not exist. */
export async function findBase(serverless: Serverless, call: Call): Promise<Base | undefined> {
  const environment = await serverless.findEnvironment(SCHEMA_ENVIRONMENT, call);
  return environment === undefined ? undefined : readBase(serverless, environment, call);
}

/** As `findBase`, but creates the environment when it does not exist. */
export async function findOrCreateBase(serverless: Serverless, call: Call): Promise<Base> {
  const base = await findBase(serverless, call);
  if (base !== undefined) return base;
  const created = await serverless.createEnvironment(SCHEMA_ENVIRONMENT, DOMAIN_SUFFIX, call);
  if (created !== undefined) return readBase(serverless, created, call);
  // Somebody was faster, or our own first attempt was and its answer got lost.
  const others = await findBase(serverless, call);
  if (others !== undefined) return others;
  throw new ServiceError('not_configured', {
    message:
      `Another environment of this Twilio service has the domain suffix “${DOMAIN_SUFFIX}”. ` +
      'Remove it, or give it another suffix, and publish again.',
  });
}

async function readBase(serverless: Serverless, environment: Environment, call: Call): Promise<Base> {
  const assets = environment.build === null ? [] : await serverless.builtAssets(environment.build, call);
  const newest = newestRevision(assets);
  return { environment, assets, revision: newest.revision, id: newest.id };
}

/** The newest revision whose document is among these assets; 0: none. */
export function newestRevision(assets: readonly BuiltAsset[]): RevisionRef {
  return assets
    .flatMap(({ path }) => refOfPath(path) ?? [])
    .reduce<RevisionRef>((newest, ref) => (ref.revision > newest.revision ? ref : newest), { revision: 0 });
}

/**
 * The index of what is deployed; undefined when nothing is.
 *
 * @throws ServiceError `schema_unavailable` while the domain still serves an older deployment.
 */
export async function indexOf(base: Base, files: PublishedFiles, call: Call): Promise<IndexDocument | undefined> {
  if (base.revision === 0) return undefined;
  const index = await files.index(base.environment.domain, call);
  if (isSameRevision(liveEntry(index), base)) return index;
  throw new ServiceError('schema_unavailable', {
    message: 'The last publication is still on its way. Try again in a few seconds.',
    retryAfter: 3,
    detail: `index ${index.live}, build ${base.revision}`,
  });
}
