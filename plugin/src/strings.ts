/** Every sentence and word that the plugin itself puts on the screen. */
export const strings = {
  title: 'Customer context',
  contextTab: 'Context',
  loading: 'Loading',
  highlights: 'Highlights',

  crashed: 'This part of the customer context could not be shown. The rest of Flex is not affected.',
  retry: 'Retry',

  noTask: 'Select a task to see its customer context.',
  noContext: 'No context was passed with this task.',
  noContextHelp:
    'Admins: a flow passes it in the Send to Flex widget. Add a “context” object to the attributes, for example {"context": {"intent": "refund"}}.',
  emptyContext: 'The context that was passed with this task is empty.',

  schemaUnusable: (revision: number): string =>
    `Display schema r${revision} has errors, so the context is shown by what it is and traits are not shown. Agents do not see this notice.`,
  schemaFailed: (code: string, known: boolean): string =>
    `The display schema could not be read (${code}). ${known ? 'The last one that was read is used.' : 'The context is shown by what it is.'} Agents do not see this notice.`,

  search: 'Search',
  searchLabel: 'Search names and values',
  closeSearch: 'Close search',
  found: (found: number, total: number): string =>
    found === 0 ? 'Nothing found' : `${found} of ${total} ${total === 1 ? 'fact' : 'facts'}`,

  changed: 'changed',
  changedCount: (count: number): string => (count === 1 ? '1 value changed' : `${count} values changed`),
  markSeen: 'Mark as seen',

  copy: (label: string): string => `Copy ${label}`,
  copied: 'Copied',
  copyFailed: 'Could not copy. Select the text and copy it with the keyboard.',

  more: 'more',
  less: 'less',
  moreItems: (count: number): string => `${count} more`,
  emptyTitle: (count: number): string => `(${count})`,

  reveal: 'Reveal',
  revealLabel: (label: string): string => `Reveal ${label}`,
  hide: 'Hide',
  hideLabel: (label: string): string => `Hide ${label}`,
  revealing: 'Loading',
  revealFailed: 'Could not be revealed',
  masked: 'Hidden value',

  about: (label: string): string => `About ${label}`,
  why: (label: string): string => `Why ${label} is shown`,

  rowsHint: 'Move between facts with the arrow keys. Tab reaches what a fact offers, such as copying.',
  opensNewTab: 'opens in a new tab',
  imageFailed: 'The image could not be loaded',

  traitsTab: 'Traits',
  eventsTab: 'Events',
  partNames: { traits: 'traits', events: 'events' },
  loadingPart: (part: string): string => `Loading ${part}`,
  refresh: 'Refresh',
  refreshFrom: (since: string): string => `Refresh. Loaded ${since}`,

  noTraits: 'There is nothing to show of what Segment knows of this customer.',
  noTraitsHelp: 'Admins: the display schema shows only traits that it lists, unless “rest” says otherwise.',
  unknownCustomer: 'Segment does not know this customer.',
  unknownCustomerHelp:
    'Admins: Segment has no profile for the id on this task. Check the id and its type (SEGMENT_ID_TYPES).',
  noUserId: 'There is no user id on this task.',
  noUserIdHelp:
    'Admins: a flow passes it in the Send to Flex widget, for example {"userId": "u-123"}. SEGMENT_ID_TYPES says which other attributes are looked at.',
  forbidden: 'You may not see this customer.',
  originHelp: 'Admins: add the address of this page to FLEX_ORIGINS of the functions.',
  notConfigured: 'Segment is not set up.',
  notConfiguredHelp:
    'Admins: set SEGMENT_SPACE_ID and SEGMENT_PERSONA_KEY of the functions, and SEGMENT_REGION for a space in the EU. A value that is set may be malformed.',
  segmentRefused: 'Segment refused to say anything about this customer.',
  segmentRefusedHelp:
    'Admins: the space or its key is probably wrong. Check SEGMENT_SPACE_ID, SEGMENT_PERSONA_KEY and SEGMENT_REGION of the functions.',
  notFoundHelp: 'Admins: there are no functions at FLEX_APP_FUNCTIONS_BASE, or they are older than the plugin.',
  tooMany: 'Too many requests at the moment.',
  retryingIn: (seconds: number): string => `Too many requests: retrying in ${seconds} s`,
  partFailed: (part: string): string => `The ${part} could not be loaded.`,
  eventsOnlyFailed: 'The traits are here, the events could not be loaded.',
  offline: (part: string): string => `You are offline. The ${part} will be loaded once you are connected again.`,
  offlineShort: 'You are offline.',
  shownAsOf: (time: string): string => `Shown as of ${time}.`,
  newerFailed: 'Newer data could not be loaded.',

  allEvents: 'All events',
  eventNames: 'Which events',
  filter: 'Filter',
  filterEvents: 'Filter events by text',
  eventsShown: (count: number, more: boolean): string =>
    `Last 14 days · ${more ? `newest ${count}` : count === 1 ? '1 event' : `${count} events`}`,
  eventsFound: (found: number, total: number): string => `Last 14 days · ${found} of ${total}`,
  noEvents: 'No events in the last 14 days.',
  noEventsHelp: 'Admins: the display schema may leave events out (“events”).',
  noEventsFound: 'No event here matches.',
  showMore: 'Show more',
  moreFailed: 'Older events could not be loaded.',
  repeated: (label: string, count: number): string => `${label}, ${count} times: show each`,
  olderOf: (label: string): string => `Earlier: ${label}`,
  noticeUnreachable:
    'Customer context: the service has not answered for some minutes. You still see what was passed with a task.',
  noticeSessionRefused:
    'Customer context: the service does not accept your Flex session, so traits are not shown. Log out of Flex and in again.',
  noticeNotConfigured: (said: string): string =>
    `Customer context: the functions are not set up. ${said === '' ? 'The Traits tab says what is missing.' : said} Agents do not see this notice.`,
  noticeSchemaUnusable: (revision: string): string =>
    `Customer context: display schema r${revision} has errors and is not used. Publish one without, or restore an earlier one. Agents do not see this notice.`,
  noticePublished: (revision: string): string => `Display schema r${revision} is live for agents.`,
  noticeNotPublished: (reason: string): string => `The display schema was not published. ${reason}`,
  openEvent: (label: string, host: string): string => `${label}: open at ${host} (opens in a new tab)`,
} as const;
