import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { environment as env } from './cases/case';
import { compile, UNUSABLE } from './compile';
import type { Compiled, Listing } from './compiled';
import { view } from './customer';
import type { View } from './customer';
import type { Facts } from './facts';
import { genericPanel } from './generic';
import type { Json, JsonObject } from './json';
import { isObject, own } from './json';
import { arrangementOf, decide, judge, shownListings } from './layout';
import { pathOf, valueAt } from './pointer';
import { project } from './project';
import { searchPanel } from './search';
import { data, documents, frozen, plantCanaries } from './testing/arbitrary';
import type { Canary } from './testing/arbitrary';
import type { DisplayValue } from './value';
import type { PanelView, Source } from './view';

const worker: Facts = { worker: { roles: ['agent'] } };
const below = (path: readonly string[], top: readonly string[]) => top.every((segment, at) => path[at] === segment);

/** The texts that a value puts on the screen, each once. */
function leaves(value: DisplayValue): string[] {
  switch (value.kind) {
    case 'group':
      return value.rows.flatMap((row) => leaves(row.value));
    case 'list':
      return value.items.flatMap(leaves);
    case 'table':
      return value.rows.flat().flatMap(leaves);
    case 'tags':
      return value.items.map(({ text }) => text);
    default:
      return [value.text];
  }
}

const rowsOf = (panel: PanelView | null) => panel?.sections.flatMap(({ rows }) => rows) ?? [];
const textsOf = (panel: PanelView | null) => rowsOf(panel).flatMap(({ value }) => leaves(value));
const occurrences = (texts: readonly string[], canary: Canary) =>
  texts.filter((text) => text.includes(canary.text)).length;

/** Read straight from the design, apart from the engine's own way of doing it. */
function isHiddenByDesign(document: JsonObject, layout: string | null, source: Source, path: string[]) {
  const lists = [
    document,
    ...((own(document, 'layouts') ?? []) as JsonObject[]).filter((one) => own(one, 'name') === layout),
  ];
  const entries = lists.flatMap((one) => {
    const panel = own(one, source);
    return panel === undefined ? [] : ((own(panel as JsonObject, 'hidden') ?? []) as string[]);
  });
  return entries.some((entry) =>
    !entry.startsWith('/') && entry.endsWith('*')
      ? path[0]?.startsWith(entry.slice(0, -1)) === true
      : below(path, pathOf(entry) ?? ['no such path']),
  );
}

function listingsOf(compiled: Compiled, layout: string | null, source: Source): Listing[] {
  const arrangement = arrangementOf(compiled, { layout, truths: {} });
  const fields = arrangement[source]?.sections.flatMap((section) => section.fields) ?? [];
  return [...fields, ...arrangement.highlights.filter((one) => one.source === source)];
}

interface Shown {
  compiled: Compiled;
  document: JsonObject;
  context: ReturnType<typeof plantCanaries>;
  traits: ReturnType<typeof plantCanaries>;
  shown: View;
}

const worlds = (uses?: Parameters<typeof documents>[0]) =>
  fc.tuple(documents(uses), data, data).map(([document, contextData, traitsData]): Shown => {
    // Frozen, so that a change of what was handed in fails whatever property is tested.
    const compiled = compile(frozen(document));
    const context = frozen(plantCanaries(contextData, 'context'));
    const traits = frozen(plantCanaries(traitsData, 'traits'));
    const facts = { ...worker, traits: traits.data };
    return {
      compiled,
      document,
      context,
      traits,
      shown: view(compiled, { context: context.data, traits: traits.data, facts, env, debug: true }),
    };
  });

describe('properties of every document and all data', { timeout: 60_000 }, () => {
  it('nothing hidden or masked survives anywhere in the view model', () => {
    fc.assert(
      fc.property(worlds(), ({ compiled, document, context, traits, shown }) => {
        const written = JSON.stringify(shown);
        for (const [source, { canaries }] of [
          ['context', context],
          ['traits', traits],
        ] as const) {
          const masks = listingsOf(compiled, shown.layout.name, source).filter(({ mask }) => mask !== undefined);
          for (const { path, text } of canaries) {
            const isGone =
              isHiddenByDesign(document, shown.layout.name, source, path) || masks.some((one) => below(path, one.path));
            if (isGone) expect(written).not.toContain(text);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('search finds nothing hidden or masked', () => {
    fc.assert(
      fc.property(worlds(), ({ compiled, document, context, shown }) => {
        const masks = listingsOf(compiled, shown.layout.name, 'context').filter(({ mask }) => mask !== undefined);
        for (const { path, text } of context.canaries) {
          const isGone =
            isHiddenByDesign(document, shown.layout.name, 'context', path) ||
            masks.some((one) => below(path, one.path));
          if (isGone) expect(searchPanel(shown.context, text).count).toBe(0);
        }
      }),
    );
  });

  it('every row of a panel has an id of its own', () => {
    fc.assert(
      fc.property(worlds(), ({ shown }) => {
        for (const panel of [shown.context, shown.traits]) {
          const ids = rowsOf(panel).map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(panel?.count ?? 0).toBe(ids.length);
        }
      }),
    );
  });

  it('every value outside lists is shown at most once outside highlights', () => {
    fc.assert(
      fc.property(worlds({ link: false }), ({ context, shown }) => {
        const texts = textsOf(shown.context);
        for (const canary of context.canaries) {
          if (!isInList(context.data, canary.path)) expect(occurrences(texts, canary)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('a key that is listed without condition and not hidden is shown exactly once', () => {
    fc.assert(
      fc.property(worlds({ when: false, hidden: false }), ({ compiled, context, shown }) => {
        for (const { path, id } of listingsOf(compiled, shown.layout.name, 'context')) {
          const value = valueAt(context.data, path);
          const inPanel = arrangementOf(compiled, { layout: shown.layout.name, truths: {} }).context !== null;
          if (value === undefined || typeof value === 'object' || !inPanel) continue;
          expect(rowsOf(shown.context).filter((row) => row.id === id).length).toBeLessThanOrEqual(1);
          const listed = shown.context.sections
            .filter(({ id: section }) => section !== 'rest')
            .flatMap(({ rows }) => rows);
          const isField = compiledFields(compiled, shown.layout.name).some((one) => one.id === id);
          if (isField) expect(listed.filter((row) => row.id === id)).toHaveLength(1);
        }
      }),
    );
  });

  it('rest and listings together lose nothing that is not hidden', () => {
    const open = { when: false, hidden: false, mask: false, link: false };
    fc.assert(
      fc.property(worlds(open), ({ compiled, context, shown }) => {
        const panel = arrangementOf(compiled, { layout: shown.layout.name, truths: {} }).context;
        if (panel?.rest === 'hide') return;
        const texts = textsOf(shown.context);
        for (const canary of context.canaries) {
          if (!isInList(context.data, canary.path)) expect(occurrences(texts, canary)).toBe(1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('order is total and stable: listings as in the document, the rest as in the data', () => {
    fc.assert(
      fc.property(worlds(), ({ compiled, context, traits, shown }) => {
        const facts = { ...worker, traits: traits.data };
        expect(view(compiled, { context: context.data, traits: traits.data, facts, env, debug: true })).toEqual(shown);
        const { context: panel } = arrangementOf(compiled, { layout: shown.layout.name, truths: {} });
        if (panel === null || !isObject(context.data)) return;
        const judged = judge(decide(compiled, { ...facts, context: context.data }), {
          ...facts,
          context: context.data,
        });
        const wanted = [...shownListings(panel, judged).keys()];
        const listed = shown.context.sections
          .filter(({ id }) => id !== 'rest')
          .flatMap(({ rows }) => rows.map(({ id }) => id));
        expect(listed).toEqual(wanted.filter((id) => listed.includes(id)));
        const rest = shown.context.sections
          .find(({ id }) => id === 'rest')
          ?.rows.filter(({ value }) => value.kind !== 'masked');
        const order = Object.keys(context.data);
        const places = rest?.map(({ key }) => order.indexOf(key)) ?? [];
        expect(places).toEqual([...places].sort((left, right) => left - right));
      }),
    );
  });

  it('what the server’s projection leaves shows the same as everything would', () => {
    fc.assert(
      fc.property(worlds(), ({ compiled, context, traits }) => {
        const decision = decide(compiled, { ...worker, context: context.data, traits: traits.data });
        const sent = JSON.parse(JSON.stringify(project(compiled, decision, 'traits', traits.data))) as ReturnType<
          typeof project
        >;
        const see = (shownTraits: Json | undefined, masked?: Record<string, string>) =>
          view(compiled, { context: context.data, traits: shownTraits, masked, facts: worker, decision, env });
        expect(see(sent.data, sent.masked)).toEqual(see(traits.data));
      }),
      { numRuns: 400 },
    );
  });

  it('nothing is sent of traits that is not shown', () => {
    fc.assert(
      fc.property(worlds({ link: false }), ({ compiled, context, traits }) => {
        const decision = decide(compiled, { ...worker, context: context.data, traits: traits.data });
        const sent = project(compiled, decision, 'traits', traits.data);
        const shown = view(compiled, {
          context: context.data,
          traits: sent.data,
          masked: sent.masked,
          facts: worker,
          decision,
          env,
        });
        const texts = JSON.stringify({ ...shown, reports: [] });
        const written = JSON.stringify(sent.data);
        for (const { text } of traits.canaries) if (written.includes(`"${text}"`)) expect(texts).toContain(text);
      }),
      { numRuns: 300 },
    );
  });

  it('an unusable document gives the generic view for context and nothing for traits', () => {
    fc.assert(
      fc.property(data, data, (context, traits) => {
        const shown = view(UNUSABLE, { context, traits, facts: worker, env });
        expect(shown.context).toEqual(genericPanel('context', context, env));
        expect(shown.traits).toBeNull();
        expect(shown.highlights).toEqual([]);
        expect(project(UNUSABLE, { layout: null, truths: {} }, 'traits', traits).data).toBeUndefined();
      }),
    );
  });

  it('never throws on any document or data', () => {
    const broken = fc
      .tuple(documents(), fc.jsonValue(), fc.nat())
      .map(([document, junk, at]) => breakAt(document, junk as Json, at));
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.jsonValue(), broken),
        fc.jsonValue(),
        fc.jsonValue(),
        (document, context, traits) => {
          const compiled = compile(document);
          const input = {
            context: context as Json,
            traits: traits as Json,
            facts: { ...worker, traits: traits as Json },
            env,
          };
          view(compiled, input);
          if (!compiled.usable) expect(view(compiled, input).traits).toBeNull();
        },
      ),
      { numRuns: 500 },
    );
  });
});

function compiledFields(compiled: Compiled, layout: string | null): Listing[] {
  return arrangementOf(compiled, { layout, truths: {} }).context?.sections.flatMap(({ fields }) => fields) ?? [];
}

/** Whether a list holds the value at a path, at any level. */
function isInList(value: Json, path: readonly string[]): boolean {
  return path.some((_, at) => Array.isArray(valueAt(value, path.slice(0, at))));
}

/** The document with something else in one of its places. */
function breakAt(document: JsonObject, junk: Json, at: number): Json {
  let count = 0;
  const places = JSON.stringify(document).match(/[[{"]/g)?.length ?? 1;
  const chosen = at % places;
  const walk = (one: Json): Json => {
    if (count++ === chosen) return junk;
    if (Array.isArray(one)) return one.map(walk);
    if (isObject(one)) return Object.fromEntries(Object.entries(one).map(([key, value]) => [key, walk(value)]));
    return one;
  };
  return walk(document);
}
