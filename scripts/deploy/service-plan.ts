import type { BuildContent, BuiltFile } from '../cloud/build';
import type { Clouds } from '../cloud/clouds';
import { functionCode } from '../cloud/function-code';
import { SERVICE_NAME, type Place } from '../cloud/service';
import { FUNCTION_MARK } from '../build/functions';
import { PUBLIC_ASSETS } from '../build/service';
import type { LocalFile } from './builder';
import { valueIn } from '../../service/settings/variables';
import { serviceTable } from './variables';

/** The runtime that functions are deployed with. */
export const RUNTIME = 'node22';

/**
 * What becomes of a file: `kept` is somebody else's and carried over as it is; `removed` is one of ours that this
 * version does not have any more.
 */
export type FileChange = 'new' | 'changed' | 'same' | 'removed' | 'kept';

export interface FilePlan {
  kind: LocalFile['kind'];
  path: string;
  change: FileChange;
  /** What is there now. */
  built?: BuiltFile;
  /** What is to be there. */
  local?: LocalFile;
}

/** `left`: not set here, and left in the service as it is. */
export type VariableChange = 'new' | 'changed' | 'same' | 'left';

export interface ServicePlan {
  files: readonly FilePlan[];
  variables: readonly { name: string; change: VariableChange }[];
  /** The runtime that the deployed build has, if it has another one. */
  runtimeBefore?: string;
  /**
   * The service does not give functions ACCOUNT_SID and AUTH_TOKEN, which ours can't do without: `given` is our own
   * service, which is changed; `missing` is somebody else's, whose functions it is not for us to give them.
   */
  credentials?: 'given' | 'missing';
  /** What the functions that are not ours depend on. */
  dependencies: BuildContent['dependencies'];
  /** Whether what is deployed differs. */
  needsBuild: boolean;
}

/** Names of the variables that Twilio sets where a service is told so. */
const CREDENTIALS = ['ACCOUNT_SID', 'AUTH_TOKEN'];

/** What is to be done so that functions get the account's credentials; undefined: they do. */
export function planCredentials({ service }: Place, { variables }: Deployed): ServicePlan['credentials'] {
  if (service === undefined || service.includeCredentials) return undefined;
  if (CREDENTIALS.every((name) => (variables.get(name) ?? '') !== '')) return undefined;
  return service.uniqueName === SERVICE_NAME ? 'given' : 'missing';
}

/** What is deployed, and the contents of it that can be read back. */
export interface Deployed {
  build: BuildContent | undefined;
  /** By path; a file whose content can't be read is not among them, and counts as changed. */
  contents: ReadonlyMap<string, Buffer>;
  /** By name. Values may be secrets. */
  variables: ReadonlyMap<string, string>;
}

/** Reads what is deployed, to compare with. Nothing is changed. @throws CloudError */
export async function readDeployed(
  clouds: Clouds,
  { service, environment }: Place,
  build: BuildContent | undefined,
): Promise<Deployed> {
  if (service === undefined || environment === undefined) {
    return { build: undefined, contents: new Map(), variables: new Map() };
  }
  const { environments } = clouds.twilio.serverless.v1.services(service.sid);
  const listed = await environments(environment.sid).variables.list();
  const contents = await functionContents(clouds, service.sid, build);
  for (const { path, visibility } of build?.assets ?? []) {
    if (visibility === 'private') continue;
    // The domain may still serve what was deployed before; then the file is uploaded once more, which does no harm.
    const content = await clouds.download(`https://${environment.domain}${path}`).catch(() => undefined);
    if (content !== undefined) contents.set(path, content);
  }
  return { build, contents, variables: new Map(listed.map(({ key, value }) => [key, value])) };
}

/** Code of the functions of a build that can be read back, by path. @throws CloudError */
export async function functionContents(
  clouds: Clouds,
  serviceSid: string,
  build: BuildContent | undefined,
): Promise<Map<string, Buffer>> {
  const contents = new Map<string, Buffer>();
  await Promise.all(
    (build?.functions ?? []).map(async ({ file, version, path }) => {
      const content = await functionCode(clouds, serviceSid, file, version);
      if (content !== undefined) contents.set(path, Buffer.from(content, 'utf8'));
    }),
  );
  return contents;
}

/** Compares what was built here with what is deployed. */
export function planService(
  local: readonly LocalFile[],
  { build, contents, variables }: Deployed,
  wanted: Readonly<Record<string, string>>,
): ServicePlan {
  const built = [
    ...(build?.functions ?? []).map((file) => ({ ...file, kind: 'function' as const })),
    ...(build?.assets ?? []).map((file) => ({ ...file, kind: 'asset' as const })),
  ];
  const ours = new Set(local.map(({ path }) => path));
  const files = [
    ...local.map((file) => planFile(file, built, contents)),
    // Whatever else is at one of our addresses goes: an address can be had once.
    ...built
      .filter(({ path }) => !ours.has(path))
      .map(({ kind, ...file }): FilePlan => {
        const mark = contents.get(file.path)?.subarray(0, FUNCTION_MARK.length).toString('utf8');
        const change = kind === 'function' && mark === FUNCTION_MARK ? 'removed' : 'kept';
        return { kind, path: file.path, change, built: file };
      }),
  ];
  const different = build !== undefined && build.runtime !== RUNTIME;
  return {
    files,
    variables: planVariables(variables, wanted),
    ...(different ? { runtimeBefore: build.runtime } : {}),
    dependencies: build?.dependencies ?? [],
    needsBuild: build === undefined || different || files.some(({ change }) => change !== 'same' && change !== 'kept'),
  };
}

function planFile(
  local: LocalFile,
  built: readonly (BuiltFile & { kind: LocalFile['kind'] })[],
  contents: ReadonlyMap<string, Buffer>,
): FilePlan {
  const { kind, path } = local;
  const found = built.find((file) => file.path === path);
  if (found === undefined) return { kind, path, change: 'new', local };
  // An asset where a function is to be, or the reverse, is replaced by a file of its own.
  if (found.kind !== kind) return { kind, path, change: 'changed', local };
  const same = found.visibility === local.access && contents.get(path)?.equals(local.content) === true;
  return { kind, path, change: same ? 'same' : 'changed', built: found, local };
}

function planVariables(
  inService: ReadonlyMap<string, string>,
  wanted: Readonly<Record<string, string>>,
): ServicePlan['variables'] {
  const values = Object.fromEntries(inService);
  return serviceTable.flatMap((variable): { name: string; change: VariableChange }[] => {
    const { name } = variable;
    const value = wanted[name];
    // What an earlier installation has under a former name is read from there.
    if (value === undefined) return valueIn(values, variable) === '' ? [] : [{ name, change: 'left' }];
    const there = inService.get(name);
    if (there === undefined) return [{ name, change: 'new' }];
    return [{ name, change: there === value ? 'same' : 'changed' }];
  });
}

/** A build's files, by whose they are. Functions are known by their first line, public assets by their address. */
export function filesByOwner(content: Pick<Deployed, 'build' | 'contents'>): { ours: FilePlan[]; others: FilePlan[] } {
  const addresses = PUBLIC_ASSETS.map((name) => `/${name}`);
  const { files } = planService([], { ...content, variables: new Map() }, {});
  const isOurs = ({ kind, path, change }: FilePlan) =>
    kind === 'function' ? change === 'removed' : addresses.includes(path);
  return { ours: files.filter(isOurs), others: files.filter((file) => !isOurs(file)) };
}
