const some = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** Every sentence and word of the editor that only admins see. */
export const editorStrings = {
  title: 'Customer context',
  loadingPublished: 'Loading what is published',
  loadFailed: (said: string): string => `What is published could not be loaded. ${said}`,
  unreachable: 'The service can’t be reached. Check your connection and try again.',
  retry: 'Try again',
  close: 'Close',
  cancel: 'Cancel',

  published: (revision: number, who: string, when: string): string => `Published r${revision} · ${who}, ${when}`,
  nothingPublished: 'Nothing published yet: agents see everything',
  unsaved: 'Draft with changes',
  noChanges: 'No changes',
  history: 'History',
  discard: 'Discard',
  publish: 'Publish…',
  exportFile: 'Export',
  importFile: 'Import',
  importFailed: (name: string, why: string): string => `${name} could not be read: ${why}`,
  tooLarge: 'it is larger than 1 MB or can’t be opened.',
  noObject: 'it holds no JSON object.',
  discardTitle: 'Discard your draft?',
  discardHelp: (count: number, isUnread: boolean): string => {
    const changes = count === 1 ? ['One change is lost.'] : count === 0 ? [] : [`${count} changes are lost.`];
    const text = isUnread ? ['The text that can’t be read yet is lost.'] : [];
    return [...changes, ...text, 'What is published stays as it is.'].join(' ');
  },
  discardYes: 'Discard draft',
  importTitle: (name: string): string => `Replace your draft by ${name}?`,
  importYes: 'Replace my draft',

  form: 'Form',
  json: 'JSON',
  editAs: 'Edit as',
  problems: (errors: number, warnings: number): string => {
    if (errors + warnings === 0) return 'No problems';
    return [
      ...(errors > 0 ? [`${some(errors, 'error')}: can’t be published`] : []),
      ...(warnings > 0 ? [`${some(warnings, 'warning')}: fine to publish`] : []),
    ].join(' · ');
  },
  notJson: 'The JSON has a mistake, so the preview shows the last version that could be read. It can’t be published.',
  problemAt: (line: number, column: number): string => `line ${line}, column ${column}`,

  movedOn: (mine: number, live: number, who: string): string =>
    `${who === '' ? 'Somebody' : who} has published r${live} since you started from r${mine}. Your draft is kept. Published on top, it undoes what they changed, unless you change that in yours as well.`,
  compare: 'See what they changed',
  rebase: (live: number): string => `Keep my draft on top of r${live}`,
  takeTheirs: 'Discard mine, take theirs',
  theirChanges: (from: number, to: number): string => `What changed from r${from} to r${to}`,
  otherTab:
    'Another tab of this browser has another draft. Yours is gone when you leave this view, until you choose; export it first if you want both.',
  keepMine: 'Keep the draft of this tab',
  takeOther: 'Take the other tab’s draft',
  otherChanges: 'From this draft to the other tab’s:',
  notKept:
    'This browser does not keep your draft: it is gone when Flex is closed or loaded again. Publish or export it before that.',
  notRead: 'A draft that this browser had kept could not be read and was left aside.',

  preview: 'Preview',
  previewPanel: 'Preview of what agents see',
  previewOf: 'Preview with',
  previewAs: (role: string, traits: boolean): string =>
    `As ${role}, ${traits ? 'with traits' : 'without traits'}: change`,
  taskOf: (name: string): string => `Task: ${name}`,
  exampleOf: (title: string): string => `Example: ${title}`,
  pasted: 'Pasted context',
  pastedContext: 'Context as JSON',
  pastedMistake: (mistake: string): string => `This is no JSON yet: ${mistake}`,
  role: 'Role',
  channel: 'Channel',
  ownChannel: (channel: string): string => (channel === '' ? 'The task’s own' : `The task’s own (${channel})`),
  layout: 'Layout',
  layoutByItself: 'The one that wins',
  noLayout: 'No layout',
  layoutChosen: 'Chosen for this preview, whatever its condition says.',
  locale: 'Language',
  theme: 'Theme',
  themeOfFlex: 'As Flex is',
  light: 'Light',
  dark: 'Dark',
  width: 'Width',
  customerHelp:
    'Loads a customer’s traits as Segment has them; the preview leaves out what agents would not see. Each look is logged with your name.',
  customerOfTask: 'Load this task’s customer',
  idType: 'Id type',
  identifier: 'Customer’s id',
  customerLook: 'Load traits',
  customerForget: 'Forget',
  customerLoading: 'Loading traits',
  customerUnknown: 'Segment does not know this customer.',
  customerHere: (traits: number, events: number): string =>
    `${some(traits, 'trait')} and ${some(events, 'event')} loaded`,
  whereFrom: (count: number): string => `Where the ${count} values come from`,
  fromContext: 'From the context; the document does not list it.',
  fromTraits: 'From the traits; the document does not list it.',

  publishTitle: 'Publish to all agents',
  publication: (revision: number | undefined): string =>
    revision === undefined ? 'Publishing' : `Publishing r${revision}`,
  restoreTitle: (revision: number): string => `Restore r${revision}`,
  whatChanges: 'What changes for agents',
  nothingChanges: 'Nothing changes: this is what is published already.',
  comment: 'Comment',
  commentHelp: 'Say in a few words what has changed and why. It stays in the history.',
  publishNow: 'Publish',
  restoreNow: 'Restore',
  mayClose: 'You may close this. Publishing goes on while this page is open, and can be picked up after that.',
  progress: 'Progress',
  stepStates: { waiting: 'not yet', running: 'running', done: 'done', failed: 'failed' },
  seconds: (seconds: number): string => `${seconds} s`,
  nowLive: (revision: number): string =>
    `Revision ${revision} is live. Agents see it with their next task, within six minutes at most.`,
  overwrote: 'A colleague published at the same moment and theirs was replaced. Look at the history together.',
  overwritten: (revision: number): string =>
    `Revision ${revision} is not live: a colleague’s publication of the same moment replaced it. Your draft is kept.`,
  superseded: (revision: number, by: number): string =>
    `Revision ${revision} was live, and r${by} has been published on top of it since.`,
  resume: 'Pick up',
  unfinished: 'You have begun a publication whose end was not seen here. Your draft is kept.',
  textKept: 'This text could not be read when you left, and was kept. Mend it here, or discard it with your draft.',
  publishingNow: 'Publishing is on its way.',
  publishingEnded: 'Your last publication has come to an end.',
  showProgress: 'Show',
  refused: 'The service found errors, so nothing was published. Your draft is kept.',
  checkAgain: 'Check again',
  publishAgain: 'Publish again',
  backToDraft: 'Back to my draft',

  historyTitle: 'History',
  historyEmpty: 'Nothing has been published yet.',
  historyFailed: (said: string): string => `The history could not be loaded. ${said}`,
  live: 'live',
  restored: (revision: number): string => `brought back r${revision}`,
  older: 'Older',
  view: 'View',
  differenceOf: 'Changes',
  restore: 'Restore…',
  documentOf: (revision: number): string => `Document of r${revision}`,
  noDifference: 'The same document as before.',
  firstRevision: 'The first revision that is kept.',
  loading: 'Loading',
} as const;
