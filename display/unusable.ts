/** A document is used whole or not at all: thrown while one is read, and caught by `compile`. */
export class UnusableDocument extends Error {
  override readonly name = 'UnusableDocument';
}
