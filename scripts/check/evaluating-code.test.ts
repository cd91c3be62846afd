import { describe, expect, it } from 'vitest';
import { evaluatingCode } from './evaluating-code';

describe('the search for evaluated code', () => {
  it.each(['x=eval("1")', 'new Function("return 1")', ';eval(a)', 'new Function(a,b)'])('finds %s', (script) => {
    expect(evaluatingCode(script)).toHaveLength(1);
  });

  it.each(['medieval("x")', 'this.eval("x")', 'isFunction(a)', 'typeof Function', 'a||Function(`return this`)()'])(
    'passes over %s',
    (script) => {
      expect(evaluatingCode(script)).toEqual([]);
    },
  );
});
