import { describe, expect, it, vi } from 'vitest';
import { readSettings } from './settings';

describe('settings', () => {
  it('takes an empty functions base for a plugin that shows context only', () => {
    const warn = vi.fn();
    expect(readSettings({ functionsBase: '', placement: '' }, warn)).toEqual({
      functionsBase: undefined,
      placement: 'panel2',
    });
    expect(readSettings({ functionsBase: undefined, placement: undefined }, warn).functionsBase).toBeUndefined();
    expect(warn).not.toHaveBeenCalled();
  });

  it('takes relative and absolute bases, without the slash at the end', () => {
    const base = (functionsBase: string) => readSettings({ functionsBase, placement: 'tab' }, vi.fn()).functionsBase;
    expect(base('/_functions')).toBe('/_functions');
    expect(base('https://example.twil.io/')).toBe('https://example.twil.io');
  });

  it('warns operators of an unknown placement and uses Panel 2', () => {
    const warn = vi.fn();
    expect(readSettings({ functionsBase: '', placement: 'panel3' }, warn).placement).toBe('panel2');
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('panel3'));
  });
});
