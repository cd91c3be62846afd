import { isUnclaimed, ownPart, unclaimed } from './claims';
import type { Listing, PanelRule, Report, SectionRule } from './compiled';
import { explainGeneric, explainListing, explainRest } from './explain';
import { copyOf, genericValue, wholePanel } from './generic';
import { genericRows } from './generic-value';
import { isHidden, withoutGaps } from './hidden';
import { humanise } from './humanise';
import type { Json, JsonObject } from './json';
import { isObject, own } from './json';
import { shownListings } from './layout';
import { findNode } from './path-tree';
import { escapeSegment, keyOf } from './pointer';
import { emptyUnder, maskedValue, rowOf, showListing } from './row';
import type { Absence, Stage } from './row';
import { localise } from './text';
import type { PanelView, RowView, SectionView, Source } from './view';

/** Title of what no section lists. */
const otherSection = 'Other';

/** The rows of a section's listings that are the shown ones for their keys. */
function listedRows(
  rule: SectionRule,
  panel: PanelRule,
  shown: ReadonlyMap<string, Listing>,
  stage: Stage,
  absence: Absence,
): RowView[] {
  const rows: RowView[] = [];
  for (const listing of rule.fields) {
    if (shown.get(listing.id) !== listing) continue;
    const claims = findNode(panel.claims, listing.path);
    const found = showListing(listing, stage, absence, (value) => ownPart(value, claims));
    if (found === undefined) continue;
    const { name } = stage.arrangement;
    const why = stage.debug ? explainListing(listing, rule.section, name, stage.env.locale) : undefined;
    rows.push(rowOf(listing, found, why));
  }
  return rows;
}

/** Masked values that no section lists: they are not in the data any more, so they come last. */
function maskedRows(panel: PanelRule | null, stage: Stage, source: Source): RowView[] {
  const rules = stage.arrangement.rules[source];
  const data = stage.data[source] ?? {};
  return rules.masks.flatMap(({ id, path }) => {
    const text = own(stage.masked[source], id);
    if (typeof text !== 'string' || isHidden(rules, path)) return [];
    if (!isUnclaimed(data, panel?.claims ?? {}, path)) return [];
    const label = humanise(path.at(-1) ?? '');
    return [{ id, key: keyOf(path), label, value: maskedValue(text, rules, path, stage.roles) }];
  });
}

/** A value that no listing describes. */
function genericRow(key: string, value: Json, stage: Stage): RowView {
  const id = `/${escapeSegment(key)}`;
  const row: RowView = { id, key, label: humanise(key), value: genericValue(value, stage.env, id, key) };
  const copy = copyOf(value);
  if (copy !== undefined) row.copy = copy;
  return row;
}

/** Rows of the data by what values are, in its own order, without what is listed and without gaps in lists. */
function unlistedRows(panel: PanelRule | null, data: JsonObject, stage: Stage, source: Source): RowView[] {
  const rows = genericRows(data, stage.env);
  const gaps = stage.arrangement.rules[source].tree.children;
  const claims = panel?.claims.children;
  if (gaps === undefined && claims === undefined) return rows;
  const left: RowView[] = [];
  for (const row of rows) {
    const { key } = row;
    if (gaps?.has(key) !== true && claims?.has(key) !== true) left.push(row);
    else {
      const value = unclaimed(data[key] ?? null, claims?.get(key));
      if (value !== undefined) left.push(genericRow(key, withoutGaps(value, gaps?.get(key)), stage));
    }
  }
  return left;
}

/** What no section lists, then what is masked. */
function restRows(panel: PanelRule | null, data: JsonObject, stage: Stage, source: Source): RowView[] {
  const rows = [...unlistedRows(panel, data, stage, source), ...maskedRows(panel, stage, source)];
  if (stage.debug) for (const row of rows) row.why = panel === null ? explainGeneric : explainRest;
  return rows;
}

/** Empty values of `rest` under the panel's words, or without them. */
function underWords(rows: RowView[], absence: Absence): RowView[] {
  const kept = absence.hideEmpty ? rows.filter(({ value }) => value.kind !== 'empty') : rows;
  for (const row of kept) if (row.value.kind === 'empty') row.value = emptyUnder(row.value.of, absence.noValue);
  return kept;
}

function listedSection(rule: SectionRule, rows: RowView[], locale: string): SectionView {
  const title = localise(own(rule.section, 'title'), locale);
  return { id: rule.at, ...(title === undefined ? {} : { title }), collapsed: rule.collapsed, rows };
}

function restSection(panel: PanelRule, rows: RowView[]): SectionView {
  const isOnly = panel.sections.length === 0;
  return { id: 'rest', ...(isOnly ? {} : { title: otherSection }), collapsed: panel.rest === 'collapse', rows };
}

/** What an admin should know of listings that show nothing because of others. */
function reportsOf(panel: PanelRule, shown: ReadonlyMap<string, Listing>, stage: Stage): Report[] {
  const rules = stage.arrangement.rules[panel.source];
  return panel.sections.flatMap(({ when, fields }) =>
    fields.flatMap((listing): Report[] => {
      const { at, path, id } = listing;
      const report = (message: string) => [{ at, message: `${JSON.stringify(keyOf(path))} is ${message}` }];
      if (isHidden(rules, path)) return report('hidden, so it is not shown here.');
      const first = shown.get(id);
      if (first === undefined || first === listing || !stage.judged(when) || !stage.judged(listing.when)) return [];
      return report(`listed twice: the one at ${first.at} is shown.`);
    }),
  );
}

/** One tab. `data` is projected; a panel that the document does not have is generic. */
export function panelOf(source: Source, stage: Stage): { view: PanelView; reports: Report[] } {
  const panel = stage.arrangement[source];
  const data = stage.data[source] ?? {};
  if (!isObject(data)) {
    // The agent always sees the context, also one that no document could have foreseen.
    return {
      view: wholePanel(source, withoutGaps(data, stage.arrangement.rules[source].tree), stage.env),
      reports: [],
    };
  }
  if (panel === null) {
    const rows = restRows(null, data, stage, source);
    return {
      view: { source, origin: 'generic', sections: [{ id: 'all', collapsed: false, rows }], count: rows.length },
      reports: [],
    };
  }
  const { locale } = stage.env;
  const absence = { noValue: localise(own(panel.panel, 'noValue'), locale), hideEmpty: panel.hideEmpty };
  const shown = shownListings(panel, stage.judged);
  const sections = panel.sections.map((rule) =>
    listedSection(rule, listedRows(rule, panel, shown, stage, absence), locale),
  );
  if (panel.rest !== 'hide') {
    sections.push(restSection(panel, underWords(restRows(panel, data, stage, source), absence)));
  }
  const filled = sections.filter(({ rows }) => rows.length > 0);
  const title = localise(own(panel.panel, 'title'), locale);
  const view: PanelView = {
    source,
    origin: 'schema',
    ...(title === undefined ? {} : { title }),
    sections: filled,
    count: filled.reduce((count, { rows }) => count + rows.length, 0),
  };
  return { view, reports: reportsOf(panel, shown, stage) };
}
