/**
 * What a text looks like, told from its first characters: a filter that is cheap enough for every value of a large
 * object. The format itself then decides whether it is one.
 *
 * Text of digits stays text: "007" and "20261123" are more often names than numbers.
 */
export type Likely = 'moment' | 'phone' | 'link' | 'email';

const digit0 = 48;
const digit9 = 57;
const plus = 43;

/** Longest e-mail address (RFC 5321). */
const longestEmail = 254;

/** E.164, which Twilio uses, with or without the channel in front of it. */
const e164 = /^(?:whatsapp:|sms:)?\+[1-9]\d{6,14}$/;

const schemes = ['https://', 'http://', 'mailto:', 'tel:'];

export function likely(text: string): Likely | undefined {
  const first = text.charCodeAt(0);
  if (first >= digit0 && first <= digit9) {
    if (text[4] === '-' && text[7] === '-') return 'moment';
  } else if (first === plus || text.startsWith('whatsapp:') || text.startsWith('sms:')) {
    return e164.test(text) ? 'phone' : undefined;
  } else if (schemes.some((scheme) => text.startsWith(scheme))) return 'link';
  return text.length <= longestEmail && text.includes('@') ? 'email' : undefined;
}
