import twilio from 'twilio';
import { describe, expect, it } from 'vitest';
import { sameSignature, signGet, signPost } from './signature';

const token = '12345678901234567890123456789012';

describe('signatures', () => {
  it.each([
    'https://customer-context-1234-display-schema.twil.io/index.json',
    'https://customer-context-1234-display-schema.twil.io/r/12.json',
    'https://a.twil.io/x?b=2&a=ü%20 ',
  ])('signs GET %s as Twilio’s own library does', (url) => {
    expect(signGet(url, token)).toBe(twilio.getExpectedTwilioSignature(token, url, {}));
  });

  it('signs a form POST as Twilio’s own library does', () => {
    const url = 'https://a.twil.io/fetch-persona-studio';
    const parameters = { identifier: 'u-1', idType: 'user_id', Z: '', a: 'é' };
    expect(signPost(url, parameters, token)).toBe(twilio.getExpectedTwilioSignature(token, url, parameters));
  });

  it('tells a wrong signature from the right one, whatever its length', () => {
    const right = signGet('https://a.twil.io/', token);
    expect(sameSignature(right, right)).toBe(true);
    expect(sameSignature(right.toLowerCase(), right)).toBe(false);
    expect(sameSignature('', right)).toBe(false);
  });
});
