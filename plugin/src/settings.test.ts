import { describe, expect, it, vi } from 'vitest';
import { readSettings } from './settings';

const unset = { functionsBase: undefined, placement: undefined, pluginEvents: undefined };

describe('settings', () => {
  it.each([
    ['', false],
    ['off', false],
    ['anonymous', true],
    [' worker ', true],
    ['yes', false],
  ])('tells of events with %j: %s', (pluginEvents, tells) => {
    const warn = vi.fn();
    expect(readSettings({ ...unset, pluginEvents }, warn).tellsEvents).toBe(tells);
    expect(warn).toHaveBeenCalledTimes(pluginEvents === 'yes' ? 1 : 0);
  });

  it('takes an empty functions base for a plugin that shows context only', () => {
    const warn = vi.fn();
    expect(readSettings({ ...unset, functionsBase: '' }, warn)).toEqual({
      functionsBase: undefined,
      placement: 'panel2',
      tellsEvents: false,
    });
    expect(readSettings(unset, warn).functionsBase).toBeUndefined();
    expect(warn).not.toHaveBeenCalled();
  });

  it('takes relative and absolute bases, without the slash at the end', () => {
    const base = (functionsBase: string) => readSettings({ ...unset, functionsBase }, vi.fn()).functionsBase;
    expect(base('/_functions')).toBe('/_functions');
    expect(base('https://example.twil.io/')).toBe('https://example.twil.io');
  });

  it('warns operators of an unknown placement and uses Panel 2', () => {
    const warn = vi.fn();
    expect(readSettings({ ...unset, placement: 'panel3' }, warn).placement).toBe('panel2');
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('panel3'));
  });
});
