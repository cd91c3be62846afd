import { copyFileSync, mkdirSync } from 'node:fs';
import { buildEditor, EDITOR_FILE } from './editor';
import { buildFunctions } from './functions';
import { at } from './root';

const SCHEMA_FILE = 'display-schema.schema.json';
/** Public assets of the functions' service, by name. */
export const PUBLIC_ASSETS: readonly string[] = [EDITOR_FILE, SCHEMA_FILE];

/** Builds what runs in the functions' service into `dist/`: the functions, and public assets beside them. */
export async function buildService(): Promise<void> {
  await buildFunctions({ outDir: at('dist/functions') });
  await buildEditor({ outFile: at(`dist/assets/${EDITOR_FILE}`) });
  mkdirSync(at('dist/assets'), { recursive: true });
  copyFileSync(at('schemas/display-schema.json'), at(`dist/assets/${SCHEMA_FILE}`));
}
