import { isNode, type SchemaNode } from '../schema-node';
import { anchor, cell, code, table } from './markdown';

/** Definitions with a chapter of their own, in the order of reading. */
const chapters = [
  'panel',
  'section',
  'field',
  'mapping',
  'threshold',
  'mask',
  'highlight',
  'layout',
  'events',
  'eventRule',
  'eventField',
  'studio',
] as const;

function definitionsOf(schema: SchemaNode): SchemaNode {
  return isNode(schema.definitions) ? schema.definitions : {};
}

/** A definition by its name. */
export function definitionOf(schema: SchemaNode, name: string): SchemaNode {
  const found = definitionsOf(schema)[name];
  if (!isNode(found)) throw new Error(`There is no definition "${name}".`);
  return found;
}

const nameOf = (ref: unknown) => (typeof ref === 'string' ? ref.replace('#/definitions/', '') : undefined);

const headings: Readonly<Record<string, string>> = {
  condition: 'Conditions',
  text: 'Texts',
  key: 'Keys and paths',
  link: 'Links',
};

/** What is explained in a chapter of its own. */
const explainedIn: Readonly<Record<string, string>> = {
  format: '[format](#formats)',
  key: '[key](#keys-and-paths)',
  tone: '[tone](#tones-and-icons)',
  icon: '[icon](#tones-and-icons)',
};

function titleOf(schema: SchemaNode, name: string): string {
  const definition = definitionsOf(schema)[name];
  return headings[name] ?? (isNode(definition) ? String(definition.title) : name);
}

const scalars: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: 'true or false',
  null: 'null',
  array: 'list',
  object: 'object',
};

/** What a property takes, with links to the chapters that explain it. */
export function takes(schema: SchemaNode, node: SchemaNode): string {
  const name = nameOf(node.$ref);
  const target = name === undefined ? undefined : definitionsOf(schema)[name];
  if (name !== undefined && isNode(target)) {
    if (chapters.some((chapter) => chapter === name) || name === 'condition' || name === 'text' || name === 'link') {
      const title = titleOf(schema, name);
      return `[${title.toLowerCase()}](#${anchor(title)})`;
    }
    const elsewhere = explainedIn[name];
    if (elsewhere !== undefined) return elsewhere;
    return takes(schema, target);
  }
  if (Array.isArray(node.anyOf))
    return node.anyOf.flatMap((choice) => (isNode(choice) ? takes(schema, choice) : [])).join(', ');
  if (Array.isArray(node.enum)) return node.enum.map((word) => code(String(word))).join(', ');
  if (node.const !== undefined) return code(JSON.stringify(node.const));
  if (node.type === 'array' && isNode(node.items)) {
    const most = typeof node.maxItems === 'number' ? `, ${node.maxItems} at most` : '';
    return `list of ${takes(schema, node.items)}${most}`;
  }
  return [node.type]
    .flat()
    .map((type) => scalars[String(type)] ?? 'any value')
    .join(', ');
}

/** What a property means, or what it refers to does. */
export function describe(schema: SchemaNode, node: SchemaNode): string {
  if (typeof node.description === 'string') return node.description;
  const name = nameOf(node.$ref);
  const target = name === undefined ? undefined : definitionsOf(schema)[name];
  return isNode(target) ? describe(schema, target) : '';
}

/** The properties of a part as a table. */
export function propertiesTable(schema: SchemaNode, part: SchemaNode): string {
  const required = Array.isArray(part.required) ? part.required : [];
  const properties = Object.entries(isNode(part.properties) ? part.properties : {});
  const rows = properties.map(([name, node]) => {
    const property = isNode(node) ? node : {};
    const needed = required.includes(name) ? ' **needed**' : '';
    return [`${code(name)}${needed}`, cell(takes(schema, property)), cell(describe(schema, property))];
  });
  return table(['Property', 'Takes', 'Meaning'], rows);
}

/** A chapter per part of a document. */
export function partsChapter(schema: SchemaNode): string {
  const list = chapters.map((name) => {
    const part = definitionOf(schema, name);
    return [`### ${titleOf(schema, name)}`, String(part.description), propertiesTable(schema, part)].join('\n\n');
  });
  const text = definitionsOf(schema).text;
  const texts = isNode(text) ? String(text.description).replace(/(\{.*?\})/, '`$1`') : '';
  return [
    '## Parts of a document',
    '### Document',
    String(schema.description),
    propertiesTable(schema, schema),
    ...list,
    '### Texts',
    texts,
  ].join('\n\n');
}
