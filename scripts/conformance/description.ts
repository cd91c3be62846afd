import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** The parts of an OpenAPI 3.0 document that are used here. */
interface OpenApi {
  paths: Record<string, Record<string, unknown>>;
  components: { schemas: Record<string, Schema> };
}

export type Schema = Readonly<Record<string, unknown>>;

interface DescribedParameter {
  in: 'path' | 'query' | 'header';
  name: string;
  required?: boolean;
  schema: Schema;
}

interface OpenApiOperation {
  operationId: string;
  parameters?: DescribedParameter[];
  requestBody?: { content: Record<string, { schema?: { properties?: Record<string, Schema>; required?: string[] } }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

export interface NamedParameter {
  required: boolean;
  schema: Schema;
}

export interface DescribedOperation {
  id: string;
  method: string;
  path: string;
  parameters: Record<'path' | 'query' | 'form', Record<string, NamedParameter>>;
  /** Type of the request's body. */
  body: string | undefined;
  /** Statuses of success, and what each answers; undefined: nothing. */
  answers: ReadonlyMap<number, Schema | undefined>;
}

export interface Description {
  operations: ReadonlyMap<string, DescribedOperation>;
  /** Mistakes in a request, as sentences; none when the description allows it. */
  checkRequest(operation: DescribedOperation, sent: SentRequest): string[];
  /** Mistakes in an answer's body. Properties the description does not know, and missing ones, are mistakes too. */
  checkAnswer(schema: Schema, body: unknown): string[];
  /** Schema of a component. */
  component(name: string): Schema;
  /** Values of a component that is an enumeration. */
  enumeration(name: string): readonly unknown[];
}

export interface SentRequest {
  path: Record<string, string>;
  query: Record<string, string>;
  form: Record<string, string | string[]>;
}

const METHODS = ['get', 'post', 'put', 'delete'];

export function readDescription(file: string): Description {
  const document = JSON.parse(readFileSync(file, 'utf8')) as OpenApi;
  const operations = new Map<string, DescribedOperation>();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, value] of Object.entries(methods)) {
      if (!METHODS.includes(method)) continue;
      const operation = describe(method, path, value as OpenApiOperation);
      operations.set(operation.id, operation);
    }
  }

  const requests = new Ajv({ strict: false, allErrors: true, coerceTypes: true });
  const answers = new Ajv({ strict: false, allErrors: true });
  for (const ajv of [requests, answers]) {
    addFormats(ajv);
    ajv.addFormat('uri-map', true);
  }
  const schemas = Object.fromEntries(
    Object.entries(document.components.schemas).map(([name, schema]) => [name, closed(schema)]),
  );
  answers.addSchema({ $id: 'description', components: { schemas } });

  const compiled = new Map<Schema, ValidateFunction>();
  return {
    operations,
    checkRequest: (operation, sent) =>
      (['path', 'query', 'form'] as const).flatMap((place) => {
        const known = Object.entries(operation.parameters[place]);
        const validate = requests.compile({
          type: 'object',
          additionalProperties: false,
          properties: Object.fromEntries(known.map(([name, { schema }]) => [name, schema])),
          required: known.filter(([, { required }]) => required).map(([name]) => name),
        });
        return validate(structuredClone(sent[place])) ? [] : sentences(`${place} parameters`, validate.errors);
      }),
    checkAnswer(schema, body) {
      let validate = compiled.get(schema);
      if (validate === undefined) {
        validate = answers.compile(closed(schema));
        compiled.set(schema, validate);
      }
      return validate(body) ? [] : sentences('answer', validate.errors);
    },
    component: (name) => ({ $ref: `#/components/schemas/${name}` }),
    enumeration: (name) => {
      const values = document.components.schemas[name]?.enum;
      return Array.isArray(values) ? (values as unknown[]) : [];
    },
  };
}

function describe(method: string, path: string, operation: OpenApiOperation): DescribedOperation {
  const parameters: DescribedOperation['parameters'] = { path: {}, query: {}, form: {} };
  for (const { in: place, name, required = false, schema } of operation.parameters ?? []) {
    // No double reads the one header there is, Flex-Metadata, and no client sends it.
    if (place !== 'header') parameters[place][name] = { required, schema };
  }
  for (const { schema } of Object.values(operation.requestBody?.content ?? {})) {
    for (const [name, property] of Object.entries(schema?.properties ?? {})) {
      parameters.form[name] = { required: schema?.required?.includes(name) ?? false, schema: property };
    }
  }
  const answers = new Map(
    Object.entries(operation.responses).map(([status, { content = {} }]) => [
      Number(status),
      Object.values(content)[0]?.schema,
    ]),
  );
  const [body] = Object.keys(operation.requestBody?.content ?? {});
  return { id: operation.operationId, method, path, parameters, body, answers };
}

/**
 * A schema of OpenAPI 3.0 as JSON Schema, closed: objects with named properties have all of them and no others, as
 * Twilio's answers do.
 */
function closed(schema: unknown): Schema {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) => {
    if (key === '$ref' && typeof value === 'string') return `description${value}`;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    // Without a type anything goes, null too, and Ajv will not have it said twice.
    if ('nullable' in value && !('type' in value)) return { ...value, nullable: undefined };
    if (!('properties' in value) || typeof value.properties !== 'object' || value.properties === null) return value;
    return { ...value, additionalProperties: false, required: Object.keys(value.properties) };
  }) as Schema;
}

function sentences(what: string, errors: readonly ErrorObject[] | null | undefined): string[] {
  return (errors ?? []).map(({ instancePath, message, params }) => {
    const detail = 'additionalProperty' in params ? ` (${String(params.additionalProperty)})` : '';
    return `${what}${instancePath}: ${message ?? 'is wrong'}${detail}`;
  });
}
