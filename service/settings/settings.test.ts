import { describe, expect, it } from 'vitest';
import { readSettings } from './settings';

describe('a variable for development', () => {
  const origin = 'http://127.0.0.1:4100';
  const loopback = (domain: string | undefined) =>
    readSettings({ CUSTOMER_CONTEXT_LOOPBACK: origin, DOMAIN_NAME: domain }).optional('CUSTOMER_CONTEXT_LOOPBACK');

  it.each(['customer-context-1234-dev.twil.io', 'CUSTOMER-CONTEXT-1234.TWIL.IO'])(
    'counts for nothing on %s',
    (domain) => {
      expect(loopback(domain)).toBeUndefined();
    },
  );

  it.each(['localhost:3001', '127.0.0.1:3000', undefined])(
    'counts on this machine, which calls itself %s',
    (domain) => {
      expect(loopback(domain)).toBe(origin);
    },
  );

  it('does not keep a deployed function from working when it is malformed', () => {
    const context = { CUSTOMER_CONTEXT_LOOPBACK: 'https://evil.example', DOMAIN_NAME: 'x-1234-dev.twil.io' };
    expect(readSettings(context).optional('CUSTOMER_CONTEXT_LOOPBACK')).toBeUndefined();
  });
});

it('reads every other variable on Twilio as anywhere', () => {
  const settings = readSettings({ SEGMENT_REGION: 'eu', DOMAIN_NAME: 'customer-context-1234-dev.twil.io' });
  expect(settings.get('SEGMENT_REGION')).toBe('eu');
});
