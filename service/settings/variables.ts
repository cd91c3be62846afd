/**
 * Every variable there is, in one table: what reads it, what it must look like, what happens without it. Settings,
 * `.env.example`, the documentation and `doctor` follow from it.
 */

/** What needs a variable. A function's name, the plugin's build, or the commands run from a laptop. */
export type User =
  | 'display-schema'
  | 'publishing'
  | 'fetch-persona'
  | 'fetch-persona-studio'
  | 'identifyUser'
  | 'track-events'
  | 'plugin'
  | 'commands'
  | 'sandbox';

export interface Variable {
  name: string;
  /** One or two sentences for the operator. */
  purpose: string;
  /** What it must look like, as a noun phrase that completes "Expected …". */
  expects: string;
  /** True when the value has that form. Never called with an empty string: empty means not set. */
  check: (value: string) => boolean;
  /** Never to be shown, logged, or put in a bundle. */
  secret: boolean;
  /** These do not work without it. */
  requiredBy: readonly User[];
  /** Needed as well as soon as another variable has any value but this one. */
  neededUnless?: { variable: string; is: string };
  /** These read it when it is there. */
  usedBy: readonly User[];
  /** What stands in for it when it is not set. */
  default?: string;
  /** True when Twilio sets it by itself in a deployed function. */
  providedByTwilio?: boolean;
  /** Names that earlier installations gave it; read when it is not set itself. */
  formerly?: readonly string[];
}

const sid = (prefix: string) => {
  const pattern = new RegExp(`^${prefix}[0-9a-fA-F]{32}$`);
  return (value: string) => pattern.test(value);
};
const oneOf =
  (...words: string[]) =>
  (value: string) =>
    words.includes(value);
const matches = (pattern: RegExp) => (value: string) => pattern.test(value);

const segmentReaders = ['fetch-persona', 'fetch-persona-studio'] as const;
const functions = ['display-schema', 'publishing', ...segmentReaders, 'identifyUser', 'track-events'] as const;

export const variables = [
  {
    name: 'ACCOUNT_SID',
    purpose: 'The Twilio account that Flex runs in.',
    expects: 'AC and 32 hexadecimal digits',
    check: sid('AC'),
    secret: false,
    requiredBy: ['display-schema', 'publishing', ...segmentReaders, 'track-events', 'commands'],
    usedBy: [],
    providedByTwilio: true,
  },
  {
    name: 'AUTH_TOKEN',
    purpose: 'The auth token of that account. Validates agents’ Flex tokens and signs requests for protected assets.',
    expects: '32 characters',
    check: matches(/^[0-9a-zA-Z]{32}$/),
    secret: true,
    requiredBy: [...functions, 'commands'],
    usedBy: [],
    providedByTwilio: true,
  },
  {
    name: 'SERVICE_SID',
    purpose: 'The Serverless Service that the functions run in. Published display schemas live beside them.',
    expects: 'ZS and 32 hexadecimal digits',
    check: sid('ZS'),
    secret: false,
    requiredBy: ['display-schema', 'publishing', ...segmentReaders, 'track-events'],
    usedBy: [],
    providedByTwilio: true,
  },
  {
    name: 'SEGMENT_SPACE_ID',
    purpose: 'The Segment space (Unify) that holds the customers’ profiles.',
    expects: 'the space id from Segment’s settings, letters, digits, "-" and "_"',
    check: matches(/^[A-Za-z0-9_-]{4,64}$/),
    secret: false,
    requiredBy: segmentReaders,
    usedBy: [],
  },
  {
    name: 'SEGMENT_PERSONA_KEY',
    purpose: 'Access token of Segment’s Profile API. It can read every customer, so it never leaves the functions.',
    expects: 'the access token as Segment shows it, without spaces',
    check: matches(/^[\x21-\x7e]{8,512}$/),
    secret: true,
    requiredBy: segmentReaders,
    usedBy: [],
    formerly: ['SEGMENT_PERSONAS_KEY'],
  },
  {
    name: 'SEGMENT_WRITE_KEY',
    purpose: 'Write key of the Segment source that identifyUser sends to.',
    expects: 'the write key as Segment shows it, without spaces',
    check: matches(/^[\x21-\x7e]{8,512}$/),
    secret: true,
    requiredBy: ['identifyUser'],
    usedBy: [],
  },
  {
    name: 'SEGMENT_EVENTS_WRITE_KEY',
    purpose:
      'Write key of a Segment source of its own for events of the plugin itself, see FLEX_APP_PLUGIN_EVENTS. Do not connect that source to the space of the customers: agents would become profiles there.',
    expects: 'the write key as Segment shows it, without spaces',
    check: matches(/^[\x21-\x7e]{8,512}$/),
    secret: true,
    requiredBy: [],
    neededUnless: { variable: 'FLEX_APP_PLUGIN_EVENTS', is: 'off' },
    usedBy: ['track-events'],
  },
  {
    name: 'SEGMENT_REGION',
    purpose: 'Where the Segment workspace lives. Data sent to the wrong region is lost.',
    expects: '"us" or "eu"',
    check: oneOf('us', 'eu'),
    secret: false,
    requiredBy: [],
    usedBy: [...segmentReaders, 'identifyUser', 'track-events'],
    default: 'us',
  },
  {
    name: 'SEGMENT_ID_TYPES',
    purpose:
      'Which task attribute holds which Segment id type, tried in this order until Segment knows the customer. An attribute is a top-level key, or a JSON Pointer when it starts with "/"; it can’t be inside context or conversations, which change during a conversation.',
    expects: 'attribute=id_type pairs separated by commas, such as "userId=user_id,email=email,from=phone"',
    check: (value) => parseIdTypes(value) !== undefined,
    secret: false,
    requiredBy: [],
    usedBy: ['fetch-persona'],
    default: 'userId=user_id',
  },
  {
    name: 'PERSONA_ACCESS',
    purpose:
      'Whose customers an agent may look at: "task" allows tasks on which the agent has a reservation, "any" every task of the workspace. Supervisors and admins may look at any task either way.',
    expects: '"task" or "any"',
    check: oneOf('task', 'any'),
    secret: false,
    requiredBy: [],
    usedBy: ['fetch-persona'],
    default: 'task',
  },
  {
    name: 'FLEX_ORIGINS',
    purpose: 'The origins that Flex is opened at. Only pages of these may read the functions’ answers.',
    expects: 'origins separated by commas, such as "https://flex.twilio.com"',
    check: (value) => parseOrigins(value) !== undefined,
    secret: false,
    requiredBy: [],
    usedBy: functions,
    default: 'https://flex.twilio.com,http://localhost:3000',
  },
  {
    name: 'TWILIO_IAM_REALM',
    purpose: 'Realm of Twilio’s token validation, for accounts that Twilio told to use one. Leave it empty otherwise.',
    expects: 'a word of lower-case letters, digits and "-"',
    check: matches(/^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/),
    secret: false,
    requiredBy: [],
    usedBy: ['display-schema', 'publishing', 'fetch-persona', 'track-events'],
  },
  {
    name: 'CUSTOMER_CONTEXT_LOOPBACK',
    purpose: 'Development only: sends all upstream requests to a double on this machine. Never set it when deploying.',
    expects: 'http://127.0.0.1:<port> or http://localhost:<port>',
    check: matches(/^http:\/\/(?:127\.0\.0\.1|localhost):[0-9]{1,5}$/),
    secret: false,
    requiredBy: [],
    usedBy: ['sandbox'],
  },
  {
    name: 'FLEX_APP_FUNCTIONS_BASE',
    purpose:
      'Address of the deployed functions, without a trailing slash. Empty: the plugin shows the context tab only, in the generic view.',
    expects: 'an https address, or a path on Flex’s own origin',
    check: matches(/^(?:https:\/\/[^/\s]+|http:\/\/(?:127\.0\.0\.1|localhost):[0-9]{1,5})?(?:\/[^\s?#]*[^\s?#/])?$/),
    secret: false,
    requiredBy: [],
    usedBy: ['plugin'],
  },
  {
    name: 'FLEX_APP_PLACEMENT',
    purpose: 'Where the plugin puts itself: Panel 2, a tab of the task, or a tab of Unified Profiles.',
    expects: '"panel2", "tab" or "profiles"',
    check: oneOf('panel2', 'tab', 'profiles'),
    secret: false,
    requiredBy: [],
    usedBy: ['plugin'],
    default: 'panel2',
  },
  {
    name: 'FLEX_APP_PLUGIN_EVENTS',
    purpose:
      'Whether the plugin tells Segment how it is used, through the functions: "anonymous" names a random id per visit, "worker" the worker’s SID. Nothing of a customer is in it. Build the plugin and deploy the functions with the same value.',
    expects: '"off", "anonymous" or "worker"',
    check: oneOf('off', 'anonymous', 'worker'),
    secret: false,
    requiredBy: [],
    usedBy: ['plugin', 'track-events'],
    default: 'off',
  },
] as const satisfies readonly Variable[];

export type VariableName = (typeof variables)[number]['name'];

/** The value of a variable among others, under its name or one that it had; empty when it is not set. */
export function valueIn(values: Readonly<Record<string, unknown>>, { name, formerly = [] }: Variable): string {
  for (const key of [name, ...formerly]) {
    const value = values[key];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return '';
}

/** Whether what is set among others makes a variable necessary that is optional by itself. */
export function isNeededBeside(values: Readonly<Record<string, unknown>>, { neededUnless }: Variable): boolean {
  if (neededUnless === undefined) return false;
  const other = (variables as readonly Variable[]).find(({ name }) => name === neededUnless.variable);
  const value = other === undefined ? '' : valueIn(values, other);
  return value !== '' && value !== neededUnless.is;
}

/** One way to find a customer: the task attribute, and the Segment id type it holds. */
export interface IdSource {
  attribute: string;
  idType: string;
}

/**
 * Attributes that change while a conversation goes on. Who the customer is may not depend on them: what was loaded for
 * one customer would stand there while the next is looked up.
 */
const CHANGING = /^\/?(?:context|conversations)(?:\/|$)/;

/** `userId=user_id,from=phone` → pairs in order; undefined when a pair is malformed or names a changing attribute. */
export function parseIdTypes(value: string): IdSource[] | undefined {
  const sources: IdSource[] = [];
  for (const part of value.split(',')) {
    const match = /^\s*(?<attribute>[^=,]{1,200}?)\s*=\s*(?<idType>[A-Za-z0-9_.$-]{1,100})\s*$/.exec(part);
    const attribute = match?.groups?.['attribute'];
    const idType = match?.groups?.['idType'];
    if (attribute === undefined || idType === undefined || CHANGING.test(attribute)) return undefined;
    sources.push({ attribute, idType });
  }
  return sources;
}

/** Comma-separated origins, normalised; undefined when one is not an http(s) origin. */
export function parseOrigins(value: string): string[] | undefined {
  const origins: string[] = [];
  for (const part of value.split(',')) {
    const text = part.trim();
    let url: URL;
    try {
      url = new URL(text);
    } catch {
      return undefined;
    }
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
    if (text.replace(/\/$/, '').toLowerCase() !== url.origin) return undefined;
    origins.push(url.origin);
  }
  return origins;
}
