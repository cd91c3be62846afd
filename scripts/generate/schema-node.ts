/** A JSON Schema as plain data. */
export interface SchemaNode {
  [keyword: string]: unknown;
}

export function isNode(value: unknown): value is SchemaNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Keywords whose values are names → schemas. */
const mapsOfSchemas = new Set(['properties', 'definitions', 'patternProperties']);
/** Keywords whose values are schemas. */
const schemas = new Set(['items', 'additionalProperties', 'propertyNames', 'not', 'if', 'then', 'else', 'contains']);
/** Keywords whose values are lists of schemas. */
const listsOfSchemas = new Set(['allOf', 'anyOf', 'oneOf']);

/** The same schema with `change` applied to every schema in it, innermost first. */
export function mapSchema(
  node: SchemaNode,
  change: (node: SchemaNode, path: string) => SchemaNode,
  path = '',
): SchemaNode {
  const visit = (child: unknown, at: string): unknown => (isNode(child) ? mapSchema(child, change, at) : child);
  const result: SchemaNode = {};
  for (const [keyword, value] of Object.entries(node)) {
    const at = `${path}/${keyword}`;
    if (schemas.has(keyword)) result[keyword] = visit(value, at);
    else if (listsOfSchemas.has(keyword) && Array.isArray(value))
      result[keyword] = value.map((child, index) => visit(child, `${at}/${index}`));
    else if (mapsOfSchemas.has(keyword) && isNode(value))
      result[keyword] = Object.fromEntries(
        Object.entries(value).map(([name, child]) => [name, visit(child, `${at}/${name}`)]),
      );
    else result[keyword] = value;
  }
  return change(result, path);
}

/** Calls `look` with every schema in a schema, with its JSON Pointer. */
export function eachSchema(node: SchemaNode, look: (node: SchemaNode, path: string) => void): void {
  mapSchema(node, (found, path) => {
    look(found, path);
    return found;
  });
}

/** A schema without some keywords. */
export function without(node: SchemaNode, ...keywords: string[]): SchemaNode {
  return Object.fromEntries(Object.entries(node).filter(([keyword]) => !keywords.includes(keyword)));
}

/** The properties of a named definition, or an empty object. */
export function propertiesOf(schema: SchemaNode, definition: string): SchemaNode {
  const definitions = isNode(schema.definitions) ? schema.definitions : {};
  const found = definitions[definition];
  return isNode(found) && isNode(found.properties) ? found.properties : {};
}
