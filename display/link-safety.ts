/**
 * The only door through which an address becomes a link. Only http, https, mailto and tel pass, and only when what is
 * seen is where it leads: no user info before the host, no backslashes, spaces, control or bidirectional characters.
 */

export interface SafeLink {
  /** Normalised address for `href`. */
  href: string;
  /** Host that an http(s) address leads to, in its ASCII form; always shown beside the link. */
  host?: string;
}

const longestAddress = 2048;

/** Spaces, controls, invisible and bidirectional characters, halves of surrogate pairs, and what browsers quietly rewrite. */
const refused =
  // eslint-disable-next-line no-control-regex -- refusing control characters is the purpose
  /[\u0000-\u0020\u007f-\u00a0\u00ad\u061c\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff"<>\\^`]|\p{Cs}/u;

const web = /^https?:\/\/[^/?#@]+(?:[/?#]|$)/i;

function webLink(address: string): SafeLink | undefined {
  // The authority must not hold "@": "https://bank.example@evil.example" leads to evil.example.
  if (!web.test(address)) return undefined;
  try {
    const url = new URL(address);
    if (url.username !== '' || url.password !== '' || url.hostname === '') return undefined;
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
    return { href: url.href, host: url.host };
  } catch {
    return undefined;
  }
}

const localPart = /^[\p{L}\p{N}.!#$'*+/=_~-]{1,64}$/u;
const domainLabel = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;

/** Whether the text is one plain e-mail address: no display name, no quotes, nothing that could start a query. */
export function isEmailAddress(text: string): boolean {
  if (text.length > 254) return false;
  const at = text.indexOf('@');
  if (at < 1 || !localPart.test(text.slice(0, at))) return false;
  const labels = text.slice(at + 1).split('.');
  return labels.length > 1 && labels.every((label) => domainLabel.test(label));
}

/** A mailto: link without query, or undefined when the text is not one plain address. */
export function emailLink(address: string): SafeLink | undefined {
  if (!isEmailAddress(address)) return undefined;
  const at = address.indexOf('@');
  return { href: `mailto:${encodeURIComponent(address.slice(0, at))}@${encodeURIComponent(address.slice(at + 1))}` };
}

const dialled = /^\+?\d[\d().-]{0,30}$/;

/** A tel: link of digits and an optional leading "+", or undefined. Takes the separators people write, but no spaces. */
export function phoneLink(number: string): SafeLink | undefined {
  if (!dialled.test(number)) return undefined;
  const digits = number.replace(/\D/g, '');
  return { href: `tel:${number.startsWith('+') ? '+' : ''}${digits}` };
}

/** The link an address makes, or undefined when it must not be one. */
export function safeLink(address: string): SafeLink | undefined {
  if (address.length > longestAddress || refused.test(address)) return undefined;
  const scheme = address.slice(0, address.indexOf(':') + 1).toLowerCase();
  if (scheme === 'https:' || scheme === 'http:') return webLink(address);
  if (scheme === 'mailto:') return mailLink(address.slice(scheme.length));
  if (scheme === 'tel:') return phoneLink(address.slice(scheme.length));
  return undefined;
}

/** The address in a mailto: link may be percent-encoded, as our own are. */
function mailLink(written: string): SafeLink | undefined {
  try {
    return emailLink(decodeURIComponent(written));
  } catch {
    return undefined;
  }
}
