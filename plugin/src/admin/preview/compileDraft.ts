import { compile, UNUSABLE, type Compiled } from '../../../../display/index';
import { isObject, own, type Json, type JsonObject } from '../../../../display/json';
import type { Loaded } from '../../../../schemas/load';

/** A draft as agents' panels would use it: whole or not at all. */
export function compileDraft(loaded: Loaded): Compiled {
  return loaded.usable ? compile(loaded.document) : UNUSABLE;
}

/**
 * The document with one layout for everybody, whatever its condition says; null: with none. Layouts that are not asked
 * for go, so that the agents' own components draw it without knowing of the wish.
 */
export function withLayout(document: Json, layout: string | null | undefined): Json {
  if (layout === undefined || !isObject(document)) return document;
  const layouts = own(document, 'layouts');
  const wanted = Array.isArray(layouts) ? layouts.find((one) => nameOf(one) === layout) : undefined;
  const copy: JsonObject = { ...document };
  delete copy['layouts'];
  if (!isObject(wanted)) return copy;
  const always: JsonObject = { ...wanted };
  delete always['when'];
  return { ...copy, layouts: [always] };
}

/** Names of the document's layouts, each once, in order. */
export function layoutNames(document: Json): string[] {
  const layouts = isObject(document) ? own(document, 'layouts') : undefined;
  if (!Array.isArray(layouts)) return [];
  return [...new Set(layouts.map(nameOf).filter((name) => name !== undefined))];
}

function nameOf(layout: Json): string | undefined {
  const name = isObject(layout) ? own(layout, 'name') : undefined;
  return typeof name === 'string' ? name : undefined;
}
