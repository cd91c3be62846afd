/** Every word that the engine itself says, in one place. */

/** What an empty value says about itself: null, "", [] and {} must not look alike, nor like a value that is missing. */
export const emptyWords = { null: 'null', string: 'empty text', list: 'empty list', object: 'empty object' } as const;

/** Said where a value cannot be read at all, which no JSON can bring about. */
export const unreadable = 'unreadable';

export const yes = 'Yes';
export const no = 'No';

/** Label of the one key that has no name: "". */
export const namelessKey = '(no name)';

/** Label of a value that is shown as a whole, such as a `context` that is not an object. */
export const wholeContext = 'Context';

/** At the end of a list that was cut. */
export const more = (count: number): string => `${count} more`;

/** A value that has not the type its format is for. `what` is the format's `expects`. */
export const expected = (what: string): string => `Expected ${what}`;

/** A rating read aloud. */
export const outOf = (value: string, max: string): string => `${value} of ${max}`;

/** Hints on text. */
export const onlySpaces = 'Only spaces';
export const invisibleCharacters = 'Holds invisible characters';
