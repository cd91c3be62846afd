/**
 * Text that is safe to lay out.
 *
 * Customers' data may hold characters that nobody sees but that change what is seen: bidirectional overrides turn
 * "gpj.exe" around, control characters vanish. They are drawn as visible signs instead: C0 as Unicode's control pictures
 * (NUL → ␀), the others by their number ([U+202E]). Line feed and tab stay; CR LF, U+2028 and U+2029 become line feeds.
 * Marks that only help right-to-left writing (U+200E, U+200F, U+061C) and joiners stay. Halves of surrogate pairs become
 * U+FFFD, so that any text can be put into an address. What is copied is always the raw value.
 */
// eslint-disable-next-line no-control-regex -- finding control characters is the purpose
const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ud800-\udfff]/;

// With the u flag a whole surrogate pair is one character, so \p{Cs} finds only lone halves.
// eslint-disable-next-line no-control-regex -- as above
const replaced = /\r\n|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]|\p{Cs}/gu;

function sign(found: string): string {
  if (found === '\r\n') return '\n';
  const code = found.charCodeAt(0);
  if (code === 0x2028 || code === 0x2029) return '\n';
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** The text with every character that could mislead the eye made visible. Returns the same string when there is none. */
export function visible(text: string): string {
  return unsafe.test(text) ? text.replace(replaced, sign) : text;
}

/** The first `limit` UTF-16 units, ending in "…" when something was cut, never in the middle of a surrogate pair. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 2);
  return `${text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 2 : limit - 1)}…`;
}
