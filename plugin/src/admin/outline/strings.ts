/** Everything the outline says. */
export const strings = {
  outline: 'Outline',
  tools: 'Selected part',
  help: 'Arrow keys choose a part, Enter goes to its settings and Escape comes back, Alt with an arrow key moves it, Delete removes it.',
  absent: 'not set up',
  errors: (count: number) => (count === 1 ? '1 error' : `${count} errors`),
  warnings: (count: number) => (count === 1 ? '1 warning' : `${count} warnings`),
  add: {
    highlight: 'Add highlight',
    section: 'Add section',
    field: 'Add field',
    eventRule: 'Add event rule',
    layout: 'Add layout',
  },
  up: (title: string) => `Move ${title} up`,
  down: (title: string) => `Move ${title} down`,
  remove: (title: string) => `Remove ${title}`,
  undo: 'Undo',
  removed: (title: string) => `Removed ${title}.`,
  moved: (title: string, position: number, count: number, parent: string) =>
    `Moved ${title}: ${position} of ${count} in ${parent}.`,
  stays: (title: string) => `${title} can’t go further that way.`,
  added: (what: string) => `Added: ${what}.`,
  newLayout: (number: number) => `Layout ${number}`,
};
