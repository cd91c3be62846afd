import React, { useMemo, useState } from 'react';
import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Json } from '../../../../display/json';
import { at } from '../../../../editor/edit';
import { loadDocument } from '../../../../schemas/load';
import { renderThemed } from '../../testing/fixtures';
import { additionsAt, dropAt } from './additions';
import { Outline } from './Outline';

vi.setConfig({ testTimeout: 60_000 });

const START: Json = {
  version: 1,
  note: 'kept',
  context: {
    sections: [
      { title: 'Why', fields: [{ key: 'intent', format: 'nope' }, { key: 'mood' }] },
      { title: 'Order', fields: [{ key: 'total', note: 1 }] },
    ],
  },
  layouts: [{ name: 'Returns' }],
};

let current: Json;
let chosen: string;

function Editor() {
  const [document, setDocument] = useState<Json>(START);
  const [selected, setSelected] = useState('');
  const { report } = useMemo(() => loadDocument(document), [document]);
  current = document;
  chosen = selected;
  return (
    <Outline
      document={document}
      report={report}
      selected={selected}
      onSelect={setSelected}
      onChange={(next, select) => {
        setDocument(next);
        if (select !== undefined) setSelected(select);
      }}
    />
  );
}

const line = (name: RegExp) => screen.getByRole('treeitem', { name });
const keys = (section: number) => {
  const fields = at(current, `/context/sections/${section}/fields`) as { key: string }[];
  return fields.map(({ key }) => key).join(' ');
};
const press = (key: string, more = {}) => fireEvent.keyDown(document.activeElement!, { key, ...more });
const click = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('the outline', () => {
  beforeEach(() => {
    Element.prototype.scrollIntoView = () => undefined;
    renderThemed(<Editor />);
  });

  it('is a tree that says level, place and what is folded', () => {
    const tree = screen.getByRole('tree', { name: 'Outline' });
    expect(tree).toHaveAccessibleDescription(/Alt with an arrow key/);
    const mood = line(/Mood/);
    expect(mood).toHaveAttribute('aria-level', '3');
    expect([mood.getAttribute('aria-posinset'), mood.getAttribute('aria-setsize')]).toEqual(['2', '2']);
    expect(line(/Returns/)).toHaveAttribute('aria-expanded', 'false');
    expect(line(/Traits/)).toHaveTextContent('not set up');
  });

  it('marks problems on the part and on what holds it', () => {
    expect(line(/Intent/)).toHaveTextContent('1 warning');
    expect(line(/Why/)).toHaveTextContent('1 warning');
    expect(line(/Mood/)).not.toHaveTextContent('warning');
  });

  it('is one stop of the Tab key, and arrow keys choose', () => {
    expect(screen.getAllByRole('treeitem').filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    line(/Context/).focus();
    expect(chosen).toBe('/context');
    press('ArrowDown');
    press('ArrowDown');
    expect(chosen).toBe('/context/sections/0/fields/0');
    expect(line(/Intent/)).toHaveAttribute('aria-selected', 'true');
    press('ArrowLeft');
    expect(chosen).toBe('/context/sections/0');
    press('ArrowLeft');
    expect(screen.queryByRole('treeitem', { name: /Intent/ })).toBeNull();
    press('ArrowRight');
    expect(line(/Intent/)).toBeInTheDocument();
    press('End');
    expect(chosen).toBe('/studio');
    press('Home');
    expect(chosen).toBe('/highlights');
  });

  it('moves parts with Alt and an arrow key, across sections, keeps focus on them and says where they are', () => {
    line(/Mood/).focus();
    press('ArrowDown', { altKey: true });
    expect([keys(0), keys(1)]).toEqual(['intent', 'mood total']);
    expect(line(/Mood/)).toHaveFocus();
    expect(screen.getByRole('status')).toHaveTextContent('Moved Mood: 1 of 2 in Order.');
    press('ArrowUp', { altKey: true });
    press('ArrowUp', { altKey: true });
    expect(keys(0)).toBe('mood intent');
    press('ArrowUp', { altKey: true });
    expect(screen.getByRole('status')).toHaveTextContent('can’t go further');
    expect(at(current, '/context/sections/1/fields/0')).toEqual({ key: 'total', note: 1 });
  });

  it('removes a part with Delete, focuses what took its place, and puts it back with Undo', () => {
    line(/Intent/).focus();
    press('Delete');
    expect(keys(0)).toBe('mood');
    expect(line(/Mood/)).toHaveFocus();
    click('Undo');
    expect(current).toBe(START);
    expect(chosen).toBe('/context/sections/0/fields/0');
    line(/Context/).focus();
    press('Delete');
    expect(current).toBe(START);
  });

  it('adds fields and sections behind the selected one', () => {
    line(/Intent/).focus();
    click('Add field');
    expect(keys(0)).toBe('intent  mood');
    expect(chosen).toBe('/context/sections/0/fields/1');
    click('Add section');
    expect(chosen).toBe('/context/sections/1');
    expect(at(current, '/context/sections/1')).toEqual({ fields: [] });
    expect(line(/Section 2/)).toHaveFocus();
  });

  it('adds to panels and lists that the document lacks', () => {
    line(/Traits/).focus();
    click('Add section');
    expect(at(current, '/traits')).toEqual({ sections: [{ fields: [] }] });
    line(/Layouts/).focus();
    click('Add layout');
    expect(at(current, '/layouts/1')).toEqual({ name: 'Layout 2' });
  });

  it('moves parts with buttons that know when they can’t', () => {
    line(/Intent/).focus();
    const tools = within(screen.getByRole('group', { name: 'Selected part' }));
    expect(tools.getByRole('button', { name: 'Move Intent up' })).toHaveAttribute('aria-disabled', 'true');
    click('Move Intent down');
    expect(keys(0)).toBe('mood intent');
  });

  it('moves parts that are dragged', () => {
    const dataTransfer = { setData: vi.fn(), effectAllowed: '', dropEffect: '' };
    fireEvent.dragStart(line(/Intent/), { dataTransfer });
    fireEvent.dragOver(line(/Traits/), { dataTransfer });
    expect(dataTransfer.dropEffect).toBe('');
    fireEvent.dragOver(line(/^▸?Order/), { dataTransfer });
    expect(dataTransfer.dropEffect).toBe('move');
    fireEvent.drop(line(/^▸?Order/), { dataTransfer });
    expect([keys(0), keys(1)]).toEqual(['mood', 'total intent']);
    expect(dataTransfer.setData).toHaveBeenCalledWith('text/plain', '');
  });
});

describe('where a dragged part lands', () => {
  const field = (section: number, index: number) => ({
    kind: 'field' as const,
    pointer: `/context/sections/${section}/fields/${index}`,
  });
  it('is beside an item of its kind, counted after it has left its old place', () => {
    expect(dropAt(START, field(0, 0), field(0, 1), true)).toEqual({ list: '/context/sections/0/fields', index: 1 });
    expect(dropAt(START, field(0, 1), field(0, 0), false)).toEqual({ list: '/context/sections/0/fields', index: 0 });
    expect(dropAt(START, field(0, 0), field(1, 0), false)).toEqual({ list: '/context/sections/1/fields', index: 0 });
  });
  it('is nowhere where it stands already or does not belong', () => {
    expect(dropAt(START, field(0, 0), field(0, 1), false)).toBeUndefined();
    expect(dropAt(START, field(0, 0), { kind: 'panel', pointer: '/context' }, false)).toBeUndefined();
  });
});

it('adds nothing at the document itself and at Studio', () => {
  expect(additionsAt({ kind: 'document', pointer: '' })).toEqual([]);
  expect(additionsAt({ kind: 'studio', pointer: '/studio' })).toEqual([]);
});
