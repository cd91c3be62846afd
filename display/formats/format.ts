import type { Environment } from '../environment';
import type { Json } from '../json';
import type { DisplayValue } from '../value';

/** A JSON Schema of one option, with `title` and `description`: editor label, help text and reference documentation. */
export interface OptionSchema {
  readonly title: string;
  readonly description: string;
  readonly [keyword: string]: unknown;
}

/**
 * One entry of the format registry. Adding a format of an existing kind is writing one file with such an entry, its
 * test, and a line in `registry.ts`: JSON Schema, editor form, validation report and documentation follow from it.
 */
export interface Format<Options extends object = object> {
  /** The word in a document: `"format": "currency"`. */
  readonly id: string;
  /** Sentence case, for the editor's list. */
  readonly name: string;
  /** One or two sentences: what it does and when to use it. */
  readonly description: string;
  /** What it takes, as a noun phrase that completes "Expected …": "a number". */
  readonly expects: string;
  /** Options beside `format` in a field, by name. */
  readonly options: { readonly [Name in keyof Options & string]-?: OptionSchema };
  /** Options without which the document is an error (`currency` for currency). */
  readonly required?: readonly (keyof Options & string)[];
  /** Values for the reference documentation, rendered there by the engine itself. */
  readonly samples: readonly { readonly value: Json; readonly options?: Options }[];
  /** Whether the value has the type that this format is for; a value that has not is shown raw with a hint. */
  accepts(value: Json, options: Options): boolean;
  /**
   * Called once per document and environment locale/zone; does the expensive part (Intl constructors). The function it
   * returns is cheap, pure, and called only with values that `accepts` took. `pointer` says where the value stands; the
   * ids of rows inside it begin with it.
   */
  prepare(
    options: Options,
    env: Pick<Environment, 'locale' | 'zone'>,
  ): (value: Json, now: number, pointer?: string) => DisplayValue;
}

/** Keeps the option types of an entry while it is written, and drops them for the registry. */
export function defineFormat<Options extends object>(format: Format<Options>): Format {
  return format as unknown as Format;
}
