import { newSid } from '../state/sid';
import { badRequest, conflict, notFound } from '../rest/api-error';
import type { Build, BuildStatus, Environment, File, FileKind, Service, Version, Visibility } from './records';

/** How long Twilio takes, in ms. */
export interface Timings {
  /** From creating a build to `completed` or `failed`. */
  build: number;
  /** From a deployment to its content being served at the environment's domain. */
  propagation: number;
  /** Versions that are in no build are forgotten after this. */
  looseVersionsKept: number;
  /** Builds that were never deployed are forgotten after this. */
  idleBuildsKept: number;
}

export const REALISTIC_TIMINGS: Timings = {
  build: 8_000,
  propagation: 700,
  looseVersionsKept: 7 * 24 * 3_600_000,
  idleBuildsKept: 3_600_000,
};

export interface StoreOptions {
  /** Ms since 1970. */
  clock: () => number;
  timings: Timings;
  /** Domain under which environments get theirs. */
  domain: string;
  /** SIDs by unique name of services that have the same one whenever they are made. */
  sids?: Readonly<Record<string, string>>;
}

const MEGABYTE = 1_000_000;
const MAX_CONTENT: Record<Visibility, number> = {
  public: 25 * MEGABYTE,
  protected: 25 * MEGABYTE,
  private: 10 * MEGABYTE,
};

/** Services and everything in them, with Twilio's rules about what may be created and deleted. */
export class ServerlessStore {
  readonly services = new Map<string, Service>();
  private domains = 1000;

  constructor(readonly options: StoreOptions) {}

  get now(): number {
    return this.options.clock();
  }

  /** @param id SID or unique name. */
  service(id: string): Service {
    const found = this.services.get(id) ?? [...this.services.values()].find((service) => service.uniqueName === id);
    if (found === undefined) throw notFound(`/Services/${id}`);
    this.forget(found);
    return found;
  }

  createService(settings: {
    uniqueName: string;
    friendlyName: string;
    includeCredentials?: boolean | undefined;
    uiEditable?: boolean | undefined;
  }): Service {
    const { uniqueName, friendlyName } = settings;
    if (!/^[a-z0-9-]{1,50}$/i.test(uniqueName)) {
      throw badRequest('UniqueName must be at most 50 letters, digits and hyphens');
    }
    named(friendlyName);
    if ([...this.services.values()].some((service) => service.uniqueName === uniqueName)) {
      throw conflict(`Service with UniqueName ${uniqueName} already exists.`);
    }
    const service: Service = {
      sid: this.options.sids?.[uniqueName] ?? newSid('ZS'),
      uniqueName,
      friendlyName,
      includeCredentials: settings.includeCredentials ?? true,
      uiEditable: settings.uiEditable ?? false,
      domainBase: `${uniqueName.toLowerCase()}-${(this.domains += 1)}`,
      created: this.now,
      updated: this.now,
      environments: new Map(),
      files: new Map(),
      versions: new Map(),
      builds: new Map(),
    };
    this.services.set(service.sid, service);
    return service;
  }

  environment(service: Service, sid: string): Environment {
    return service.environments.get(sid) ?? missing(service, 'Environments', sid);
  }

  createEnvironment(
    service: Service,
    settings: { uniqueName: string; domainSuffix?: string | undefined; sid?: string },
  ): Environment {
    const { uniqueName } = settings;
    const domainSuffix =
      settings.domainSuffix === undefined || settings.domainSuffix === '' ? null : settings.domainSuffix;
    if (!/^[\w-]{1,100}$/.test(uniqueName)) {
      throw badRequest('UniqueName must be at most 100 letters, digits, hyphens and underscores');
    }
    if (domainSuffix !== null && !/^[a-z0-9][a-z0-9-]{0,15}$/i.test(domainSuffix)) {
      throw badRequest('DomainSuffix must be at most 16 letters, digits and hyphens');
    }
    const taken = (other: Environment) => other.uniqueName === uniqueName || other.domainSuffix === domainSuffix;
    if ([...service.environments.values()].some(taken)) {
      throw conflict('Environment with this UniqueName or DomainSuffix already exists.');
    }
    const environment: Environment = {
      sid: settings.sid ?? newSid('ZE'),
      uniqueName,
      domainSuffix,
      domainName: [service.domainBase, ...(domainSuffix === null ? [] : [domainSuffix.toLowerCase()])]
        .join('-')
        .concat('.', this.options.domain),
      buildSid: null,
      created: this.now,
      updated: this.now,
      variables: new Map(),
      deployments: [],
      logs: [],
    };
    service.environments.set(environment.sid, environment);
    return environment;
  }

  file(service: Service, kind: FileKind, sid: string): File {
    const file = service.files.get(sid);
    return file?.kind === kind ? file : missing(service, plural(kind), sid);
  }

  createFile(service: Service, kind: FileKind, friendlyName: string): File {
    named(friendlyName);
    const file: File = { sid: newSid('ZH'), kind, friendlyName, created: this.now, updated: this.now };
    service.files.set(file.sid, file);
    return file;
  }

  /** Refused while a version of it is in a build. */
  deleteFile(service: Service, file: File): void {
    for (const build of service.builds.values()) {
      if (build.versions.some((version) => version.fileSid === file.sid)) {
        throw badRequest(`A version of ${file.sid} is part of build ${build.sid}; delete the build first`);
      }
    }
    service.files.delete(file.sid);
    for (const version of service.versions.values()) {
      if (version.fileSid === file.sid) service.versions.delete(version.sid);
    }
  }

  version(service: Service, file: File, sid: string): Version {
    const version = service.versions.get(sid);
    return version?.fileSid === file.sid ? version : missing(service, `${plural(file.kind)}/${file.sid}/Versions`, sid);
  }

  createVersion(
    service: Service,
    file: File,
    upload: { path: string; visibility: string; content: Buffer; contentType: string },
  ): Version {
    const path = upload.path.startsWith('/') ? upload.path : `/${upload.path}`;
    if (path.length > 255 || /[\s?#%\\]|\/\/|\/\.\.?(?:\/|$)/.test(path)) {
      throw badRequest('Path must be at most 255 characters, URL-friendly and without dot segments');
    }
    const visibility = (['public', 'protected', 'private'] as const).find(
      (word) => word === upload.visibility.toLowerCase(),
    );
    if (visibility === undefined) throw badRequest('Visibility must be public, protected or private');
    if (upload.content.length > MAX_CONTENT[visibility]) {
      throw badRequest(`Content of a ${visibility} file must be at most ${MAX_CONTENT[visibility] / MEGABYTE} MB`);
    }
    const version: Version = {
      sid: newSid('ZN'),
      kind: file.kind,
      fileSid: file.sid,
      path,
      visibility,
      contentType: upload.contentType,
      content: upload.content,
      created: this.now,
    };
    service.versions.set(version.sid, version);
    return version;
  }

  build(service: Service, sid: string): Build {
    const build = service.builds.get(sid);
    if (build === undefined || (build.outcome === 'gone' && this.now >= build.finishes)) {
      return missing(service, 'Builds', sid);
    }
    return build;
  }

  buildStatus(build: Build): BuildStatus {
    if (this.now < build.finishes || build.outcome === 'gone') return 'building';
    return build.outcome;
  }

  /** Refused while an environment serves it. */
  deleteBuild(service: Service, build: Build): void {
    for (const environment of service.environments.values()) {
      if (environment.buildSid === build.sid) {
        throw badRequest(`Build ${build.sid} is deployed to environment ${environment.uniqueName}`);
      }
    }
    service.builds.delete(build.sid);
  }

  /** Twilio throws away what nobody deploys; so does the double, when it looks. */
  private forget(service: Service): void {
    const { idleBuildsKept, looseVersionsKept } = this.options.timings;
    const deployed = new Set(
      [...service.environments.values()].flatMap((environment) =>
        environment.deployments.map(({ buildSid }) => buildSid),
      ),
    );
    for (const build of service.builds.values()) {
      if (this.now - build.created > idleBuildsKept && !deployed.has(build.sid)) service.builds.delete(build.sid);
    }
    const built = new Set([...service.builds.values()].flatMap((build) => build.versions));
    for (const version of service.versions.values()) {
      if (this.now - version.created > looseVersionsKept && !built.has(version)) service.versions.delete(version.sid);
    }
  }
}

/** The name of a collection in an address. */
export const plural = (kind: FileKind) => (kind === 'asset' ? 'Assets' : 'Functions');

export function missing(service: Service, collection: string, sid: string): never {
  throw notFound(`/Services/${service.sid}/${collection}/${sid}`);
}

export function named(friendlyName: string): void {
  if (friendlyName.length > 255) throw badRequest('FriendlyName must be at most 255 characters');
}
