import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../../display/formats/registry';
import { loadDocument } from '../../../schemas/load';
import { inWords, show } from './formats';
import { anchor } from './markdown';
import { wholeDocument } from './prose';
import { generateReference } from './reference';

const { text } = generateReference();

describe('the reference', () => {
  it('starts with a document that can be used and that nothing is wrong with', () => {
    expect(loadDocument(JSON.parse(wholeDocument)).report.problems).toEqual([]);
  });

  it('has every sample of every format as the engine shows it', () => {
    for (const format of FORMATS)
      for (const { value, options } of format.samples)
        expect(text).toContain(`| ${inWords(show(format.id, options ?? {}, value))} |`);
  });

  it('only links to chapters and files that exist', () => {
    const headings = new Set([...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchor(heading)));
    const anchors = [...text.matchAll(/\]\(#([^)]*)\)/g)].map(([, target = '']) => target);
    expect(anchors.filter((target) => !headings.has(target))).toEqual([]);
    const files = [...text.matchAll(/\]\(\.\.\/([^)#]*)\)/g)].map(([, path = '']) => path);
    expect(files.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('explains every property that a part of a document has', () => {
    const { definitions } = JSON.parse(readFileSync('schemas/display-schema.base.json', 'utf8')) as {
      definitions: Record<string, { properties?: object }>;
    };
    const names = Object.values(definitions).flatMap(({ properties }) => Object.keys(properties ?? {}));
    expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });
});
