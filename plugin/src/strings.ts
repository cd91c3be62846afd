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
} as const;
