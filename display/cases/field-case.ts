import type { Json, JsonObject } from '../json';
import type { Icon, Kind, Tone } from '../value';

/** One field of the document, one value of the data, and what an agent sees of it. */
export interface FieldCase {
  it: string;
  /** The field, without its key, which is "it". */
  field?: JsonObject;
  /** The panel around it, without its sections. */
  panel?: JsonObject;
  /** Absent: the data does not have the key. */
  value?: Json;
  /** The rest of the context. */
  context?: JsonObject;
  locale?: string;
  /** Null: the field is left out. */
  sees: {
    kind: Kind;
    text: string;
    tone?: Tone;
    icon?: Icon;
    hint?: string;
    href?: string;
    host?: string;
    label?: string;
    description?: string;
    copy?: string | null;
  } | null;
}
