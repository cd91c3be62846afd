import type { DisplayValue, Icon, Tone } from './value';

/** Where a fact comes from. */
export type Source = 'context' | 'traits';

/** One label and its value. */
export interface RowView {
  /** Stable and unique within its panel: the JSON Pointer of the value ("/order/total"). React key, change marks, folding. */
  id: string;
  /** The raw key as the data has it, for the tooltip and for search. */
  key: string;
  label: string;
  description?: string;
  value: DisplayValue;
  /** What the copy button puts on the clipboard (the raw value, not the formatted text); absent when copying is off. */
  copy?: string;
  /** Why this row is here, for admins: listing, layout, section, format. */
  why?: string;
}

export interface SectionView {
  /** Stable within its panel, so that a fold is remembered. */
  id: string;
  title?: string;
  /** Folded until the agent unfolds it. */
  collapsed: boolean;
  rows: RowView[];
}

/** The context tab or the traits tab. */
export interface PanelView {
  source: Source;
  /** `generic`: no document decided this. `schema`: the document did. */
  origin: 'generic' | 'schema';
  title?: string;
  sections: SectionView[];
  /** How many rows the sections hold together; the tab's count. */
  count: number;
}

/** One fact above the tabs. The first is drawn large. */
export interface HighlightView {
  id: string;
  source: Source;
  label: string;
  value: DisplayValue;
}

export interface EventRow {
  /** Segment's message id. */
  id: string;
  /** The event's name as Segment has it. */
  name: string;
  label: string;
  icon: Icon;
  tone: Tone;
  /** Milliseconds since 1970. */
  at: number;
  primary?: DisplayValue;
  secondary: { label: string; value: DisplayValue }[];
  href?: string;
  host?: string;
}

/** One line of the timeline: an event, or a run of the same event that opens in place. */
export interface EventGroup {
  id: string;
  /** Newest first; never empty. */
  events: EventRow[];
}

export interface EventDay {
  /** ISO date in the agent's zone, "2026-11-23". */
  id: string;
  /** "Today", "Yesterday", or the date in the agent's locale. */
  label: string;
  groups: EventGroup[];
}
