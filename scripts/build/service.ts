import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildEditor, EDITOR_FILE } from './editor';
import { buildFunctions } from './functions';
import { at } from './root';
import { NOTICES_FILE } from '../licences/notices';

/** Public assets of the functions' service that are files of the checkout, by name. */
const COPIED = {
  'display-schema.schema.json': 'schemas/display-schema.json',
  [NOTICES_FILE]: NOTICES_FILE,
};
/** Public assets of the functions' service, by name. */
export const PUBLIC_ASSETS: readonly string[] = [EDITOR_FILE, ...Object.keys(COPIED)];

/** Builds what runs in the functions' service: `functions/`, and public `assets/` beside it. */
export async function buildService(outDir: string): Promise<void> {
  await buildFunctions({ outDir: join(outDir, 'functions') });
  const assets = join(outDir, 'assets');
  await buildEditor({ outFile: join(assets, EDITOR_FILE) });
  mkdirSync(assets, { recursive: true });
  for (const [name, file] of Object.entries(COPIED)) copyFileSync(at(file), join(assets, name));
}
