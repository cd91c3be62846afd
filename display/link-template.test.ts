import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { expandLink, prepareLink } from './link-template';

const refused = [
  'javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  '//evil.example/{value}',
  '/relative/{value}',
  '{value}',
  'https://{value}',
  'https://{value}/x',
  'https://a.{value}/x',
  'https://crm.example{value}',
  'https://crm.example:{value}/',
  'https://user@crm.example/{value}',
  'https://crm.example\\@evil.example/{value}',
  'http{value}://crm.example/',
  'https:/crm.example/{value}',
  'https://crm.example/{value',
  'https://crm.example/value}',
  'https://crm.example/{}',
  'https://crm.example/{context}',
  'https://crm.example/{context:id}',
  'https://crm.example/{secrets:/id}',
  'https://crm.example/\n{value}',
  ' https://crm.example/{value}',
];

describe('link templates', () => {
  it.each(refused)('has nothing to do with %j: scheme and host must be literal', (template) => {
    expect(prepareLink(template)).toBeUndefined();
  });

  it.each([
    'HTTPS://CRM.example/{value}',
    'https://crm.example:8443/{value}',
    'https://crm.example?q={value}',
    'https://crm.example/#{value}',
    'https://crm.example',
  ])('takes %j', (template) => {
    const link = prepareLink(template);
    expect(link && expandLink(link, () => 'x')?.host).toMatch(/^crm\.example(:8443)?$/);
  });

  it('leads to its own host whatever the values are', { timeout: 60_000 }, () => {
    const template = prepareLink('https://crm.example/a/{value}/{context:/x}?q={traits:/y}#{event:/z}');
    if (template === undefined) throw new Error('The template is refused.');
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.constantFrom('..', '.', '//evil.example', '@evil.example', '\\evil', '%2e%2e', '\ud800'),
          ),
          { minLength: 4, maxLength: 4 },
        ),
        (values) => {
          let at = 0;
          const link = expandLink(template, () => values[at++]);
          if (link === undefined) return;
          expect(link.host).toBe('crm.example');
          expect(new URL(link.href).origin).toBe('https://crm.example');
          expect(new URL(link.href).pathname.startsWith('/a/')).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([undefined, null, '', [], {}, [1]])('makes no link of %j', (value) => {
    const template = prepareLink('https://crm.example/{value}');
    expect(template && expandLink(template, () => value)).toBeUndefined();
  });

  it('takes numbers and truths', () => {
    const template = prepareLink('https://crm.example/{value}');
    expect(template && expandLink(template, () => 7)?.href).toBe('https://crm.example/7');
    expect(template && expandLink(template, () => false)?.href).toBe('https://crm.example/false');
  });
});
