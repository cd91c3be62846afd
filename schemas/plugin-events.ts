/** A value that an event may carry: what it means, and the JSON Schema it must fit. Never anything of a customer. */
export interface EventProperty {
  readonly meaning: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

/** One kind of event that the plugin can tell Segment of. */
export interface PluginEventEntry {
  /** When it is sent. */
  readonly when: string;
  /** Whose token the service takes it with. */
  readonly by: 'agents' | 'admins';
  readonly properties: Readonly<Record<string, EventProperty>>;
}

const DAY_MS = 86_400_000;
const count = { type: 'integer', minimum: 0, maximum: 100_000 };
const milliseconds = { type: 'integer', minimum: 0, maximum: DAY_MS };
const revision: EventProperty = {
  meaning: 'Revision of the display schema; null: none was published.',
  schema: { type: ['integer', 'null'], minimum: 1 },
};
const oneOf = (...words: string[]) => ({ type: 'string', enum: words });

/**
 * Every event that the plugin sends where FLEX_APP_PLUGIN_EVENTS says so, and everything that can be in one. The
 * contract, the service's check, the plugin's types and docs/plugin-events.md follow from this table.
 */
export const PLUGIN_EVENTS = {
  'Customer Context Shown': {
    when: 'The panel of a task is on the screen, and its traits have come or failed. Once per reservation.',
    by: 'agents',
    properties: {
      revision,
      layout: {
        meaning: 'Name of the layout of the display schema; null: none, or not known because traits failed.',
        schema: { type: ['string', 'null'], maxLength: 200 },
      },
      contextFacts: { meaning: 'How many facts the context tab shows.', schema: count },
      traitFacts: { meaning: 'How many facts the traits tab shows.', schema: count },
      traits: {
        meaning: '`shown`, `stale` or `failed`.',
        schema: oneOf('shown', 'stale', 'failed'),
      },
      sinceReservation: {
        meaning: 'Milliseconds from the reservation’s arrival; null: Flex was loaded after it.',
        schema: { ...milliseconds, type: ['integer', 'null'] },
      },
      sinceOpened: { meaning: 'Milliseconds from the first time the task was on the screen.', schema: milliseconds },
    },
  },
  'Masked Value Revealed': {
    when: 'Somebody has looked behind a mask. Behind which one is not sent.',
    by: 'agents',
    properties: {
      source: { meaning: '`context` or `traits`.', schema: oneOf('context', 'traits') },
      revision,
    },
  },
  'Link Opened': {
    when: 'Somebody has followed a link of the panel. Where to is not sent.',
    by: 'agents',
    properties: {
      place: {
        meaning: 'What it is a part of: `highlights`, or the tab that was open.',
        schema: oneOf('highlights', 'context', 'traits', 'events'),
      },
      scheme: { meaning: 'What kind of link it is.', schema: oneOf('http', 'https', 'mailto', 'tel') },
    },
  },
  'Display Schema Published': {
    when: 'A publication has gone live, as the editor of whoever began it has seen.',
    by: 'admins',
    properties: {
      revision: { meaning: 'The revision that went live.', schema: { type: 'integer', minimum: 1 } },
      overwrote: {
        meaning: 'Whether it replaced a publication of the same moment.',
        schema: { type: 'boolean' },
      },
    },
  },
} as const satisfies Record<string, PluginEventEntry>;

export type PluginEventName = keyof typeof PLUGIN_EVENTS;

/** Events per request. */
export const MOST_EVENTS = 25;
/** How old an event may be when it is sent, in milliseconds. */
export const OLDEST_EVENT_MS = 3_600_000;
