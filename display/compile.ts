import type { Arrangement, Compiled, LayoutRule, Listing, PanelRule } from './compiled';
import { prepareRules } from './hidden';
import type { HiddenEntry, Rules } from './hidden';
import type { Json, JsonObject } from './json';
import { own } from './json';
import { DocumentReader } from './read-document';
import { UnusableDocument } from './unusable';
import type { Source } from './view';

const SOURCES: readonly Source[] = ['context', 'traits'];

const listingsOf = (panel: PanelRule | null): readonly Listing[] =>
  panel?.sections.flatMap(({ fields }) => fields) ?? [];

/** Hidden entries of the arrangement and of the document, and every mask of the arrangement's listings. */
function rulesOf(source: Source, arrangement: Omit<Arrangement, 'rules'>, inherited: readonly HiddenEntry[]): Rules {
  const panel = arrangement[source];
  const listings = [...listingsOf(panel), ...arrangement.highlights.filter((one) => one.source === source)];
  const masks = listings.flatMap(({ path, mask }) => (mask === undefined ? [] : [{ path, reveal: mask }]));
  return prepareRules([...inherited, ...(panel?.hidden ?? [])], masks);
}

function arrange(arrangement: Omit<Arrangement, 'rules'>, base?: Arrangement): Arrangement {
  const inherited = (source: Source) => base?.[source]?.hidden ?? [];
  const [context, traits] = SOURCES.map((source) => rulesOf(source, arrangement, inherited(source))) as [Rules, Rules];
  return { ...arrangement, rules: { context, traits } };
}

/** The arrangement an object describes; what it lacks is taken from `base`. Whole panels, never parts of them. */
function readArrangement(
  reader: DocumentReader,
  from: JsonObject,
  at: string,
  name: string | null,
  base?: Arrangement,
): Arrangement {
  const given = (part: string): Json | undefined => own(from, part);
  const panel = (source: Source): PanelRule | null => {
    const value = given(source);
    return value === undefined ? (base?.[source] ?? null) : reader.panel(value, `${at}/${source}`, source);
  };
  const highlights = given('highlights');
  const events = given('events');
  return arrange(
    {
      name,
      highlights:
        highlights === undefined ? (base?.highlights ?? []) : reader.highlights(highlights, `${at}/highlights`),
      context: panel('context'),
      traits: panel('traits'),
      events: events === undefined ? (base?.events ?? null) : reader.events(events, `${at}/events`),
    },
    base,
  );
}

/** The name is the layout's identity on the wire, so a second one of the same name gets a number. */
function uniqueName(name: string, taken: ReadonlySet<string>): string {
  let unique = name;
  for (let count = 2; taken.has(unique); count++) unique = `${name} (${count})`;
  return unique;
}

function readLayouts(reader: DocumentReader, document: JsonObject, base: Arrangement): LayoutRule[] {
  const taken = new Set<string>();
  return reader.list(own(document, 'layouts'), '/layouts').map((one, index) => {
    const at = `/layouts/${index}`;
    const layout = reader.object(one, at);
    const name = uniqueName(reader.text(own(layout, 'name'), `${at}/name`), taken);
    taken.add(name);
    return { when: reader.when(layout, at), arrangement: readArrangement(reader, layout, at, name, base) };
  });
}

function readStudio(reader: DocumentReader, document: JsonObject): readonly string[] | null {
  const studio = own(document, 'studio');
  const traits = studio === undefined ? undefined : own(reader.object(studio, '/studio'), 'traits');
  return traits === undefined ? null : reader.texts(traits, '/studio/traits');
}

const nothing: Arrangement = arrange({ name: null, highlights: [], context: null, traits: null, events: null });

const unusable = (message: string): Compiled => ({
  usable: false,
  reports: [{ at: '', message }],
  base: nothing,
  layouts: [],
  studio: [],
});

/** What a published document that cannot be used amounts to: context in the generic view, no traits, no events. */
export const UNUSABLE: Compiled = unusable('The published document cannot be used.');

/**
 * Prepares a document, once per document. Takes anything and never throws: what cannot be used as a whole is unusable.
 * Check documents with schemas/ first: it knows every rule and explains mistakes; this refuses only what would keep the
 * engine from deciding what is shown.
 */
export function compile(document: unknown): Compiled {
  const reader = new DocumentReader();
  try {
    const root = reader.object(document as Json, '');
    if (own(root, 'version') !== 1) throw new UnusableDocument('The version must be 1.');
    const base = readArrangement(reader, root, '', null);
    const layouts = readLayouts(reader, root, base);
    return { usable: true, reports: reader.reports, base, layouts, studio: readStudio(reader, root) };
  } catch (error) {
    return unusable(error instanceof UnusableDocument ? error.message : 'The document cannot be read.');
  }
}
