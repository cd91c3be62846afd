import React, { useState } from 'react';
import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { judge, type Verdict } from '../../../../editor/raw';
import { byLine, marksOf, offsetOf } from './marks';
import { RawEditor } from './RawEditor';

function Editor({ start }: { start: string }) {
  const [text, setText] = useState(start);
  return <RawEditor text={text} onText={setText} />;
}
const area = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Display schema as JSON' });

describe('JSON mode', () => {
  it('names line and column of a mistake, and takes the cursor there', () => {
    render(<Editor start={'{\n  "version": 1,\n  "context": {,}\n}'} />);
    expect(area()).toHaveAttribute('aria-invalid', 'true');
    expect(area()).toHaveAccessibleDescription('Broken: this can’t be published.');
    fireEvent.click(screen.getByRole('button', { name: 'Line 3, column 15' }));
    expect(area()).toHaveFocus();
    expect(area().selectionStart).toBe('{\n  "version": 1,\n  "context": {'.length);
  });

  it('places every problem of the report at its line', () => {
    render(<Editor start={'{"version": 1,\n"context": {"rest": "later"},\n"colour": 1}'} />);
    expect(screen.getByText(/must be show, collapse or hide/)).toHaveTextContent('Line 2');
    expect(screen.getByText(/"colour": is not known/)).toHaveTextContent('Line 3');
    expect(screen.getByText('3', { selector: 'mark' })).not.toHaveClass('cc-raw-error');
    expect(screen.getByText('2', { selector: 'mark' })).toHaveClass('cc-raw-error');
  });

  it('tells "broken" apart from "the form can’t show this part"', () => {
    render(<Editor start={'{"version": 1,\n"x-note": true}'} />);
    expect(screen.getByRole('status')).toHaveTextContent('This can be published.');
    expect(screen.getByText(/publishing is fine/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Line 2' })).toBeInTheDocument();
    fireEvent.change(area(), { target: { value: '{"version": 2}' } });
    expect(screen.getByRole('status')).toHaveTextContent('Broken');
  });

  it('counts lines as text areas of any system end them', () => {
    expect(offsetOf('a\r\nb\rc\nd', 4, 1)).toBe(7);
    expect(offsetOf('a\nb', 9, 1)).toBe(3);
    render(<Editor start={'{\r\n"version": 1,\r\n"x" 2}'} />);
    fireEvent.click(screen.getByRole('button', { name: /Line 3/ }));
    expect(area().value.slice(0, area().selectionStart)).toBe('{\n"version": 1,\n"x" ');
  });

  it('marks a line by the worst that is said about it', () => {
    const verdict: Verdict = judge({ text: '{"version": 1, "context": {"rest": 7, "colour": 1}}' });
    expect([...byLine(marksOf(verdict))]).toEqual([[1, 'error']]);
  });
});
