/** Everything JSON mode says. */
export const strings = {
  label: 'Display schema as JSON',
  broken: 'Broken: this can’t be published.',
  fine: 'This can be published.',
  notInForm: 'The form can’t show these parts. It leaves them as they are, and publishing is fine:',
  line: (line: number) => `Line ${line}`,
  at: (line: number, column: number) => `Line ${line}, column ${column}`,
  error: 'Error',
  warning: 'Warning',
  more: (count: number) => `and ${count} more`,
};
