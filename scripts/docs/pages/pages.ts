import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at } from '../../build/root';

/** A block of code in a page. */
export interface Block {
  /** The word after the fence; empty without one. */
  language: string;
  text: string;
  /** Line of the fence, counted from 1. */
  line: number;
}

/** A page of documentation, taken apart. */
export interface Page {
  /** From the root, with slashes. */
  path: string;
  text: string;
  blocks: Block[];
  /** Everything outside of blocks. */
  prose: string;
  /** Texts between backticks in the prose. */
  codes: string[];
}

const NOT_OURS = new Set(['node_modules', 'dist', '.git', '.cache']);

/** Paths of all Markdown files of the checkout, wherever they are. */
function pathsIn(folder: string): string[] {
  return readdirSync(at(folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name).replaceAll('\\', '/');
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : pathsIn(path);
    return entry.isFile() && entry.name.endsWith('.md') ? [path] : [];
  });
}

export function readPage(path: string): Page {
  const text = readFileSync(at(path), 'utf8');
  const blocks: Block[] = [];
  const prose = text.replace(
    /^```(\w*)[^\n]*\n(.*?)^```$/gms,
    (whole, language: string, inner: string, offset: number) => {
      blocks.push({ language, text: inner, line: text.slice(0, offset).split('\n').length });
      // Lines stay where they are, so that a place found in the prose is one of the page.
      return '\n'.repeat(whole.split('\n').length - 1);
    },
  );
  const codes = [...prose.matchAll(/(`+)(.+?)\1/gs)].map(([, , code = '']) => code.replace(/\s+/g, ' ').trim());
  return { path, text, blocks, prose, codes };
}

/** Every page there is. */
export const PAGES: readonly Page[] = pathsIn('.').sort().map(readPage);

/** The anchor that web pages make of a heading. */
export function anchorsOf(text: string): string[] {
  const seen = new Map<string, number>();
  return [...readHeadings(text)].map((heading) => {
    const anchor = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-');
    const times = seen.get(anchor) ?? 0;
    seen.set(anchor, times + 1);
    return times === 0 ? anchor : `${anchor}-${times}`;
  });
}

function readHeadings(text: string): string[] {
  return [...text.replace(/^```.*?^```$/gms, '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
}
