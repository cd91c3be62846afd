import React, { useMemo, useState } from 'react';
import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Json } from '../../../../display/json';
import { at } from '../../../../editor/edit';
import { linesOf, outlineOf } from '../../../../editor/outline';
import { EXAMPLES } from './testing/examples';
import { loadDocument } from '../../../../schemas/load';
import { renderThemed } from '../../testing/fixtures';
import { NodeForm } from './NodeForm';

// Drawing Paste's controls takes its time in jsdom.
vi.setConfig({ testTimeout: 60_000 });

let current: Json;
const edits = vi.fn<(document: Json) => void>();

function Editor({ start, pointer }: { start: Json; pointer: string }) {
  const [document, setDocument] = useState(start);
  const { report } = useMemo(() => loadDocument(document), [document]);
  current = document;
  return (
    <NodeForm
      document={document}
      pointer={pointer}
      report={report}
      onChange={(next) => {
        edits(next);
        setDocument(next);
      }}
    />
  );
}

const FIELD = '/context/sections/0/fields/0';
function open(start: Json, pointer: string) {
  edits.mockClear();
  current = start;
  return renderThemed(<Editor start={start} pointer={pointer} />);
}
/** A document with one field. */
const withField = (field: Json): Json => ({ version: 1, context: { sections: [{ fields: [field] }] } });
const openField = (field: Json) => open(withField(field), FIELD);
const field = () => (current as { context: { sections: { fields: Json[] }[] } }).context.sections[0]?.fields[0];

const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label, { selector: 'input,select' }), { target: { value } });
const click = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('the form of a field', () => {
  it('changes what is typed and nothing else: unknown keys and the order of all of them survive', () => {
    openField({ zeta: [1], key: 'plan', label: 'Plan', alpha: null });
    type('Label', 'Tier');
    expect(JSON.stringify(field())).toBe('{"zeta":[1],"key":"plan","label":"Tier","alpha":null}');
    type('Label', '');
    expect(JSON.stringify(field())).toBe('{"zeta":[1],"key":"plan","alpha":null}');
  });

  it('shows the options of the chosen format, and says beside the field what it lacks', () => {
    openField({ key: '/order/total' });
    expect(screen.queryByLabelText(/Currency/)).toBeNull();
    type('Format', 'currency');
    expect(field()).toEqual({ key: '/order/total', format: 'currency' });
    const currency = screen.getByRole('textbox', { name: /Currency/ });
    expect(currency).toHaveAttribute('aria-invalid', 'true');
    expect(currency).toHaveAccessibleDescription(/needs "currency"/);
    fireEvent.change(currency, { target: { value: 'EUR' } });
    expect(field()).toEqual({ key: '/order/total', format: 'currency', currency: 'EUR' });
    expect(screen.getByRole('textbox', { name: /Currency/ })).not.toHaveAccessibleDescription(/needs "currency"/);
  });

  it('keeps a format that it does not know until another is chosen', () => {
    openField({ key: 'a', format: 'hologram', depth: 3 });
    expect(screen.getByLabelText('Format', { selector: 'select' })).toHaveValue('hologram');
    type('Format', 'text');
    expect(field()).toEqual({ key: 'a', format: 'text', depth: 3 });
  });

  it('writes a number as a number and leaves what is none to the report', () => {
    openField({ key: 'a', format: 'number' });
    type('Decimals', '2');
    expect(field()).toEqual({ key: 'a', format: 'number', decimals: 2 });
    type('Decimals', 'two');
    expect(field()).toEqual({ key: 'a', format: 'number', decimals: 'two' });
    expect(screen.getByLabelText('Decimals')).toHaveAccessibleDescription(/whole number/);
    type('Decimals', '');
    expect(field()).toEqual({ key: 'a', format: 'number' });
  });

  it('shows what holds when a switch is left out, and leaves it out again', () => {
    openField({ key: 'a' });
    const copy = () => screen.getByRole('checkbox', { name: /Copy button/ });
    expect(copy()).toBeChecked();
    fireEvent.click(copy());
    expect(field()).toEqual({ key: 'a', copy: false });
    fireEvent.click(copy());
    expect(field()).toEqual({ key: 'a' });
  });

  it('masks a value, and names who may reveal it', () => {
    openField({ key: 'card' });
    fireEvent.click(screen.getByRole('checkbox', { name: /Mask this value/ }));
    expect(field()).toEqual({ key: 'card', mask: {} });
    click('Add role');
    type('Role 1', 'supervisor');
    expect(field()).toEqual({ key: 'card', mask: { reveal: ['supervisor'] } });
    click('Remove Role 1');
    expect(field()).toEqual({ key: 'card', mask: {} });
    fireEvent.click(screen.getByRole('checkbox', { name: /Mask this value/ }));
    expect(field()).toEqual({ key: 'card' });
  });

  it('turns one text into one per language and back', () => {
    openField({ key: 'a', label: 'Order' });
    const label = screen.getByLabelText('Label').closest('div[class]')?.parentElement?.parentElement as HTMLElement;
    fireEvent.click(within(label).getByRole('button', { name: 'One text per language' }));
    expect(field()).toEqual({ key: 'a', label: { en: 'Order' } });
    click('Add a language');
    expect(field()).toEqual({ key: 'a', label: { en: 'Order', es: '' } });
    type('Label (es)', 'Pedido');
    const tag = screen.getAllByLabelText('Language')[1]!;
    fireEvent.change(tag, { target: { value: 'pt-' } });
    expect(screen.getByText(/Not a language/)).toBeInTheDocument();
    fireEvent.change(tag, { target: { value: 'pt-BR' } });
    fireEvent.blur(tag);
    expect(field()).toEqual({ key: 'a', label: { en: 'Order', 'pt-BR': 'Pedido' } });
    click('Remove pt-BR');
    click('One text for everybody');
    expect(field()).toEqual({ key: 'a', label: 'Order' });
  });

  it('edits mappings: adds, fills, moves and removes them, and keeps the type of their values', () => {
    openField({ key: 'a', mappings: [{ value: 1, label: 'One', note: 'kept' }] });
    type('Value', '2');
    click('Add mapping');
    const second = () => within(screen.getByRole('group', { name: 'Mapping 2' }));
    fireEvent.change(second().getByLabelText('Value'), { target: { value: 'gold' } });
    fireEvent.change(second().getByLabelText('Tone'), { target: { value: 'success' } });
    expect(field()).toEqual({
      key: 'a',
      mappings: [
        { value: 2, label: 'One', note: 'kept' },
        { value: 'gold', tone: 'success' },
      ],
    });
    click('Move Mapping 2 up');
    expect(field()).toMatchObject({ mappings: [{ value: 'gold' }, { value: 2, note: 'kept' }] });
    fireEvent.change(second().getByLabelText('Value: Type'), { target: { value: 'string' } });
    expect(field()).toMatchObject({ mappings: [{}, { value: '2' }] });
    click('Remove Mapping 2');
    click('Remove Mapping 1');
    expect(field()).toEqual({ key: 'a', mappings: [] });
  });

  it('edits thresholds', () => {
    openField({ key: 'a' });
    click('Add threshold');
    type(/^From/, '10');
    type('Tone', 'warning');
    expect(field()).toEqual({ key: 'a', thresholds: [{ from: 10, tone: 'warning' }] });
  });

  it('edits the columns of a table, each with the options of its own format', () => {
    openField({ key: 'items', format: 'table' });
    click('Add column');
    const column = within(screen.getByRole('group', { name: 'Column 1' }));
    fireEvent.change(column.getByLabelText(/^Key/), { target: { value: 'price' } });
    fireEvent.change(column.getByLabelText('Format'), { target: { value: 'currency' } });
    fireEvent.change(column.getByLabelText(/^Currency/), { target: { value: 'USD' } });
    expect(field()).toEqual({
      key: 'items',
      format: 'table',
      columns: [{ key: 'price', format: 'currency', currency: 'USD' }],
    });
  });

  it('leaves alone what it can’t show, and says so', () => {
    const strange = {
      key: 'a',
      label: { en: 1 },
      mappings: ['x'],
      when: { all: [], extra: 1 },
      link: null,
      mask: 'yes',
    };
    openField(strange);
    expect(screen.getAllByText(/The form can’t show this part/)).toHaveLength(5);
    type('Format', 'text');
    expect(field()).toEqual({ ...strange, format: 'text' });
  });
});

describe('conditions', () => {
  it('builds a comparison', () => {
    openField({ key: 'a' });
    click('Add a condition');
    type('Fact', 'context');
    type('Key or path', '/order/total');
    type('Comparison', 'gt');
    type('Value: Type', 'number');
    type('Value', '100');
    expect(field()).toEqual({ key: 'a', when: { fact: 'context:/order/total', op: 'gt', value: 100 } });
  });

  it('combines conditions, and takes them apart', () => {
    const voice = { fact: 'task.channel', op: 'eq', value: 'voice' };
    openField({ key: 'a', when: voice });
    click('And another');
    expect(field()).toMatchObject({ when: { all: [voice, { fact: 'task.channel' }] } });
    type('Holds when', 'any');
    expect(field()).toMatchObject({ when: { any: [voice, {}] } });
    fireEvent.click(
      within(screen.getByRole('group', { name: 'Condition 2' })).getByRole('button', { name: 'Remove condition' }),
    );
    expect(field()).toEqual({ key: 'a', when: { any: [voice] } });
    click('Remove group');
    expect(field()).toEqual({ key: 'a' });
  });

  it('brings the value into the shape that the operator takes', () => {
    openField({ key: 'a', when: { fact: 'task.channel', op: 'eq', value: 'voice', note: 1 } });
    type('Comparison', 'in');
    expect(field()).toMatchObject({ when: { op: 'in', value: ['voice'], note: 1 } });
    type('Comparison', 'exists');
    expect(field()).toEqual({ key: 'a', when: { fact: 'task.channel', op: 'exists', note: 1 } });
  });
});

describe('other parts', () => {
  it('sets up a tab that the document lacks only when asked to', () => {
    open({ version: 1 }, '/traits');
    expect(edits).not.toHaveBeenCalled();
    click('Set up');
    expect(current).toEqual({ version: 1, traits: {} });
    type('Everything else', 'collapse');
    expect(current).toEqual({ version: 1, traits: { rest: 'collapse' } });
  });

  it('edits hidden keys', () => {
    open({ version: 1, context: { hidden: ['debug*'] } }, '/context');
    click('Add hidden key');
    type('Hidden key 2', 'ssn');
    click('Move Hidden key 2 up');
    expect(current).toEqual({ version: 1, context: { hidden: ['ssn', 'debug*'] } });
  });

  it('edits event rules with their properties', () => {
    open({ version: 1, events: { rules: [{ name: 'Paid' }] } }, '/events/rules/0');
    click('Add main property');
    type(/^Key/, 'revenue');
    type('Format', 'number');
    expect(current).toEqual({
      version: 1,
      events: { rules: [{ name: 'Paid', primary: { key: 'revenue', format: 'number' } }] },
    });
    click('Remove main property');
    expect(current).toEqual({ version: 1, events: { rules: [{ name: 'Paid' }] } });
  });

  it('has words for what has no settings and for what is gone', () => {
    open({ version: 1 }, '');
    expect(screen.getByText(/nothing to set here/)).toBeInTheDocument();
    open({ version: 1 }, '/layouts/3');
    expect(screen.getByText(/no longer in the document/)).toBeInTheDocument();
  });

  it('opens parts of every kind and format without changing anything', () => {
    const document = EXAMPLES.retail!;
    const opened = new Set<string>();
    for (const { pointer, kind } of linesOf(outlineOf(document))) {
      const format = wordAt(document, `${pointer}/format`);
      if (opened.has(`${kind} ${format}`)) continue;
      opened.add(`${kind} ${format}`);
      open(document, pointer).unmount();
      expect(edits).not.toHaveBeenCalled();
    }
    expect(opened.size).toBeGreaterThan(15);
  });
});

const wordAt = (document: Json, pointer: string) => JSON.stringify([at(document, pointer)]);
