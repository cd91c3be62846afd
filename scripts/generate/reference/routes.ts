/** One parameter of a URL. */
export interface Parameter {
  name: string;
  needed?: boolean;
  meaning: string;
}

/** One thing that a URL can be asked, and the contract of its answer in schemas/contracts/, if it has one. */
export interface Answer {
  when: string;
  contract?: string;
  meaning?: string;
}

/** One URL of the service, as its documentation tells it. Paths are those of the files in functions/. */
export interface Documented {
  path: string;
  who: string;
  purpose: string;
  parameters: readonly Parameter[];
  answers: readonly Answer[];
  notes: readonly string[];
}

const token: Parameter = { name: 'Token', needed: true, meaning: 'The Flex token of whoever asks.' };

const studioNote =
  'Protected: Twilio lets through only requests that carry a valid `X-Twilio-Signature`, which Studio’s Run Function widget adds. Answers come within 4.5 seconds.';

/** Every URL, in the order of the documentation. */
export const ROUTES: readonly Documented[] = [
  {
    path: 'fetch-persona',
    who: 'Agents, for tasks that they hold a reservation on; supervisors and admins, for any task',
    purpose: 'Traits and events of the customer of a task, without anything that the display schema does not show.',
    parameters: [
      token,
      {
        name: 'taskSid',
        meaning: 'The task whose customer is wanted. Needed, except for a preview of a named customer.',
      },
      { name: 'include', meaning: '`traits`, `events`, or `traits,events`, which is also what it is when left out.' },
      { name: 'refresh', meaning: '`true` asks Segment even if there is an answer of the last seconds.' },
      { name: 'cursor', meaning: 'The `cursor` of a page of events: answers with the page after it.' },
      {
        name: 'reveal',
        meaning: 'JSON Pointer of a masked trait: answers with its whole value, if the role allows it.',
      },
      { name: 'purpose', meaning: '`preview`: everything, without a display schema. For admins only, and logged.' },
      { name: 'idType', meaning: 'For a preview without a task: which kind of id, such as `user_id` or `email`.' },
      { name: 'identifier', meaning: 'For a preview without a task: the id.' },
    ],
    answers: [
      { when: 'traits and events', contract: 'persona' },
      { when: '`cursor`', contract: 'events-answer' },
      { when: '`reveal`', contract: 'reveal-answer' },
    ],
    notes: [
      'A customer whom Segment does not know is no error: `found` is false.',
      '`cursor` and `reveal` can’t be asked for together.',
    ],
  },
  {
    path: 'display-schema',
    who: 'Agents',
    purpose: 'The published display schema, or that the caller already has it.',
    parameters: [
      token,
      {
        name: 'revision',
        meaning: 'The revision that the caller has; if it is the published one, the document is not sent again.',
      },
      {
        name: 'revisionId',
        meaning: 'The `revisionId` that came with it, if one did: two revisions may share a number.',
      },
    ],
    answers: [{ when: 'always', contract: 'display-schema-answer' }],
    notes: [],
  },
  {
    path: 'display-schema/publish',
    who: 'Admins',
    purpose: 'Starts publishing a document, or an earlier revision again.',
    parameters: [
      token,
      {
        name: 'baseRevision',
        needed: true,
        meaning:
          'The revision that the admin started from; 0 if nothing was published. Another one published since is a `conflict`.',
      },
      {
        name: 'baseId',
        meaning: 'Its id, if it has one; two revisions may share a number. Left out: only the number is compared.',
      },
      { name: 'comment', meaning: 'Why, for the history.' },
      { name: 'document', meaning: 'The display schema as JSON. Either this or `restore`.' },
      { name: 'restore', meaning: 'An earlier revision whose document becomes a new revision.' },
    ],
    answers: [
      { when: 'the document has errors', meaning: '`{ "status": "invalid", "report" }`, with every problem.' },
      {
        when: 'it was taken',
        meaning:
          '`{ "status": "building", "revision", "id", "ticket", "expiresAt", "report" }`. Ask `publish-status` with the ticket.',
      },
    ],
    notes: [],
  },
  {
    path: 'display-schema/publish-status',
    who: 'The admin who publishes',
    purpose: 'Brings a publication one step further and says how far it is. May be asked any number of times.',
    parameters: [token, { name: 'ticket', needed: true, meaning: 'What `publish` answered.' }],
    answers: [
      { when: 'Twilio is building', meaning: '`{ "status": "building", "revision", "seconds" }`' },
      {
        when: 'it is deployed',
        meaning: '`{ "status": "deployed", "revision", "overwrote" }`; agents get it within seconds.',
      },
      { when: 'it is served', meaning: '`{ "status": "live", "revision", "overwrote" }`' },
      { when: 'somebody has published since', meaning: '`{ "status": "superseded", "revision", "by" }`' },
      {
        when: 'somebody’s publication of the same moment replaced it',
        meaning: '`{ "status": "overwritten", "revision" }`',
      },
    ],
    notes: [],
  },
  {
    path: 'display-schema/history',
    who: 'Admins',
    purpose: 'Who published what, when and why: the last 50 revisions, ten at a time.',
    parameters: [
      token,
      { name: 'before', meaning: 'The `next` of a page: answers with older revisions.' },
      { name: 'revision', meaning: 'One revision: answers with its document.' },
    ],
    answers: [
      { when: 'nothing was ever published', meaning: '`{ "status": "none" }`' },
      { when: 'there are revisions', meaning: '`{ "status": "published", "live", "revisions", "next" }`' },
      { when: '`revision`', meaning: '`{ "status": "revision", "live", "entry", "document" }`' },
    ],
    notes: [],
  },
  {
    path: 'track-events',
    who: 'Agents, where `FLEX_APP_PLUGIN_EVENTS` is not `off`',
    purpose: 'Passes on to Segment how the plugin is used: see [plugin events](plugin-events.md).',
    parameters: [
      token,
      { name: 'session', needed: true, meaning: 'A random UUID, the same until Flex is loaded again.' },
      {
        name: 'events',
        needed: true,
        meaning: 'JSON of a list of 1 to 25 events ([schema](../schemas/generated/plugin-events.ts)), up to 32 kB.',
      },
    ],
    answers: [{ when: 'Segment has taken them', contract: 'track-answer' }],
    notes: [
      'An event or a property that is not in the table makes the whole request a `bad_request`; nothing is sent on.',
      'Where it is off the answer is `not_configured`, and the plugin does not ask again until Flex is loaded anew.',
    ],
  },
  {
    path: 'fetch-persona-studio',
    who: 'Studio flows',
    purpose: 'A customer’s traits and events for a flow to route on.',
    parameters: [
      { name: 'idType', needed: true, meaning: 'Which kind of id: `user_id`, `email`, `phone` and so on.' },
      { name: 'identifier', needed: true, meaning: 'The id. The Liquid of the widget may take it from the flow.' },
    ],
    answers: [{ when: 'always', contract: 'studio-persona' }],
    notes: [
      studioNote,
      'Every answer has the same keys, so that a flow which asks again never reads what belonged to an earlier answer.',
      'When Segment can’t be asked the answer is still 200, with a code in `error`. A flow can go on without it.',
      'At most 64 kB: the oldest events are left out first, then the largest traits, and `truncated` is true.',
    ],
  },
  {
    path: 'fetchPersona-studio',
    who: 'Studio flows of the original Customer Context Plugin',
    purpose: '`fetch-persona-studio` under the name that the original’s files have ([migrate.md](migrate.md)).',
    parameters: [
      { name: 'idType', needed: true, meaning: 'As there.' },
      { name: 'identifier', needed: true, meaning: 'As there.' },
    ],
    answers: [{ when: 'always', meaning: 'What `fetch-persona-studio` answers.' }],
    notes: [studioNote],
  },
  {
    path: 'identifyUser',
    who: 'Studio flows',
    purpose: 'Stores what a flow learned about a customer.',
    parameters: [
      { name: 'userId', needed: true, meaning: 'The customer’s id in Segment.' },
      {
        name: 'traits',
        needed: true,
        meaning: 'What was learned: an object, or its JSON as a text, which is what Studio sends.',
      },
      { name: 'messageId', meaning: 'Makes repeated requests count once. Left out: a random one.' },
    ],
    answers: [{ when: 'Segment has accepted it', contract: 'identify-answer' }],
    notes: [
      studioNote,
      'A failure is an error answer, so that the widget takes its "fail" transition. Accepted does not mean applied: Segment does that shortly afterwards, and does not say whether it did.',
    ],
  },
];
