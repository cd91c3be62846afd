import { expect, it } from 'vitest';
import { flexPage } from './support/flex';

const open = flexPage();

/** Texts that have broken other software. Offences (dialogs, requests, errors) fail the test by themselves. */
const NAUGHTY = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'https://good.example.com@evil.example.com/',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  '\u202Egnp.exe',
  '\u0000\u0007\u001B[31m',
  '\uD800',
  '‮‏العربية‏',
  'Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤',
  "'; DROP TABLE customers; --",
  'A'.repeat(1000),
];

it('shows a hostile context as text, with no dialog, no request and no error', async () => {
  const { flex } = open;
  const hostile: Record<string, unknown> = Object.fromEntries(NAUGHTY.map((text, index) => [`n${index}`, text]));
  const context = JSON.stringify({
    ...hostile,
    constructor: 'own constructor',
    '': 'empty key',
    'a/b': 1,
    '~': 2,
  }).replace(/\}$/, ',"__proto__":{"polluted":true},"<b>key</b>":"x"}');
  await flex.task(context);
  await flex.panel.getByText('own constructor').waitFor();
  expect(await flex.panel.locator('script, img, svg[onload]').count()).toBe(0);
  for (const link of await flex.panel.getByRole('link').all()) {
    expect(await link.getAttribute('href')).toMatch(/^(https?|mailto|tel):/);
  }
  expect(await flex.page.evaluate(() => (({}) as { polluted?: unknown }).polluted)).toBeUndefined();
  await flex.panel.getByText('<script>alert(1)</script>').first().waitFor();
  await flex.panel.getByText('polluted', { exact: false }).first().waitFor();
});
