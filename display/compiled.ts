import type { Condition } from './condition';
import type { HiddenEntry, Rules } from './hidden';
import type { JsonObject } from './json';
import type { LinkTemplate } from './link-template';
import type { PathTree } from './path-tree';
import type { Source } from './view';

/** A document as the engine uses it: read once, never changed. `compile` makes it. */
export interface Compiled {
  /** False: the document cannot be used at all. Context is shown by the generic view, traits and events are not. */
  readonly usable: boolean;
  /** Why it cannot be used, and what in it has no effect; for admins. */
  readonly reports: readonly Report[];
  /** The document's own arrangement, used when no layout's condition holds. */
  readonly base: Arrangement;
  readonly layouts: readonly LayoutRule[];
  /** Keys of the traits that Studio flows may read; null is all of them. */
  readonly studio: readonly string[] | null;
}

/** Something an admin should know. `at` is a JSON Pointer into the document. */
export interface Report {
  readonly at: string;
  readonly message: string;
}

export interface LayoutRule {
  readonly when: Condition | undefined;
  readonly arrangement: Arrangement;
}

/** What one layout amounts to once the panels it lacks are taken from the document and `hidden` lists are united. */
export interface Arrangement {
  /** The layout's name; null for the document's own arrangement. */
  readonly name: string | null;
  readonly highlights: readonly Listing[];
  readonly context: PanelRule | null;
  readonly traits: PanelRule | null;
  readonly events: EventsRule | null;
  /** What is removed before anything is laid out. */
  readonly rules: Readonly<Record<Source, Rules>>;
}

/** A field in a panel, or a highlight. */
export interface Listing {
  /** JSON Pointer of the field in the document. */
  readonly at: string;
  readonly source: Source;
  readonly path: readonly string[];
  /** JSON Pointer of the value: identity of the row. */
  readonly id: string;
  readonly when: Condition | undefined;
  /** Roles that may reveal the value; undefined: not masked. */
  readonly mask: readonly string[] | undefined;
  readonly link: LinkTemplate | undefined;
  /** The field as the document has it: label, format and its options, mappings and so on. */
  readonly field: JsonObject;
}

export interface SectionRule {
  readonly at: string;
  readonly when: Condition | undefined;
  readonly collapsed: boolean;
  readonly fields: readonly Listing[];
  readonly section: JsonObject;
}

export interface PanelRule {
  readonly at: string;
  readonly source: Source;
  readonly sections: readonly SectionRule[];
  readonly rest: 'show' | 'collapse' | 'hide';
  readonly hidden: readonly HiddenEntry[];
  readonly hideEmpty: boolean;
  /** Every key that a section lists, whether or not its condition holds. */
  readonly claims: PathTree<true>;
  readonly panel: JsonObject;
}

export interface EventsRule {
  /** Null: all of them. */
  readonly include: ReadonlySet<string> | null;
  readonly exclude: ReadonlySet<string>;
  readonly rules: ReadonlyMap<string, EventRule>;
  readonly collapseRepeats: boolean;
}

export interface EventRule {
  readonly at: string;
  readonly rule: JsonObject;
  readonly primary: EventListing | undefined;
  readonly secondary: readonly EventListing[];
  readonly date: readonly string[] | undefined;
  readonly link: LinkTemplate | undefined;
  /** Paths of the properties that all of this needs. */
  readonly needs: PathTree<true>;
}

export interface EventListing {
  readonly at: string;
  readonly path: readonly string[];
  readonly field: JsonObject;
}
