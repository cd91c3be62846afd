import { newSid } from '../state/sid';
import { badRequest } from '../rest/api-error';
import { RUNTIMES } from './operations';
import type { Build, Dependency, FileKind, Service, Version } from './records';
import type { ServerlessStore } from './store';

const DEFAULT_RUNTIME = 'node22';
/** What `twilio flex:plugins:deploy` asks for; Twilio's description does not list it. */
const LATEST = 'latest';
/** Versions of one kind and visibility that one build may hold. */
const MAX_VERSIONS = {
  asset: { public: 1000, protected: 1000, private: 50 },
  function: { public: 50, protected: 50, private: 50 },
} as const;

export interface BuildRequest {
  assetVersions: readonly string[];
  functionVersions: readonly string[];
  /** JSON of an array of {name, version}. */
  dependencies?: string | undefined;
  runtime?: string | undefined;
}

/** Starts a build, by Twilio's rules; `outcome` is how it will end. */
export function createBuild(
  store: ServerlessStore,
  service: Service,
  request: BuildRequest,
  outcome: Build['outcome'] | 'hangs' = 'completed',
): Build {
  const versions = [
    ...pick(service, 'function', request.functionVersions),
    ...pick(service, 'asset', request.assetVersions),
  ];
  if (versions.length === 0) throw badRequest('At least one Function Version or Asset Version is required for Build.');
  checkPaths(versions);
  checkCounts(versions);
  const { runtime: asked = LATEST } = request;
  const runtime = asked === LATEST ? DEFAULT_RUNTIME : asked;
  if (!RUNTIMES.some((known) => known === runtime)) throw badRequest(`Runtime must be one of ${RUNTIMES.join(', ')}`);
  const build: Build = {
    sid: newSid('ZB'),
    versions,
    dependencies: parseDependencies(request.dependencies),
    runtime,
    created: store.now,
    finishes: outcome === 'hangs' ? Infinity : store.now + store.options.timings.build,
    outcome: outcome === 'hangs' ? 'completed' : outcome,
  };
  service.builds.set(build.sid, build);
  return build;
}

function pick(service: Service, kind: FileKind, sids: readonly string[]): readonly Version[] {
  return sids.map((sid) => {
    const version = service.versions.get(sid);
    if (version?.kind !== kind) throw badRequest(`Unknown ${kind} version ${sid}`);
    return version;
  });
}

function checkPaths(versions: readonly Version[]): void {
  const seen = new Set<string>();
  for (const { path } of versions) {
    if (seen.has(path)) throw badRequest(`Duplicate path ${path} in build`);
    seen.add(path);
  }
}

function checkCounts(versions: readonly Version[]): void {
  for (const [kind, limits] of Object.entries(MAX_VERSIONS)) {
    for (const [visibility, limit] of Object.entries(limits)) {
      const count = versions.filter((version) => version.kind === kind && version.visibility === visibility).length;
      if (count > limit) throw badRequest(`A build may hold at most ${limit} ${visibility} ${kind} versions`);
    }
  }
}

/** Twilio's own deployment client sends the JSON inside a second pair of quotes, which the API accepts. */
function parseDependencies(text: string | undefined): readonly Dependency[] {
  if (text === undefined || text === '') return [];
  const json = text.startsWith('"[') && text.endsWith(']"') ? text.slice(1, -1) : text;
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    throw badRequest('Dependencies must be JSON');
  }
  if (!Array.isArray(parsed)) throw badRequest('Dependencies must be an array');
  return parsed.map((entry: unknown) => {
    if (!isDependency(entry)) throw badRequest('Each dependency must have a name and a version');
    return { name: entry.name, version: entry.version };
  });
}

function isDependency(value: unknown): value is Dependency {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    'version' in value &&
    typeof value.name === 'string' &&
    typeof value.version === 'string'
  );
}
