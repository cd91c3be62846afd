import { prepareCondition } from './condition';
import type { Condition } from './condition';
import type { EventListing, EventRule, EventsRule, Listing, PanelRule, Report, SectionRule } from './compiled';
import { parseHidden } from './hidden';
import type { HiddenEntry } from './hidden';
import type { Json, JsonObject } from './json';
import { isObject, own } from './json';
import { prepareLink } from './link-template';
import type { LinkTemplate } from './link-template';
import { nodeAt } from './path-tree';
import type { PathTree } from './path-tree';
import { formatPointer, pathOf } from './pointer';
import { UnusableDocument } from './unusable';
import type { Source } from './view';

/**
 * Reads the parts of a document that decide what is shown, strictly: a `hidden` list that cannot be read must not hide
 * nothing. Everything else (labels, formats, options) is read leniently where it is used. schemas/ explains mistakes to
 * admins; this only refuses.
 */
export class DocumentReader {
  readonly reports: Report[] = [];

  object(value: Json | undefined, at: string): JsonObject {
    if (!isObject(value)) throw new UnusableDocument(`${at || 'The document'} must be an object.`);
    return value;
  }

  list(value: Json | undefined, at: string): readonly Json[] {
    if (value === undefined) return [];
    if (!Array.isArray(value)) throw new UnusableDocument(`${at} must be a list.`);
    return value;
  }

  texts(value: Json | undefined, at: string): string[] {
    return this.list(value, at).map((text, index) => this.text(text, `${at}/${index}`));
  }

  text(value: Json | undefined, at: string): string {
    if (typeof value !== 'string') throw new UnusableDocument(`${at} must be text.`);
    return value;
  }

  /** True or false, or undefined when it is left out. */
  flag(object: JsonObject, name: string, at: string): boolean | undefined {
    const value = own(object, name);
    if (value === undefined || typeof value === 'boolean') return value;
    throw new UnusableDocument(`${at}/${name} must be true or false.`);
  }

  when(object: JsonObject, at: string): Condition | undefined {
    const value = own(object, 'when');
    return value === undefined ? undefined : prepareCondition(value, `${at}/when`);
  }

  path(value: Json | undefined, at: string): readonly string[] {
    const key = this.text(value, at);
    const path = key.length > longestKey ? undefined : pathOf(key);
    if (path === undefined) throw new UnusableDocument(`${at} is not a key or a path.`);
    return path;
  }

  link(object: JsonObject, at: string): LinkTemplate | undefined {
    const value = own(object, 'link');
    if (value === undefined) return undefined;
    const link = prepareLink(this.text(value, `${at}/link`));
    if (link === undefined)
      this.report(`${at}/link`, 'This link has no effect: its scheme and host must be written out.');
    return link;
  }

  report(at: string, message: string): void {
    this.reports.push({ at, message });
  }

  listing(value: Json, at: string, source: Source): Listing {
    const field = this.object(value, at);
    const path = this.path(own(field, 'key'), `${at}/key`);
    const mask = own(field, 'mask');
    return {
      at,
      source,
      path,
      id: formatPointer(path),
      when: this.when(field, at),
      mask:
        mask === undefined
          ? undefined
          : this.texts(own(this.object(mask, `${at}/mask`), 'reveal'), `${at}/mask/reveal`),
      link: this.link(field, at),
      field,
    };
  }

  highlights(value: Json | undefined, at: string): Listing[] {
    const listings = this.list(value, at).map((one, index) => {
      const from = own(this.object(one, `${at}/${index}`), 'source');
      if (from !== 'context' && from !== 'traits') {
        throw new UnusableDocument(`${at}/${index}/source must be context or traits.`);
      }
      return this.listing(one, `${at}/${index}`, from);
    });
    for (const { at: place } of listings.slice(mostHighlights)) {
      this.report(place, `Only the first ${mostHighlights} highlights are shown.`);
    }
    return listings;
  }

  panel(value: Json, at: string, source: Source): PanelRule {
    const panel = this.object(value, at);
    const rest = own(panel, 'rest') ?? (source === 'context' ? 'show' : 'hide');
    if (rest !== 'show' && rest !== 'collapse' && rest !== 'hide') {
      throw new UnusableDocument(`${at}/rest must be show, collapse or hide.`);
    }
    const sections = this.list(own(panel, 'sections'), `${at}/sections`).map((section, index) =>
      this.section(section, `${at}/sections/${index}`, source),
    );
    const claims: PathTree<true> = {};
    for (const { fields } of sections) for (const { path } of fields) nodeAt(claims, path).value = true;
    const hidden = this.texts(own(panel, 'hidden'), `${at}/hidden`).map((entry, index) =>
      this.hidden(entry, `${at}/hidden/${index}`),
    );
    return { at, source, sections, rest, hidden, hideEmpty: this.flag(panel, 'hideEmpty', at) === true, claims, panel };
  }

  section(value: Json, at: string, source: Source): SectionRule {
    const section = this.object(value, at);
    return {
      at,
      when: this.when(section, at),
      collapsed: this.flag(section, 'collapsed', at) === true,
      fields: this.list(own(section, 'fields'), `${at}/fields`).map((field, index) =>
        this.listing(field, `${at}/fields/${index}`, source),
      ),
      section,
    };
  }

  hidden(entry: string, at: string): HiddenEntry {
    const parsed = entry.length > longestKey ? undefined : parseHidden(entry);
    if (parsed === undefined) throw new UnusableDocument(`${at} is not a key or a path.`);
    return parsed;
  }

  events(value: Json, at: string): EventsRule {
    const events = this.object(value, at);
    const include = own(events, 'include');
    const rules = new Map<string, EventRule>();
    for (const [index, one] of this.list(own(events, 'rules'), `${at}/rules`).entries()) {
      const place = `${at}/rules/${index}`;
      const name = this.text(own(this.object(one, place), 'name'), `${place}/name`);
      if (rules.has(name)) this.report(place, 'This rule has no effect: an earlier one has the same name.');
      else rules.set(name, this.eventRule(this.object(one, place), place));
    }
    return {
      include: include === undefined ? null : new Set(this.texts(include, `${at}/include`)),
      exclude: new Set(this.texts(own(events, 'exclude'), `${at}/exclude`)),
      rules,
      collapseRepeats: this.flag(events, 'collapseRepeats', at) !== false,
    };
  }

  eventRule(rule: JsonObject, at: string): EventRule {
    const listing = (value: Json, place: string): EventListing => {
      const field = this.object(value, place);
      return { at: place, path: this.path(own(field, 'key'), `${place}/key`), field };
    };
    const main = own(rule, 'primary');
    const date = own(rule, 'dateProperty');
    const read = {
      at,
      rule,
      primary: main === undefined ? undefined : listing(main, `${at}/primary`),
      secondary: this.list(own(rule, 'secondary'), `${at}/secondary`).map((one, index) =>
        listing(one, `${at}/secondary/${index}`),
      ),
      date: date === undefined ? undefined : this.path(date, `${at}/dateProperty`),
      link: this.link(rule, at),
    };
    return { ...read, needs: needsOf(read) };
  }
}

function needsOf(rule: Omit<EventRule, 'needs'>): PathTree<true> {
  const needs: PathTree<true> = {};
  const need = (path: readonly string[]) => (nodeAt(needs, path).value = true);
  for (const { path } of rule.secondary) need(path);
  if (rule.primary) need(rule.primary.path);
  if (rule.date) need(rule.date);
  for (const part of rule.link?.parts ?? []) if (typeof part !== 'string' && part.from === 'event') need(part.path);
  return needs;
}

/** How many highlights are shown; the first is drawn large. */
export const mostHighlights = 7;

/** As in the JSON Schema; it also bounds how deep a path can go. */
const longestKey = 1024;
