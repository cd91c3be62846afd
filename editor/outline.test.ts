import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadDocument } from '../schemas/load';
import { linesOf, nodeAt, outlineOf } from './outline';
import { anything, EXAMPLES, strangeDocuments } from './testing/documents';
import { at } from './edit';

const document = {
  version: 1,
  highlights: [{ source: 'traits', key: 'plan' }],
  context: {
    sections: [
      { title: { es: 'Por qué', en: 'Why' }, fields: [{ key: '/order/orderTotal' }, { key: 'a', label: 'A' }] },
    ],
  },
  layouts: [{ name: 'Returns', context: { sections: [{ fields: [{ key: 'a', fromat: 'badge' }] }] } }],
};

const drawn = (root = outlineOf(document)) => {
  const draw = (node: typeof root, depth: number): string[] => [
    `${'  '.repeat(depth)}${node.title}${node.present ? '' : ' (absent)'}`,
    ...node.children.flatMap((child) => draw(child, depth + 1)),
  ];
  return root.children.flatMap((child) => draw(child, 0));
};

describe('the outline', () => {
  it('lists what the document has and what could be added, in agents’ words', () => {
    expect(drawn()).toEqual([
      'Highlights',
      '  Plan',
      'Context',
      '  Why',
      '    Order total',
      '    A',
      'Traits (absent)',
      'Events (absent)',
      'Layouts',
      '  Returns',
      '    Highlights (absent)',
      '    Context',
      '      Section 1',
      '        A',
      '    Traits (absent)',
      '    Events (absent)',
      'Studio (absent)',
    ]);
  });

  it('hangs each problem at the nearest line and counts upwards', () => {
    const { report } = loadDocument(document);
    const root = outlineOf(document, report.problems);
    const field = nodeAt(root, '/layouts/0/context/sections/0/fields/0');
    expect(field.problems.map(({ pointer }) => pointer)).toEqual(['/layouts/0/context/sections/0/fields/0/fromat']);
    expect(nodeAt(root, '/layouts').warnings).toBe(1);
    expect(root.problems.map(({ message }) => message)).toEqual([expect.stringContaining('traits panel')]);
    expect(root.warnings).toBe(report.warnings);
    expect(root.errors).toBe(0);
  });

  it('keeps the ids of fields that move and of sections that are renamed', () => {
    const ids = (json: typeof document) => [...linesOf(outlineOf(json))].map(({ id }) => id);
    const [section] = document.context.sections;
    const moved = {
      ...document,
      context: { sections: [{ title: { es: '', en: 'Other' }, fields: [...section!.fields].reverse() }] },
    };
    expect(ids(moved).sort()).toEqual(ids(document).sort());
  });

  it('gives every line of any document an id and a pointer of its own, and loses no problem', () => {
    fc.assert(
      fc.property(fc.oneof(strangeDocuments, anything), (json) => {
        const { report } = loadDocument(json);
        const root = outlineOf(json, report.problems);
        const lines = [...linesOf(root)];
        expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
        expect(new Set(lines.map(({ pointer }) => pointer)).size).toBe(lines.length);
        for (const { present, pointer } of lines) expect(at(json, pointer) !== undefined).toBe(present);
        expect(lines.flatMap(({ problems }) => problems)).toHaveLength(report.problems.length);
      }),
    );
  });

  it('shows every field of every example', () => {
    for (const example of Object.values(EXAMPLES)) {
      const count = (JSON.stringify(example).match(/"fields":/g) ?? []).length;
      expect([...linesOf(outlineOf(example))].filter(({ kind }) => kind === 'section')).toHaveLength(count);
    }
  });
});
