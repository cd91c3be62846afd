import { setTimeout as sleep } from 'node:timers/promises';
import type { Call } from '../../service/call';
import { createHttpClient, type HttpClient } from '../../service/http/client';
import { readSettings, type Settings } from '../../service/settings/settings';
import { createTwilioApi, type TwilioApi } from '../../service/twilio/api';
import { basic } from '../../service/twilio/credentials';
import type { Variables } from '../build/environment';
import type { LocalFunction } from '../build/local-functions';
import { deployedBuild, findPlace, type Environment, type Place, type Wanted } from '../cloud/service';
import type { BuildContent } from '../cloud/build';
import { connectClouds, type Clouds } from '../cloud/clouds';
import { readPlugin, type PluginState } from '../deploy/plugin-state';
import { createApiProbe, createProbe, type Probe } from './probe';

export interface DoctorOptions {
  variables: Variables;
  wanted: Wanted;
  /** Name of the plugin, from `plugin/package.json`. */
  plugin: string;
  /** The functions of this checkout: path, and whether it is protected. */
  functions: readonly LocalFunction[];
  /** The sandbox was named. */
  sandbox: boolean;
  nodeVersion: string;
  /** A command as it has to be typed here. */
  command: (name: string, ...words: string[]) => string;
  now: () => number;
  /** For one answer of an upstream, in ms. */
  timeoutMs: number;
}

/** Where the functions are, once that is known. */
export interface Deployed {
  serviceSid: string;
  environment: Environment;
  build: BuildContent;
}

/** What checks look with. What several of them need is read once. */
export interface Doctor extends DoctorOptions {
  settings: Settings;
  probe: Probe;
  /** For APIs of Twilio and Segment: what something in between answers is told from what they do. @throws InBetween */
  ask: Probe;
  /** For the service's own readers, whose answers must mean the same here. */
  http: HttpClient;
  api: () => TwilioApi;
  call: () => Call;
  /** `Authorization` of the account. @throws ServiceError */
  authorization: () => string;
  clouds: () => Clouds;
  place: () => Promise<Place>;
  /** Undefined: nothing is deployed. */
  deployed: () => Promise<Deployed | undefined>;
  /** What the environment of the functions holds by name, which may be secrets; nothing where there is none. */
  inService: () => Promise<Readonly<Record<string, string>>>;
  pluginState: () => Promise<PluginState>;
}

const nothing = () => undefined;
const LONGEST_PAUSE_MS = 1_000;

export function createDoctor(options: DoctorOptions): Doctor {
  const { variables, wanted, timeoutMs } = options;
  const settings = readSettings(variables);
  const loopbackOrigin = loopbackOf(settings);
  const http = createHttpClient({ loopbackOrigin });
  const account = () => ({ accountSid: settings.get('ACCOUNT_SID'), authToken: settings.get('AUTH_TOKEN') });
  // A check has no time to wait for as long as Twilio may ask.
  const briefly = (ms: number) => sleep(Math.min(ms, LONGEST_PAUSE_MS));
  const clouds = once(() => connectClouds(variables, { timeoutMs, sleep: briefly }));
  const probe = createProbe(loopbackOrigin, timeoutMs);
  const place = once(() => findPlace(clouds(), wanted));
  return {
    ...options,
    settings,
    probe,
    ask: createApiProbe(probe),
    http,
    api: () => createTwilioApi(http, account()),
    call: () => ({
      requestId: 'doctor',
      deadline: Date.now() + timeoutMs,
      now: Date.now,
      record: nothing,
      cache: nothing,
      log: nothing,
    }),
    authorization: () => basic(account().accountSid, account().authToken),
    clouds,
    place,
    deployed: once(async () => {
      const { service, environment } = await place();
      if (service === undefined || environment === undefined) return undefined;
      const build = await deployedBuild(clouds(), service.sid, environment);
      return build === undefined ? undefined : { serviceSid: service.sid, environment, build };
    }),
    inService: once(async () => {
      const { service, environment } = await place();
      if (service === undefined || environment === undefined) return {};
      const { environments } = clouds().twilio.serverless.v1.services(service.sid);
      const listed = await environments(environment.sid).variables.list();
      return Object.fromEntries(listed.map(({ key, value }) => [key, value]));
    }),
    pluginState: once(() => readPlugin(clouds(), options.plugin)),
  };
}

/** @throws ServiceError when it is malformed: then nothing may be sent anywhere. */
function loopbackOf(settings: Settings): string | undefined {
  return settings.optional('CUSTOMER_CONTEXT_LOOPBACK');
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
