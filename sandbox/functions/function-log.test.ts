import { afterEach, expect, it, vi } from 'vitest';
import { divertFunctionLog, isFunctionLog } from './function-log';

afterEach(() => {
  vi.restoreAllMocks();
});

it('tells a function’s log lines from everything else that is printed', () => {
  expect(isFunctionLog('{"event":"request","requestId":"1"}')).toBe(true);
  for (const other of ['{"event":"request"}', '{not json', 'Ready', 7, undefined])
    expect(isFunctionLog(other)).toBe(false);
});

it('takes those lines out of the console, lets the rest through, and puts the console back', () => {
  const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const before = console.log;
  const lines: string[] = [];
  const restore = divertFunctionLog((line) => lines.push(line));
  console.log('{"event":"request","requestId":"1"}');
  console.log('Ready', 1);
  restore();
  expect(lines).toEqual(['{"event":"request","requestId":"1"}']);
  expect(printed.mock.calls).toEqual([['Ready', 1]]);
  expect(console.log).toBe(before);
});
