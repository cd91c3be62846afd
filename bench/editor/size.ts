import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { buildEditor } from '../../scripts/build/editor';
import { buildPlugin } from '../../scripts/build/plugin';
import { at } from '../../scripts/build/root';
import { piecesBySource, type SourceMap } from '../bundle/source-map';

export interface Size {
  minified: number;
  gzip: number;
  brotli: number;
}

export interface Sizes {
  /** What every agent loads. */
  plugin: Size;
  /** The part of it that is there for the editor: the side link, the loader, the lists it is given. */
  door: Size;
  /** Sources of that part. */
  doorFiles: string[];
  /** The second script. */
  editor: Size;
}

const sizeOf = (code: string): Size => ({
  minified: Buffer.byteLength(code),
  gzip: gzipSync(code).length,
  brotli: brotliCompressSync(code).length,
});

const difference = (whole: Size, rest: Size): Size => ({
  minified: whole.minified - rest.minified,
  gzip: whole.gzip - rest.gzip,
  brotli: whole.brotli - rest.brotli,
});

/** Builds both scripts. The door's size is what the plugin's shrinks by once the door's code is cut out of it. */
export async function sizes(): Promise<Sizes> {
  const pluginFile = at('.cache/bench/plugin-customer-context.js');
  const editorFile = at('.cache/bench/plugin-customer-context-admin.js');
  await buildPlugin({ outFile: pluginFile, env: {} });
  await buildEditor({ outFile: editorFile });
  const code = readFileSync(pluginFile, 'utf8');
  const map = JSON.parse(readFileSync(`${pluginFile}.map`, 'utf8')) as SourceMap;
  const pieces = [...piecesBySource(code, map)];
  const isDoor = (source: string) => /(^|\/)(plugin\/)?src\/admin\/|(^|\/)editor\//.test(source.replaceAll('\\', '/'));
  const text = (parts: typeof pieces) => parts.flatMap(([, of]) => of).join('');
  return {
    plugin: sizeOf(code),
    door: difference(sizeOf(text(pieces)), sizeOf(text(pieces.filter(([source]) => !isDoor(source))))),
    doorFiles: pieces.map(([source]) => source).filter(isDoor),
    editor: sizeOf(readFileSync(editorFile, 'utf8')),
  };
}
