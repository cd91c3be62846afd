// The plugin's bundle: how large it is, and what is in it, package by package.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { buildPlugin } from '../scripts/build/plugin';
import { at } from '../scripts/build/root';
import { piecesBySource, type SourceMap } from './bundle/source-map';
import { printTable } from './support/table';

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** The package or folder of ours that a source belongs to. */
function ownerOf(source: string): string {
  const path = source.replaceAll('\\', '/');
  const inPackage = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  if (inPackage !== undefined) return inPackage;
  const ours = /(?:^|\/)(plugin|display|schemas|service)\//.exec(path)?.[1];
  return ours === undefined ? 'bundler, unmapped' : `our ${ours}/`;
}

/** JSON that is bundled has no mapping: named by how it begins, once it is worth a line. */
function unmappedOwner(piece: string): string {
  const data = piece.length < 5_000 ? undefined : /JSON\.parse\(.(.{24})/s.exec(piece)?.[1];
  return data === undefined ? 'bundler, unmapped' : `JSON, unmapped: ${data}…`;
}

const outFile = at('.cache/bench/plugin-customer-context.js');
await buildPlugin({ outFile, env: {} });
const code = readFileSync(outFile, 'utf8');
const map = JSON.parse(readFileSync(`${outFile}.map`, 'utf8')) as SourceMap;

const owners = new Map<string, { bytes: number; text: string; files: Set<string> }>();
for (const [source, pieces] of piecesBySource(code, map)) {
  for (const piece of pieces) {
    const name = source === '' ? unmappedOwner(piece) : ownerOf(source);
    const owner = owners.get(name) ?? { bytes: 0, text: '', files: new Set() };
    owner.text += piece;
    owner.bytes += Buffer.byteLength(piece);
    owner.files.add(source);
    owners.set(name, owner);
  }
}

const total = Buffer.byteLength(code);
console.log(
  `\nThe plugin: ${kilobytes(total)} minified, ${kilobytes(gzipSync(code).length)} gzip, ${kilobytes(brotliCompressSync(code).length)} brotli.
React, ReactDOM, Redux and Flex UI are the host's and not in it.`,
);
const LISTED = 25;
const largest = [...owners].sort(([, a], [, b]) => b.bytes - a.bytes);

function row(name: string, parts: typeof largest): string[] {
  const bytes = parts.reduce((sum, [, part]) => sum + part.bytes, 0);
  const text = parts.map(([, part]) => part.text).join('');
  const files = parts.reduce((sum, [, part]) => sum + part.files.size, 0);
  return [
    name,
    kilobytes(bytes),
    `${((bytes / total) * 100).toFixed(1)} %`,
    kilobytes(gzipSync(text).length),
    String(files),
  ];
}

const others = largest.slice(LISTED);
printTable(
  'What is in it, by the source map (gzip of each part alone: together they are smaller)',
  ['', 'minified', 'share', 'gzip', 'files'],
  [
    ...largest.slice(0, LISTED).map((part) => row(part[0], [part])),
    ...(others.length === 0 ? [] : [row(`${others.length} others`, others)]),
  ],
);
const isPaste = (name: string) => name.startsWith('@twilio-paste/');
const isOurs = (name: string) => name.startsWith('our ');
printTable(
  'Together',
  ['', 'minified', 'share', 'gzip', 'files'],
  [
    row(
      'Paste',
      largest.filter(([name]) => isPaste(name)),
    ),
    row(
      'ours',
      largest.filter(([name]) => isOurs(name)),
    ),
    row(
      'all else',
      largest.filter(([name]) => !isPaste(name) && !isOurs(name)),
    ),
  ],
);
