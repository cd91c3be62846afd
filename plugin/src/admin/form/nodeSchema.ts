import type { RJSFSchema } from '@rjsf/utils';
import { FORMATS, formatById } from '../../../../display/formats/registry';
import { isObject, own, type Json, type JsonObject } from '../../../../display/json';
import { ICONS, TONES } from '../../../../display/value';
import base from '../../../../schemas/display-schema.base.json';
import type { Ui } from './context';
import { strings } from './strings';

/** What rjsf draws a part of a document from. */
export interface NodeSchema {
  schema: RJSFSchema;
  uiSchema: Ui;
}

interface Keywords {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Keywords>>;
  readonly required?: readonly string[];
  readonly items?: Keywords;
  readonly default?: unknown;
  readonly anyOf?: readonly Keywords[];
  readonly [keyword: string]: unknown;
}

const definitions = base.definitions as unknown as Readonly<Record<string, Keywords>>;

/** Definitions with a control of their own, by name. All others are drawn from their JSON Schema. */
const EDITORS: Readonly<Record<string, Ui>> = {
  text: { 'ui:field': 'text' },
  condition: { 'ui:field': 'condition' },
  mask: { 'ui:field': 'mask' },
  format: { 'ui:field': 'word', 'ui:options': { words: FORMATS.map(({ id }) => id) } },
  icon: { 'ui:field': 'word', 'ui:options': { words: ICONS, icons: true } },
  tone: { 'ui:field': 'word', 'ui:options': { words: TONES } },
  eventField: { 'ui:field': 'formatted', 'ui:options': { definition: 'eventField' } },
};

/** Properties that are lines of the outline, so that the form of what holds them leaves them out. */
const IN_OUTLINE: Readonly<Record<string, readonly string[]>> = {
  document: [...Object.keys(base.properties)],
  panel: ['sections'],
  section: ['fields'],
  events: ['rules'],
  layout: ['highlights', 'context', 'traits', 'events'],
};

/** Definitions that take the options of a format. */
const FORMATTED = new Set(['field', 'highlight', 'eventField', 'column']);

/** What leaving out a switch means, where the JSON Schema says it in words only. */
const ON_WHEN_LEFT_OUT = new Set(['copy', 'collapseRepeats']);

/** The settings of a fact in groups; what is in none of them is behaviour. */
const FACT = ['source', 'key', 'label', 'description'];
const FORMAT = ['format', 'mappings', 'thresholds'];

/** Follows references; titles and help nearer to the reader win. Names of definitions on the way choose the control. */
function resolved(node: Keywords): { node: Keywords; editor: Ui | undefined } {
  if (node.$ref === undefined) return { node, editor: undefined };
  const { $ref, ...own } = node;
  const name = $ref.replace('#/definitions/', '');
  const inner = resolved(definitions[name] ?? {});
  return { node: { ...inner.node, ...own }, editor: EDITORS[name] ?? inner.editor };
}

function words({ title, description }: Keywords): RJSFSchema {
  return { ...(title === undefined ? {} : { title }), ...(description === undefined ? {} : { description }) };
}

const notShown = (node: Keywords): NodeSchema => ({ schema: words(node), uiSchema: { 'ui:field': 'notShown' } });

const typeOf = (value: Json): string =>
  Array.isArray(value) ? 'array' : value === null ? 'null' : value === Object(value) ? 'object' : typeof value;

/** Whether the control for a schema can show this value without losing any of it. */
function fits(node: Keywords, value: Json | undefined): boolean {
  if (value === undefined || node.type === undefined) return true;
  const types = [node.type].flat();
  // A number where a text belongs, or the reverse, is best put right in the control itself.
  if (types.includes('string') || types.includes('number') || types.includes('integer')) return !isContainer(value);
  return types.includes(typeOf(value));
}

const isContainer = (value: Json) => typeof value === 'object';

/** Schema and controls of one value. `value` decides what can be shown; defaults never get in. */
function control(reference: Keywords, value: Json | undefined, name: string): NodeSchema {
  const { node, editor } = resolved(reference);
  if (editor !== undefined) return { schema: words(node), uiSchema: editor };
  if (Array.isArray(node.type)) return { schema: words(node), uiSchema: { 'ui:field': 'scalar' } };
  if (!fits(node, value)) return notShown(node);
  if (node.enum !== undefined) {
    return { schema: words(node), uiSchema: { 'ui:field': 'word', 'ui:options': { words: node.enum } } };
  }
  switch (node.type) {
    case 'boolean': {
      const whenLeftOut = node.default === true || ON_WHEN_LEFT_OUT.has(name);
      return { schema: words(node), uiSchema: { 'ui:field': 'switch', 'ui:options': { whenLeftOut } } };
    }
    case 'number':
    case 'integer':
      return { schema: words(node), uiSchema: { 'ui:field': 'number' } };
    case 'array':
      return list(node, Array.isArray(value) ? value : []);
    case 'object':
      return object(node, isObject(value) ? value : {});
    case 'string':
      return { schema: { ...words(node), type: 'string' }, uiSchema: {} };
    default:
      return notShown(node);
  }
}

function list(node: Keywords, items: readonly Json[]): NodeSchema {
  const inner = resolved(node.items ?? {});
  if (inner.node.type === 'string' && inner.node.enum === undefined && inner.editor === undefined) {
    if (items.some((item) => typeof item !== 'string')) return notShown(node);
    return { schema: words(node), uiSchema: { 'ui:field': 'strings', 'ui:options': { item: inner.node.title } } };
  }
  if (items.some((item) => !fits(inner.node, item))) return notShown(node);
  const isColumn = inner.node.title === 'Column';
  const item: NodeSchema = isColumn
    ? { schema: words(inner.node), uiSchema: { 'ui:field': 'formatted', 'ui:options': { definition: 'column' } } }
    : control(node.items ?? {}, undefined, '');
  return {
    schema: { ...words(node), type: 'array', items: { ...item.schema, type: 'object' } },
    uiSchema: { items: { ...item.uiSchema, 'ui:options': { ...item.uiSchema['ui:options'], label: false } } },
  };
}

function object(node: Keywords, value: JsonObject, skip: readonly string[] = []): NodeSchema {
  const schema: RJSFSchema = { ...words(node), type: 'object', properties: {}, required: [] };
  const uiSchema: Ui = {};
  for (const [name, property] of Object.entries(node.properties ?? {})) {
    if (skip.includes(name)) continue;
    const made = control(property, own(value, name), name);
    schema.properties = { ...schema.properties, [name]: made.schema };
    uiSchema[name] = made.uiSchema;
  }
  schema.required = (node.required ?? []).filter((name) => !skip.includes(name));
  return { schema, uiSchema };
}

/** A definition together with the options of the format that the value names, right behind the format. */
function withOptions(node: Keywords, value: JsonObject): { node: Keywords; options: readonly string[] } {
  const word = own(value, 'format');
  const format = typeof word === 'string' ? formatById(word) : undefined;
  if (format === undefined) return { node, options: [] };
  const properties: Record<string, Keywords> = {};
  for (const [name, property] of Object.entries(node.properties ?? {})) {
    properties[name] = property;
    if (name === 'format') Object.assign(properties, format.options);
  }
  const required = [...(node.required ?? []), ...(format.required ?? [])];
  return { node: { ...node, properties, required }, options: Object.keys(format.options) };
}

/** The columns of the table format are described where that format is. */
function columnDefinition(): Keywords {
  const columns = formatById('table')?.options as Readonly<Record<string, Keywords>> | undefined;
  return columns?.columns?.items ?? {};
}

function definitionOf(name: string): Keywords {
  if (name === 'column') return columnDefinition();
  return definitions[name] ?? {};
}

/**
 * Schema and controls for a part of a document: its definition in the JSON Schema, with the options of the format that
 * it names. Made for the value at hand, because what a control can't show must not pass through it.
 */
export function nodeSchema(definition: string, value: JsonObject): NodeSchema {
  const { node } = resolved(definitionOf(definition));
  const skip = IN_OUTLINE[definition] ?? [];
  if (!FORMATTED.has(definition)) return object(node, value, skip);
  const formatted = withOptions(node, value);
  const made = object(formatted.node, value, skip);
  if (definition !== 'field' && definition !== 'highlight') return made;
  const names = Object.keys(made.schema.properties ?? {});
  const format = names.filter((name) => FORMAT.includes(name) || formatted.options.includes(name));
  const groups = [
    { title: strings.groups.fact, names: FACT },
    { title: strings.groups.format, names: format },
    { title: strings.groups.behaviour, names: names.filter((name) => ![...FACT, ...format].includes(name)) },
  ];
  return { ...made, uiSchema: { ...made.uiSchema, 'ui:options': { groups } } };
}

/** The properties of a node that its form edits; all others pass it by. */
export function editedNames({ schema }: NodeSchema): string[] {
  return Object.keys(schema.properties ?? {});
}

/** Title and help of a property of a definition, for controls that draw it themselves. `item`: of a list's items. */
export function definitionWords(definition: string, property: string) {
  const { title = '', description = '', items } = definitions[definition]?.properties?.[property] ?? {};
  return { title, description, item: items?.title ?? '' };
}
