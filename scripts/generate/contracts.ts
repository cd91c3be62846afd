import { readFileSync } from 'node:fs';
import { ERROR_CODES } from '../../schemas/error-codes';
import { forEditors, withOptions } from './assemble';
import { withEvents } from './plugin-events';
import { isNode, mapSchema, without, type SchemaNode } from './schema-node';
import { typesOf } from './types';
import { validatorOf, validatorTypes } from './validators';
import { vocabulary } from './vocabulary';
import { vocabularyModule } from './vocabulary-module';

/** A generated file: its path from the root, and its text. */
export interface Generated {
  path: string;
  text: string;
}

/**
 * Contracts beside the display schema: file name in schemas/contracts/ and the type of the whole document. What the plugin
 * reads is `tolerant`: functions are deployed before the plugin, and pages that are open stay open for a shift, so the
 * plugin passes over properties that newer functions add. That functions send nothing else is tested, not left to readers.
 */
const contracts: readonly { file: string; type: string; tolerant?: true }[] = [
  { file: 'error', type: 'ErrorAnswer' },
  { file: 'persona', type: 'Persona', tolerant: true },
  { file: 'events-answer', type: 'EventsAnswer', tolerant: true },
  { file: 'reveal-answer', type: 'RevealAnswer', tolerant: true },
  { file: 'studio-persona', type: 'StudioPersona' },
  { file: 'identify-request', type: 'IdentifyRequest' },
  { file: 'identify-answer', type: 'IdentifyAnswer' },
  { file: 'display-schema-answer', type: 'DisplaySchemaAnswer', tolerant: true },
  { file: 'plugin-events', type: 'PluginEvents' },
  { file: 'track-answer', type: 'TrackAnswer' },
];

function read(path: string): SchemaNode {
  const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!isNode(parsed)) throw new Error(`${path} is not a JSON Schema.`);
  return parsed;
}

/** The base of the display schema, as written by hand. */
export function readBase(): SchemaNode {
  return read('schemas/display-schema.base.json');
}

/** A contract as its file has it, with the error codes and the plugin's events filled in. */
export function readAlone(file: string): SchemaNode {
  const schema = read(`schemas/contracts/${file}.json`);
  if (file === 'plugin-events') return withEvents(schema);
  if (file !== 'error' || !isNode(schema.definitions)) return schema;
  const code = isNode(schema.definitions.errorCode) ? schema.definitions.errorCode : {};
  return {
    ...schema,
    definitions: { ...schema.definitions, errorCode: { ...code, enum: Object.keys(ERROR_CODES) } },
  };
}

/**
 * A contract in schemas/contracts/ with everything it refers to: the error codes, and definitions of other contracts, so
 * that its types and its documentation are whole.
 */
export function readContract(file: string): SchemaNode {
  const schema = readAlone(file);
  const text = JSON.stringify(schema);
  let definitions = isNode(schema.definitions) ? schema.definitions : {};
  for (const { file: other } of contracts) {
    if (!text.includes(`"${other}.json#/`)) continue;
    const borrowed = readAlone(other).definitions;
    definitions = { ...(isNode(borrowed) ? borrowed : {}), ...definitions };
  }
  const local: unknown = JSON.parse(text.replace(/"[a-z-]+\.json#\//g, '"#/'));
  return { ...(isNode(local) ? local : {}), definitions };
}

/** The same without what refuses unknown properties. */
function tolerating(schema: SchemaNode): SchemaNode {
  return mapSchema(schema, (node) =>
    node.additionalProperties === false ? without(node, 'additionalProperties') : node,
  );
}

/** Types and validator of one contract. */
async function modules(schema: SchemaNode, name: string, type: string, tolerant = false): Promise<Generated[]> {
  const at = `schemas/generated/${name}`;
  const checked = without(tolerant ? tolerating(schema) : schema, '$schema');
  return [
    { path: `${at}.ts`, text: await typesOf(schema, type) },
    { path: `${at}-validator.js`, text: await validatorOf(checked, []) },
    { path: `${at}-validator.d.ts`, text: validatorTypes(type, name) },
  ];
}

/** Everything that is generated from the contracts. */
export async function generateContracts(): Promise<Generated[]> {
  const base = readBase();
  const json = JSON.stringify(forEditors(base, vocabulary), null, 2);
  const files: Generated[] = [
    { path: 'schemas/display-schema.json', text: `${json}\n` },
    { path: 'schemas/generated/vocabulary.ts', text: vocabularyModule(base, vocabulary) },
    ...(await modules(withOptions(base, vocabulary), 'display-schema', 'DisplaySchema')),
  ];
  for (const { file, type, tolerant } of contracts) {
    files.push(...(await modules(readContract(file), file, type, tolerant)));
  }
  return files;
}
