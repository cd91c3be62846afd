import type { RowView } from './view';

/** Colour and meaning of a value; never the only carrier of that meaning. */
export const TONES = ['neutral', 'info', 'success', 'warning', 'error', 'new'] as const;
export type Tone = (typeof TONES)[number];

/** Names of the icons a document may use; the plugin maps each to one of Paste's. */
export const ICONS = [
  'account',
  'attachment',
  'bag',
  'calendar',
  'cart',
  'chat',
  'check',
  'clock',
  'close',
  'credit-card',
  'document',
  'email',
  'error',
  'globe',
  'heart',
  'info',
  'link',
  'location',
  'lock',
  'megaphone',
  'phone',
  'receipt',
  'refund',
  'search',
  'star',
  'tag',
  'truck',
  'user',
  'warning',
] as const;
export type Icon = (typeof ICONS)[number];

interface Base {
  /** Always present: what is copied, searched and read aloud. */
  text: string;
  tone?: Tone;
  icon?: Icon;
  /** A sentence for the tooltip, e.g. why the value is shown raw: "Expected a number". */
  hint?: string;
  /** Link of the whole value (`link` of a field): http, https, mailto or tel only. */
  href?: string;
  /** Host that an http(s) `href` leads to; always shown beside it. */
  host?: string;
  /** Environment.now (ms) at which `text` stops being true; only relative times have it. */
  validUntil?: number;
}

export interface TagItem {
  text: string;
  tone?: Tone;
  icon?: Icon;
}

/** A value ready to be laid out. The plugin has one renderer per `kind` and decides nothing else. */
export type DisplayValue =
  | (Base & { kind: 'text'; /** More than about four lines: fold it. */ long?: boolean })
  | (Base & { kind: 'number' })
  | (Base & { kind: 'boolean'; value: boolean })
  | (Base & { kind: 'badge'; tone: Tone })
  | (Base & {
      kind: 'time';
      /** For `<time datetime>`. */ iso: string;
      /** The exact time, beside or in a tooltip. */ exact?: string;
    })
  | (Base & { kind: 'link'; href: string })
  | (Base & { kind: 'tags'; items: TagItem[]; more: number })
  | (Base & { kind: 'rating'; value: number; max: number })
  | (Base & { kind: 'list'; items: DisplayValue[]; more: number })
  | (Base & {
      kind: 'table';
      columns: { key: string; label: string }[];
      /** One list of cells per row, in the order of `columns`. */
      rows: DisplayValue[][];
      more: number;
    })
  | (Base & { kind: 'group'; /** An object inside a value. */ rows: RowView[]; more: number; folded: boolean })
  | (Base & { kind: 'json' })
  | (Base & { kind: 'image'; src: string; host: string; width: number; height: number })
  | (Base & { kind: 'empty'; /** What kind of nothing it is. */ of: 'null' | 'string' | 'list' | 'object' })
  | (Base & { kind: 'missing' })
  | (Base & { kind: 'masked'; /** Whether this worker may ask for it. */ reveal: boolean });

export type Kind = DisplayValue['kind'];
