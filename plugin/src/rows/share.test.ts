import { describe, expect, it } from 'vitest';
import { panel, row } from '../testing/fixtures';
import { shareView } from './share';

describe('sharing between views', () => {
  const view = () =>
    panel([row('a', 'one'), row('b', 'two'), row('c', { kind: 'tags', text: 'x', items: [{ text: 'x' }], more: 0 })]);

  it('keeps the very same view when nothing changed', () => {
    const before = view();
    expect(shareView(before, view())).toBe(before);
  });

  it('keeps the objects of every row but the changed one', () => {
    const before = view();
    const after = view();
    after.sections[0]!.rows[1]!.value = { kind: 'text', text: 'three' };
    const [a, b, c] = shareView(before, after).sections[0]!.rows;
    expect(a).toBe(before.sections[0]!.rows[0]);
    expect(b!.value.text).toBe('three');
    expect(c).toBe(before.sections[0]!.rows[2]);
  });

  it('sees a change deep in a value', () => {
    const after = view();
    after.sections[0]!.rows[2] = row('c', { kind: 'tags', text: 'x', items: [{ text: 'x', tone: 'error' }], more: 0 });
    expect(shareView(view(), after).sections[0]!.rows[2]!.value).toMatchObject({ items: [{ tone: 'error' }] });
  });

  it('shares rows inside a group whose other rows changed', () => {
    const group = (last: string) =>
      panel([
        row('g', { kind: 'group', text: 'g', more: 0, folded: false, rows: [row('g/a', 'one'), row('g/b', last)] }),
      ]);
    const before = group('two');
    const shared = shareView(before, group('three')).sections[0]!.rows[0]!.value;
    const known = before.sections[0]!.rows[0]!.value;
    if (shared.kind !== 'group' || known.kind !== 'group') throw new Error('not groups');
    expect(shared.rows[0]).toBe(known.rows[0]);
    expect(shared.rows[1]!.value.text).toBe('three');
  });

  it('takes nothing over from a row with another id', () => {
    const after = shareView(panel([row('a', 'one')]), panel([row('b', 'one')]));
    expect(after.sections[0]!.rows[0]!.key).toBe('b');
  });
});
