import type { EnvironmentInstance } from 'twilio/lib/rest/serverless/v1/service/environment';
import type { ServiceInstance } from 'twilio/lib/rest/serverless/v1/service';
import { SCHEMA_ENVIRONMENT } from '../../service/schema-store/index-document';
import { CommandError } from '../schema/command';
import { readBuild, type BuildContent } from './build';
import type { Clouds } from './clouds';
import type { Asked, CloudIo } from './command';
import { cloudError } from './trouble';

/** The Serverless Service that the functions run in when nothing else is said; Twilio's own tools take the same. */
export const SERVICE_NAME = 'customer-context';
/** What Twilio's own tools call the environment that they deploy to. */
export const DEFAULT_ENVIRONMENT = 'dev';

/** Options of every command that works on the functions. */
export const PLACE_OPTIONS = {
  'service-name': `The Serverless Service. Default: SERVICE_SID, or else ${SERVICE_NAME}.`,
  environment: `The environment of the functions, by its domain suffix. Default: ${DEFAULT_ENVIRONMENT}.`,
};
export const PLACE_FLAGS = { production: 'The environment without a suffix, instead of --environment.' };

/** Which service and environment was asked for. */
export interface Wanted {
  /** SID, or unique name. */
  service: string;
  /** Domain suffix; empty: none. */
  suffix: string;
  /** Nobody said so: it is the default. */
  suffixByDefault: boolean;
}

export interface Environment {
  sid: string;
  uniqueName: string;
  suffix: string;
  domain: string;
  /** What is deployed to it. */
  build: string | undefined;
}

/** What is there of the functions' place. Absent: to be created. */
export interface Place {
  service?: {
    sid: string;
    uniqueName: string;
    /** Functions get ACCOUNT_SID and AUTH_TOKEN. */
    includeCredentials: boolean;
  };
  environment?: Environment;
  /** Other environments of the service, without that of the display schemas. */
  others: readonly Environment[];
  /** That of the display schemas. */
  schemas?: Environment;
}

/** @throws CommandError for what can't be a name, and for the environment of the display schemas. */
export function wantedPlace({ options, flags }: Asked, { variables }: Pick<CloudIo, 'variables'>): Wanted {
  const { 'service-name': name, environment } = options;
  if (name !== undefined && !/^[\w-]{1,50}$/.test(name)) {
    throw new CommandError('--service-name has at most 50 letters, digits, "-" and "_".');
  }
  if (flags.has('production') && environment !== undefined) {
    throw new CommandError('Give --environment or --production, not both.');
  }
  if (environment !== undefined && !/^[a-z0-9-]{1,16}$/.test(environment)) {
    throw new CommandError('--environment has at most 16 lower-case letters, digits and "-".');
  }
  if (environment === SCHEMA_ENVIRONMENT) {
    throw new CommandError(`The environment ${SCHEMA_ENVIRONMENT} holds the published display schemas. Name another.`);
  }
  return {
    service: name ?? (variables['SERVICE_SID']?.trim() || SERVICE_NAME),
    suffix: flags.has('production') ? '' : (environment ?? DEFAULT_ENVIRONMENT),
    suffixByDefault: environment === undefined && !flags.has('production'),
  };
}

/**
 * @param unknown what a SID that the account does not have means: a mistake, or that there is nothing
 * @throws CommandError when SERVICE_SID is not known; CloudError.
 */
export async function findPlace(
  clouds: Clouds,
  wanted: Wanted,
  unknown: 'mistake' | 'nothing' = 'mistake',
): Promise<Place> {
  const service = await clouds.twilio.serverless.v1
    .services(wanted.service)
    .fetch()
    .catch((error: unknown): ServiceInstance | undefined => {
      if (cloudError(error)?.status === 404) return undefined;
      throw error;
    });
  if (service === undefined) {
    if (!isServiceSid(wanted.service) || unknown === 'nothing') return { others: [] };
    throw new CommandError(
      `Twilio does not know SERVICE_SID in the account ${clouds.account.accountSid}. It may be that of another account: correct it, or leave it empty.`,
      2,
      'not_configured',
    );
  }
  const all = await environmentsOf(clouds, service.sid);
  const functions = all.filter(({ uniqueName }) => uniqueName !== SCHEMA_ENVIRONMENT);
  const same = functions.filter(({ suffix }) => suffix === wanted.suffix);
  const environment = same.find(({ uniqueName }) => uniqueName === environmentName(wanted.suffix)) ?? same[0];
  const schemas = all.find(({ uniqueName }) => uniqueName === SCHEMA_ENVIRONMENT);
  return {
    service: { sid: service.sid, uniqueName: service.uniqueName, includeCredentials: service.includeCredentials },
    ...(environment === undefined ? {} : { environment }),
    others: functions.filter((one) => one !== environment),
    ...(schemas === undefined ? {} : { schemas }),
  };
}

export const isServiceSid = (text: string): boolean => /^ZS[0-9a-fA-F]{32}$/.test(text);

/** The unique name that Twilio's own tools give an environment with this suffix. */
function environmentName(suffix: string): string {
  return suffix === '' ? 'production' : `${suffix}-environment`;
}

/** Makes a service of this name, as Twilio's own tools do. @returns its SID @throws CloudError */
export async function createService({ twilio }: Clouds, name: string): Promise<string> {
  // The functions get ACCOUNT_SID and AUTH_TOKEN with the credentials.
  const settings = { uniqueName: name, friendlyName: name, includeCredentials: true, uiEditable: false };
  return (await twilio.serverless.v1.services.create(settings)).sid;
}

/** Has a service give its functions ACCOUNT_SID and AUTH_TOKEN. @throws CloudError */
export async function giveCredentials({ twilio }: Clouds, serviceSid: string): Promise<void> {
  await twilio.serverless.v1.services(serviceSid).update({ includeCredentials: true });
}

/** Makes the environment with this suffix. @throws CloudError */
export async function createEnvironment({ twilio }: Clouds, serviceSid: string, suffix: string): Promise<Environment> {
  const created = await twilio.serverless.v1.services(serviceSid).environments.create({
    uniqueName: environmentName(suffix),
    ...(suffix === '' ? {} : { domainSuffix: suffix }),
  });
  return environmentOf(created);
}

/** All environments of a service. @throws CloudError */
export async function environmentsOf({ twilio }: Clouds, serviceSid: string): Promise<Environment[]> {
  return (await twilio.serverless.v1.services(serviceSid).environments.list()).map(environmentOf);
}

/** An environment as it is now. @throws CloudError */
export async function fetchEnvironment({ twilio }: Clouds, serviceSid: string, sid: string): Promise<Environment> {
  return environmentOf(await twilio.serverless.v1.services(serviceSid).environments(sid).fetch());
}

function environmentOf(one: EnvironmentInstance): Environment {
  return {
    sid: one.sid,
    uniqueName: one.uniqueName,
    suffix: orNothing(one.domainSuffix) ?? '',
    domain: one.domainName,
    build: orNothing(one.buildSid),
  };
}

/** Twilio answers null where there is none, whatever the library's types say. */
export function orNothing(value: string | null | undefined): string | undefined {
  return value ?? undefined;
}

/** What is deployed to an environment; undefined: nothing. */
export async function deployedBuild(
  clouds: Clouds,
  serviceSid: string,
  environment: Environment | undefined,
): Promise<BuildContent | undefined> {
  return environment?.build === undefined ? undefined : readBuild(clouds, serviceSid, environment.build);
}

/** A place in words. */
export function placeName({ service, environment }: Place, wanted: Wanted): string {
  const suffix = environment?.suffix ?? wanted.suffix;
  return `service ${service?.uniqueName ?? wanted.service}, ${suffix === '' ? 'environment without suffix' : `environment ${suffix}`}`;
}

/** The place of a command that works on what was deployed; undefined: there is none. @throws CommandError; CloudError */
export async function existingPlace(
  clouds: Clouds,
  wanted: Wanted,
): Promise<{ service: NonNullable<Place['service']>; environment: Environment } | undefined> {
  const { service, environment } = await findPlace(clouds, wanted);
  return service === undefined || environment === undefined ? undefined : { service, environment };
}
