import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package of which code is in something that we ship. */
export interface ShippedPackage {
  name: string;
  version: string;
  /** SPDX expression of its manifest, or the empty text where it names none. */
  licence: string;
  /** Whom its manifest names as its author, without an address; perhaps nobody. */
  author: string;
  /** The licence files that it brings, whole, in the order of their names. */
  texts: string[];
}

interface Manifest {
  name?: string;
  version?: string;
  license?: string | { type?: string };
  licenses?: { type?: string }[];
  author?: string | { name?: string };
}

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-][\w.-]*)?$/i;

/**
 * The packages to which modules of a bundle belong, each once, by name and version.
 *
 * @param modules absolute paths as bundlers give them, perhaps with what their plugins put around them ("\0…", "…?query")
 */
export function packagesOf(modules: Iterable<string>): ShippedPackage[] {
  const folders = new Set<string>();
  for (const module of modules) {
    const folder = folderOf(module.replaceAll('\0', '').replaceAll('\\', '/'));
    if (folder !== undefined) folders.add(folder);
  }
  const packages = new Map<string, ShippedPackage>();
  for (const folder of folders) {
    const one = readPackage(folder);
    packages.set(`${one.name}@${one.version}`, one);
  }
  return [...packages.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** The folder of the innermost package that holds a module; undefined for our own code and for what bundlers add. */
function folderOf(module: string): string | undefined {
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(module)?.[0];
}

function readPackage(folder: string): ShippedPackage {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const { name = folder, version = '', license, licenses, author } = manifest;
  const licence =
    typeof license === 'string' ? license : (license?.type ?? licenses?.map(({ type }) => type).join(' OR '));
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => LICENCE_FILE.test(file)) : [];
  return {
    name,
    version,
    licence: licence ?? '',
    author: ((typeof author === 'string' ? author : author?.name) ?? '').replace(/\s*[<(].*$/, ''),
    texts: files.sort().map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()),
  };
}
