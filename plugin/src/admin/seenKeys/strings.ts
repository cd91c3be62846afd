/** Everything "Seen keys" says. */
export const strings = {
  title: (count: number) => `Seen keys (${count})`,
  help: 'Keys that samples have and no section lists. Nothing of a sample is kept.',
  none: 'Every key that was seen is listed or hidden.',
  sources: { context: 'Context', traits: 'Traits' },
  add: (key: string) => `Add ${key}`,
  hide: (key: string) => `Hide ${key}`,
  addWord: 'Add',
  hideWord: 'Hide',
  share: (count: number, of: number) => `in ${count} of ${of}`,
  added: (key: string, section: string) => `Added ${key} to ${section}.`,
  hidden: (key: string) => `${key} is hidden now.`,
  more: (count: number) => `${count} more`,
};
