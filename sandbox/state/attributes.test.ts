import { describe, expect, it } from 'vitest';
import { attributesText } from './attributes';
import { EXAMPLES } from './examples';
import { InvalidRequest } from './types';

const ofLength = (length: number) => `{"a":"${'x'.repeat(length - 8)}"}`;

describe('attributes of a task', () => {
  it('takes 4,096 characters of JSON and not one more, whitespace included', () => {
    expect(attributesText(ofLength(4096))).toHaveLength(4096);
    expect(() => attributesText(ofLength(4097))).toThrow(
      'Attributes are 4097 characters of JSON; TaskRouter takes 4096',
    );
    expect(() => attributesText(`${ofLength(4096)}\n`)).toThrow(InvalidRequest);
  });

  it('keeps JSON text to the letter', () => {
    expect(attributesText('{ "a" : 1.0 }')).toBe('{ "a" : 1.0 }');
  });

  it('says where the JSON is wrong', () => {
    expect(() => attributesText('{\n  "a": 1,\n}')).toThrow(
      'line 3, column 1: expected a name in double quotation marks.',
    );
  });

  it.each(['[]', 'null', '"text"', '1'])('refuses %s: attributes are an object', (text) => {
    expect(() => attributesText(text)).toThrow('Attributes must be a JSON object.');
  });
});

describe('the waiting tasks', () => {
  it('all fit, and one of them exactly', () => {
    const lengths = EXAMPLES.map(({ id, attributes }) => [id, attributesText(attributes).length] as const);
    expect(new Map(lengths).get('at-the-limit')).toBe(4096);
  });

  it('are six: a bank, an IVR, a WhatsApp bot, one without context, one at the limit and a live chat', () => {
    expect(EXAMPLES).toHaveLength(6);
    expect(EXAMPLES.filter(({ attributes }) => !('context' in attributes)).map(({ id }) => id)).toEqual(['no-context']);
    expect(EXAMPLES.filter(({ chat }) => chat).map(({ id }) => id)).toEqual(['saas-live-chat']);
  });
});
