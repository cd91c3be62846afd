import { describe, expect, it } from 'vitest';
import { LiquidError, render, textOf, valueOf } from './liquid';

const scope = {
  widgets: {
    fetch_customer: {
      parsed: {
        found: true,
        traits: {
          plan: 'gold',
          points: 12,
          score: '7',
          'Campaign Name': 'Organic',
          'Invited User?': false,
          gone: null,
        },
        events: [{ name: 'Refund Requested' }, { name: 'Page Viewed' }],
      },
    },
  },
};
const at = (path: string) => `{{widgets.fetch_customer.parsed.${path}}}`;

describe('a path', () => {
  it.each([
    ['traits.plan', 'gold'],
    ['traits.points', 12],
    ['traits["Campaign Name"]', 'Organic'],
    ["traits['Invited User?']", false],
    ['traits.gone', null],
    ['events[0].name', 'Refund Requested'],
    ['events[-1].name', 'Page Viewed'],
    ['traits.missing', undefined],
    ['traits.missing.deeper', undefined],
    ['traits.constructor', undefined],
    ['traits.__proto__', undefined],
  ])('%s leads to %j', (path, value) => {
    expect(valueOf(at(path), scope)).toEqual(value);
  });

  it('keeps its type alone and is text among text', () => {
    expect(valueOf(' {{ widgets.fetch_customer.parsed.traits.points }} ', scope)).toBe(12);
    expect(valueOf(`${at('traits.points')} points`, scope)).toBe('12 points');
  });

  it.each(['{{ .plan }}', '{{ a..b }}', '{{ a["x }}', '{{ a b }}'])('refuses %s', (template) => {
    expect(() => render(template, scope)).toThrow(LiquidError);
  });
});

describe('filters', () => {
  it.each([
    ['traits.score | plus: 0', 7],
    ['traits.points | plus: 0.5', 12.5],
    ['traits.missing | plus: 0', 0],
    ['traits.missing | default: "none"', 'none'],
    ["traits.plan | default: 'none'", 'gold'],
    ['events | size', 2],
    ['traits["Campaign Name"] | downcase', 'organic'],
    ['events | to_json', '[{"name":"Refund Requested"},{"name":"Page Viewed"}]'],
  ])('%s is %j', (expression, value) => {
    expect(valueOf(at(expression), scope)).toEqual(value);
  });

  it('that are not known are named', () => {
    expect(() => render(at('traits.plan | upcase'), scope)).toThrow('"upcase" is not known here');
    expect(() => render(at('traits.plan | constructor'), scope)).toThrow(LiquidError);
  });
});

it('prints nothing for null and missing, JSON for objects and lists', () => {
  expect([undefined, null, false, 0, '', ['a'], { b: 1 }].map(textOf)).toEqual([
    '',
    '',
    'false',
    '0',
    '',
    '["a"]',
    '{"b":1}',
  ]);
});

it('replaces every expression of a text', () => {
  const template = `{"plan": "${at('traits.plan')}", "first": "${at('events[0].name')}"}`;
  expect(render(template, scope)).toBe('{"plan": "gold", "first": "Refund Requested"}');
});
