import { accountName, type Account } from '../cloud/account';
import { placeName, type Place, type Wanted } from '../cloud/service';
import type { PluginPlan } from './plugin-plan';
import type { ServicePlan } from './service-plan';

/** A plan as a whole. The plugin is undefined while its address of the functions is not known. */
export interface Plan {
  account: Account;
  place: Place;
  wanted: Wanted;
  service: ServicePlan;
  /** Name and version of the plugin, and what agents load now. */
  plugin: PluginPlan | undefined;
  pluginName: string;
  /** What is going to be the version as long as `plugin` is undefined. */
  pluginVersion: string;
  released: string | undefined;
  release: boolean;
  /** Plugins of others that no new release can hold, in sentences. */
  dropped: readonly string[];
}

const SIGNS = { new: '+', changed: '~', same: '=', removed: '-', kept: '=', left: '=' } as const;
const WORDS = {
  new: 'new',
  changed: 'changed',
  same: 'same',
  removed: 'removed: this version does not have it',
  kept: 'kept: not ours',
  left: 'left as it is: not set here',
} as const;

const SETTING = '“Add my Twilio Credentials (ACCOUNT_SID) and (AUTH_TOKEN) to ENV”';
const CREDENTIALS = {
  given: `  ~ setting ${SETTING}  to be switched on: our functions can’t do without`,
  missing: `  ! setting ${SETTING}  is off: our functions can’t do without`,
} as const;

/** Where that setting is in the Console. */
export const CREDENTIALS_SETTING = `Console → Functions and Assets → the service → Settings → Environment Variables → ${SETTING}`;

/** What is going to change, in words. Variables by name only. */
export function planLines({ account, place, wanted, service, ...rest }: Plan): string[] {
  const row = (what: string, name: string, change: keyof typeof SIGNS) =>
    `  ${SIGNS[change]} ${what} ${name}  ${WORDS[change]}`;
  const where = place.environment === undefined ? 'to be created' : `https://${place.environment.domain}`;
  return [
    `Account: ${accountName(account)}`,
    `Functions: ${placeName(place, wanted)}, ${where}`,
    ...service.files.map(({ kind, path, change }) => row(kind, path, change)),
    ...service.variables.map(({ name, change }) => row('variable', name, change)),
    ...(service.credentials === undefined ? [] : [CREDENTIALS[service.credentials]]),
    ...(service.runtimeBefore === undefined ? [] : runtimeLines(service, service.runtimeBefore)),
    ...(service.needsBuild ? [] : ['  Nothing to deploy: functions and assets are as they are here.']),
    `Plugin: ${pluginLine(rest)}`,
    `Release: ${releaseLine(rest)}`,
    ...(releases(rest) ? rest.dropped.map((sentence) => `  - ${sentence}`) : []),
  ];
}

function runtimeLines({ files }: ServicePlan, before: string): string[] {
  const others = files.some(({ kind, change }) => kind === 'function' && change === 'kept');
  return [`  ~ runtime ${before} → node22${others ? ', for the functions that are not ours as well' : ''}`];
}

type PluginPart = Omit<Plan, 'account' | 'place' | 'wanted' | 'service'>;

function versionOf({ plugin, pluginVersion }: PluginPart): string {
  if (plugin === undefined) return pluginVersion;
  return plugin.change === 'same' ? plugin.registered.version : plugin.version;
}

function pluginLine(part: PluginPart): string {
  const { plugin, pluginName } = part;
  const version = versionOf(part);
  if (plugin === undefined)
    return `${pluginName} ${version} or the next free version, once the functions have an address`;
  if (plugin.change === 'same') return `${pluginName} ${version} is registered with this very content`;
  const because = plugin.because === undefined ? '' : ` (${plugin.because})`;
  return `${pluginName} ${version}, new${because}`;
}

/** Whether a new release is made. */
const releases = (part: PluginPart): boolean => part.release && part.released !== versionOf(part);

function releaseLine(part: PluginPart): string {
  const { released, release } = part;
  const now = released === undefined ? 'agents do not load the plugin yet' : `agents load ${released}`;
  if (!release) return `none: ${now}. --release changes that`;
  return releases(part) ? `${now}; then ${versionOf(part)}, other plugins as before` : `${now} already`;
}

/** The same for programs. */
export function planJson({ account, place, wanted, service, ...rest }: Plan): object {
  return {
    account: account.accountSid,
    service: place.service?.uniqueName ?? wanted.service,
    environment: place.environment?.suffix ?? wanted.suffix,
    domain: place.environment?.domain ?? null,
    files: service.files.map(({ kind, path, change }) => ({ kind, path, change })),
    variables: service.variables,
    runtimeBefore: service.runtimeBefore ?? null,
    credentials: service.credentials ?? null,
    plugin: {
      name: rest.pluginName,
      version: versionOf(rest),
      change: rest.plugin?.change ?? 'new',
      released: rest.released ?? null,
    },
    release: rest.release,
    dropped: releases(rest) ? rest.dropped : [],
  };
}
