import { compile } from '../compile';
import type { Facts } from '../facts';
import type { Json, JsonObject } from '../json';
import { view } from '../customer';
import type { View } from '../customer';
import type { DisplayValue } from '../value';
import type { PanelView } from '../view';
import { environment } from './case';

/** A document, data, and what an agent sees of it. */
export interface DocumentCase {
  /** What the case shows, as a sentence. */
  it: string;
  /** Without `version`, which is always 1. */
  document: JsonObject;
  context?: Json;
  traits?: JsonObject;
  facts?: Facts;
  locale?: string;
  /** Every line of a panel: "# title" begins a section, "label: text" is a row. Absent: not looked at. */
  seesContext?: string[];
  /** Null: no traits at all. */
  seesTraits?: string[] | null;
  seesHighlights?: string[];
}

/** Which spaces do not break differs between versions of the platform's language data. */
export const plainSpaces = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

const line = (label: string, value: DisplayValue): string => plainSpaces(`${label}: ${value.text}`);

/** A panel as lines of text. */
export function linesOf(panel: PanelView): string[] {
  return panel.sections.flatMap(({ title, collapsed, rows }) => [
    ...(title === undefined ? [] : [`# ${title}${collapsed ? ' (folded)' : ''}`]),
    ...rows.map(({ label, value }) => line(label, value)),
  ]);
}

export const highlightLines = (shown: View): string[] => shown.highlights.map(({ label, value }) => line(label, value));

/** What the case's agent sees. */
export function viewOf(one: Omit<DocumentCase, 'it'>): View {
  const { document, context, traits, facts = {}, locale = environment.locale } = one;
  return view(compile({ version: 1, ...document }), {
    context,
    traits,
    facts: { ...facts, ...(traits === undefined ? {} : { traits }) },
    env: { ...environment, locale },
  });
}
