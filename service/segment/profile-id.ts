/** How Segment knows a customer. */
export interface ProfileId {
  /** `user_id`, `email`, or one of the space's own external id types. */
  idType: string;
  /** The id itself, exactly as it was given: casing and spaces are the caller's. */
  id: string;
}

/** Longest id that is asked for, in UTF-8 bytes. */
const MAX_ID_BYTES = 512;

/** True for a word that can be an external id type. */
export function isIdType(text: string): boolean {
  return /^[A-Za-z0-9_.$-]{1,100}$/.test(text);
}

/** True for a text that can be an id: not empty, not endless, and whole Unicode characters only. */
export function isId(text: string): boolean {
  return text.trim() !== '' && Buffer.byteLength(text, 'utf8') <= MAX_ID_BYTES && isWellFormed(text);
}

/** False when a half of a surrogate pair stands alone, which no address can carry. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

/**
 * The path segment that names a profile. Every character but letters, digits, "-", "_", "." and "~" of the id is
 * percent-encoded, so that no id can change path or query; the type in front keeps it from being "." or "..".
 */
export function profileSegment({ idType, id }: ProfileId): string {
  return `${encodeURIComponent(idType)}:${strictEncode(id)}`;
}

/** As encodeURIComponent, and also the five characters that it leaves alone but Segment may not. */
export function strictEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
