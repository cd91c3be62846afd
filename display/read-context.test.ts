import { describe, expect, it } from 'vitest';
import { readContext } from './read-context';

describe('readContext', () => {
  it('takes an object as it is', () => {
    const context = { intent: 'refund' };
    expect(readContext(context)).toBe(context);
  });

  it('reads the JSON text of an object', () => {
    expect(readContext(' {"intent":"refund"}')).toEqual({ intent: 'refund' });
  });

  it.each([null, '', 'refund', '{"intent":', '[1]', '"{}"', 7, true, [1]])('leaves %j as it is', (context) => {
    expect(readContext(context)).toBe(context);
  });

  it('tells when nothing was passed', () => {
    expect(readContext(undefined)).toBeUndefined();
  });
});
