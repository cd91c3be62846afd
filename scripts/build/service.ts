import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildEditor, EDITOR_FILE } from './editor';
import { buildFunctions } from './functions';
import { at } from './root';

const SCHEMA_FILE = 'display-schema.schema.json';
/** Public assets of the functions' service, by name. */
export const PUBLIC_ASSETS: readonly string[] = [EDITOR_FILE, SCHEMA_FILE];

/** Builds what runs in the functions' service: `functions/`, and public `assets/` beside it. */
export async function buildService(outDir: string): Promise<void> {
  await buildFunctions({ outDir: join(outDir, 'functions') });
  const assets = join(outDir, 'assets');
  await buildEditor({ outFile: join(assets, EDITOR_FILE) });
  mkdirSync(assets, { recursive: true });
  copyFileSync(at('schemas/display-schema.json'), join(assets, SCHEMA_FILE));
}
