import { isDeepStrictEqual } from 'node:util';
import { sidPattern, type Operation, type Parameter } from '../../sandbox/rest/operation';
import type { DescribedOperation, Description, NamedParameter, Schema } from './description';

export interface Table {
  operations: Readonly<Record<string, Operation>>;
  /** Whether a path of the description is the double's to answer. */
  covers: (path: string) => boolean;
  /** Values that an operation accepts, and the component of the description that lists them. */
  enumerations?: readonly { operation: string; component: string; values: readonly string[] }[];
}

/** Where a double's own table of operations differs from the description, by operation. */
export function compareTable(
  description: Description,
  { operations, covers, enumerations = [] }: Table,
): Map<string, string[]> {
  const differences = new Map<string, string[]>();
  for (const [id, operation] of Object.entries(operations)) {
    const described = description.operations.get(id);
    if (described !== undefined) differences.set(id, compare(operation, described));
    else if (operation.body !== 'upload') differences.set(id, ['the description does not know this operation']);
  }
  for (const [id, { path }] of description.operations) {
    if (covers(path) && !Object.hasOwn(operations, id))
      differences.set(id, ['the double does not have this operation']);
  }
  for (const { operation, component, values } of enumerations) {
    const described = description.enumeration(component);
    if (isDeepStrictEqual(described, [...values])) continue;
    differences.set(operation, [
      ...(differences.get(operation) ?? []),
      `accepts ${values.join()} for ${component}, described are ${described.join()}`,
    ]);
  }
  return differences;
}

function compare(operation: Operation, described: DescribedOperation): string[] {
  const json = described.body === 'application/json';
  const address = `${described.method} ${described.path}`;
  const own = `${operation.method} ${operation.path}`;
  return [
    ...(own === address ? [] : [`is ${own}, described as ${address}`]),
    ...(described.answers.has(operation.success) ? [] : [`success is ${operation.success}, which is not described`]),
    ...(json === (operation.body === 'json') ? [] : [`the body is described as ${described.body ?? 'none'}`]),
    ...compareParameters('path', pathParameters(operation), described.parameters.path),
    ...compareParameters('query', declared(operation.query), described.parameters.query),
    ...compareParameters('form', declared(operation.form), described.parameters.form),
  ];
}

function compareParameters(
  place: string,
  own: Record<string, NamedParameter>,
  described: Record<string, NamedParameter>,
): string[] {
  const names = new Set([...Object.keys(own), ...Object.keys(described)]);
  return [...names].flatMap((name) => {
    const [a, b] = [own[name], described[name]].map((parameter) => parameter && essence(parameter));
    return isDeepStrictEqual(a, b)
      ? []
      : [`${place} parameter ${name} is ${JSON.stringify(a)}, described as ${JSON.stringify(b)}`];
  });
}

function pathParameters(operation: Operation): Record<string, NamedParameter> {
  const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return Object.fromEntries(
    names.map((name) => {
      const sid = operation.sids[name];
      return [name, { required: true, schema: toSchema({ type: 'string', ...(sid === undefined ? {} : { sid }) }) }];
    }),
  );
}

function declared(parameters: Readonly<Record<string, Parameter>>): Record<string, NamedParameter> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [
      name,
      { required: parameter.required ?? false, schema: toSchema(parameter) },
    ]),
  );
}

function toSchema({ type, sid, format, minimum, maximum }: Parameter): Schema {
  // The description leaves open what an object is.
  if (type === 'objects') return { type: 'array', items: {} };
  const single = { type: type === 'sids' ? 'string' : type, format, minimum, maximum, pattern: sid && sidPattern(sid) };
  return type === 'sids' ? { type: 'array', items: single } : single;
}

/** What of a parameter matters on the wire. Lengths of SIDs follow from their patterns. */
function essence({ required, schema }: NamedParameter): unknown {
  const keep = ({ type, format, pattern, minimum, maximum, enum: values }: Schema) =>
    Object.fromEntries(
      Object.entries({
        type,
        format: format === 'int64' ? undefined : format,
        pattern,
        minimum,
        maximum,
        values,
      }).filter(([, value]) => value !== undefined),
    );
  return { required, ...keep(schema), ...(schema.items === undefined ? {} : { items: keep(schema.items as Schema) }) };
}
