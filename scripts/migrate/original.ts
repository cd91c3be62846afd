/**
 * What the original Customer Context Plugin documents and does, as far as somebody who leaves it must know: names and
 * shapes only. The tables of docs/migrate.md and the test that makes these calls both come from here.
 */

/** Where the facts come from. */
export const READ_FROM = {
  repository: 'https://github.com/TwilioLatamEngHub/segment-service-plugin',
  commit: '90a6e471',
  commitDate: '2022-04-08',
  read: '2026-11-26',
} as const;

/** A call that the original's documentation tells its users to make, or that its plugin makes. */
export interface OriginalCall {
  /** The path below the functions' domain. */
  path: string;
  /** Where it stands. */
  told: string;
  /** `signed`: by Twilio, as Studio's Run Function widget does. `token`: with an agent's Flex token. */
  caller: 'signed' | 'token';
  /** Sent as a form by POST; values in angle brackets stand for those of the caller. */
  parameters: Readonly<Record<string, string>>;
  /** What our functions answer: the status, and for the guide what that means. */
  status: 200 | 400 | 404;
  meaning: string;
}

export const CALLS: readonly OriginalCall[] = [
  {
    path: 'fetch-persona-studio',
    told: 'README, text',
    caller: 'signed',
    parameters: { idType: 'user_id', identifier: '<userId>' },
    status: 200,
    meaning: 'Works. The answer has other keys; see the next table.',
  },
  {
    path: 'fetchPersona-studio',
    told: 'README, picture; the name of the file',
    caller: 'signed',
    parameters: { idType: 'user_id', identifier: '<userId>' },
    status: 200,
    meaning: 'Works: a second name of the same function.',
  },
  {
    path: 'identifyUser',
    told: 'README, text and picture',
    caller: 'signed',
    parameters: { userId: '<userId>', traits: '{"shoeSize": 42}' },
    status: 200,
    meaning: 'Works. The answer has other keys; see the next table.',
  },
  {
    path: 'fetch-persona',
    told: 'README, text',
    caller: 'token',
    parameters: { Token: '<token>', idType: 'user_id', limit: '100', identifier: '<userId>' },
    status: 400,
    meaning: 'Refused: an agent can’t name a customer any more, only a task. Our plugin sends `taskSid`.',
  },
  {
    path: 'fetchPersona',
    told: 'the plugin’s source',
    caller: 'token',
    parameters: { Token: '<token>', idType: 'user_id', limit: '100', identifier: '<userId>' },
    status: 404,
    meaning: 'Gone. The original’s plugin shows no traits and events from here on; release ours right after.',
  },
];

/** A key of an answer of the original, and what a flow reads instead. */
export interface OriginalKey {
  /** The function of ours that answers instead. */
  path: 'fetch-persona-studio' | 'identifyUser';
  key: string;
  /** JSON Pointer into our answer; null: there is nothing instead. */
  ours: string | null;
  remark: string;
}

export const KEYS: readonly OriginalKey[] = [
  {
    path: 'fetch-persona-studio',
    key: 'traits',
    ours: '/traits',
    remark: 'The same shape, and `{}` instead of no key. The display schema’s `studio.traits` may choose which.',
  },
  { path: 'fetch-persona-studio', key: 'events', ours: '/events', remark: 'A list, newest first, and never absent.' },
  { path: 'fetch-persona-studio', key: 'events[].event', ours: '/events/0/name', remark: 'The event’s name.' },
  { path: 'fetch-persona-studio', key: 'events[].timestamp', ours: '/events/0/timestamp', remark: 'The same.' },
  { path: 'fetch-persona-studio', key: 'events[].properties', ours: '/events/0/properties', remark: 'The same.' },
  {
    path: 'fetch-persona-studio',
    key: 'events[]: every other key',
    ours: null,
    remark: 'Left out: Segment’s `context` carries addresses of customers’ devices.',
  },
  {
    path: 'fetch-persona-studio',
    key: 'audiences',
    ours: null,
    remark: 'Was always an empty list. An audience is a trait that is true or false: read it in `traits`.',
  },
  { path: 'fetch-persona-studio', key: 'externalIds', ours: null, remark: 'Not fetched.' },
  { path: 'fetch-persona-studio', key: 'anonymousId', ours: null, remark: 'Not fetched.' },
  {
    path: 'fetch-persona-studio',
    key: 'statusCode',
    ours: '/error',
    remark: 'Was there only when Segment failed. Now `error` is always there: empty, or a word such as `rate_limited`.',
  },
  {
    path: 'fetch-persona-studio',
    key: 'statusCode 404',
    ours: '/found',
    remark: 'A customer Segment does not know: `found` is false.',
  },
  { path: 'fetch-persona-studio', key: 'statusMessage', ours: '/error', remark: 'A word instead of a sentence.' },
  {
    path: 'identifyUser',
    key: 'result',
    ours: '/accepted',
    remark:
      'Was true also when Segment had refused. Now a failure is an error answer: the widget takes its “fail” transition.',
  },
  { path: 'identifyUser', key: 'userId', ours: null, remark: 'The flow has it already.' },
];

/** A variable of the original's `.env.example` files and sources. */
export interface OriginalVariable {
  name: string;
  /** The name in our table; null: not read. */
  ours: string | null;
  remark: string;
}

export const VARIABLES: readonly OriginalVariable[] = [
  { name: 'ACCOUNT_SID', ours: 'ACCOUNT_SID', remark: 'The same.' },
  { name: 'AUTH_TOKEN', ours: 'AUTH_TOKEN', remark: 'The same.' },
  { name: 'SEGMENT_SPACE_ID', ours: 'SEGMENT_SPACE_ID', remark: 'The same.' },
  { name: 'SEGMENT_PERSONAS_KEY', ours: 'SEGMENT_PERSONA_KEY', remark: 'Read under either name; ours wins.' },
  { name: 'SEGMENT_WRITE_KEY', ours: 'SEGMENT_WRITE_KEY', remark: 'The same.' },
  { name: 'FLEX_APP_FUNCTIONS_BASE', ours: 'FLEX_APP_FUNCTIONS_BASE', remark: 'The same; empty means context only.' },
  { name: 'VALIDATE_AUTH', ours: null, remark: 'Tokens are always checked.' },
  { name: 'OKTA_ISSUER', ours: null, remark: 'Only Flex tokens are taken.' },
];

/** Task attributes that the original's plugin reads, and an example of each. */
export const ATTRIBUTES: readonly { name: string; remark: string }[] = [
  {
    name: 'context',
    remark: 'Shown on the Context tab. The original shows texts; nested objects and lists are shown too.',
  },
  { name: 'userId', remark: 'The customer’s `user_id` in Segment. More id types: `SEGMENT_ID_TYPES`.' },
];
