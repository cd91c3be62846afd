import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A business from schemas/examples/: its display schema, and data to look at with it. Texts are the files' own. */
export interface SchemaExample {
  name: string;
  document: string;
  contexts: { name: string; text: string }[];
  traits: { name: string; text: string }[];
}

const FOLDER = fileURLToPath(new URL('../schemas/examples/', import.meta.url));

/** Every example there is, in order of its name. Read anew each time, so that an edited example shows at once. */
export function schemaExamples(folder = FOLDER): SchemaExample[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'display-schema.json')))
    .map(({ name }) => ({
      name,
      document: readFileSync(join(folder, name, 'display-schema.json'), 'utf8'),
      contexts: jsonFiles(join(folder, name, 'contexts')),
      traits: jsonFiles(join(folder, name, 'traits')),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function jsonFiles(folder: string): { name: string; text: string }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({ name: basename(file, '.json'), text: readFileSync(join(folder, file), 'utf8') }));
}
