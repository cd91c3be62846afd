import type { Json } from './json';
import { safeLink } from './link-safety';
import type { SafeLink } from './link-safety';
import { parsePointer } from './pointer';

/** Where a variable of a template gets its value. */
export type LinkVariable =
  { readonly from: 'value' } | { readonly from: 'context' | 'traits' | 'event'; readonly path: readonly string[] };

/** An address with variables. Only `prepareLink` makes one, so its scheme and host are known to be literal. */
export interface LinkTemplate {
  readonly scheme: 'https:' | 'http:' | 'mailto:' | 'tel:';
  /** Lower case, with a port if there is one; "" for mailto and tel. */
  readonly host: string;
  readonly parts: readonly (string | LinkVariable)[];
}

// Scheme, then for http(s) a host that is complete before the first variable: it ends at "/", "?", "#" or the end.
const webAddress = /^(https?:)\/\/([^/?#\\@{}\s]+)(?=[/?#]|$)/i;
const otherAddress = /^(mailto:|tel:)/i;
// eslint-disable-next-line no-control-regex -- control characters and backslashes change where an address leads
const misleading = /[\u0000-\u001f\u007f\\]/;
const variable = /\{([^{}]*)\}/;
const dotSegment = /(?:^|\/)(?:\.|%2e){1,2}(?=[/?#]|$)/i;

function parseVariable(text: string): LinkVariable | undefined {
  if (text === 'value') return { from: 'value' };
  const [, from, pointer] = /^(context|traits|event):(\/.*)$/s.exec(text) ?? [];
  const path = pointer === undefined ? undefined : parsePointer(pointer);
  return path && (from === 'context' || from === 'traits' || from === 'event') ? { from, path } : undefined;
}

/** Reads a template once per document; undefined when it could lead anywhere but to its own literal scheme and host. */
export function prepareLink(template: string): LinkTemplate | undefined {
  if (misleading.test(template)) return undefined;
  const web = webAddress.exec(template);
  const [, scheme, host] = web ?? otherAddress.exec(template) ?? [];
  if (scheme === undefined) return undefined;
  const parts: (string | LinkVariable)[] = [];
  // Splitting by a pattern with one group gives literals at even places and variables at odd ones.
  for (const [index, part] of template.split(variable).entries()) {
    const read = index % 2 === 0 ? part : parseVariable(part);
    if (read === undefined || (index % 2 === 0 && /[{}]/.test(part))) return undefined;
    parts.push(read);
  }
  return { scheme: scheme.toLowerCase() as LinkTemplate['scheme'], host: host?.toLowerCase() ?? '', parts };
}

/** A value as it stands in an address; undefined when it cannot stand in one. */
function encode(value: Json | undefined, scheme: LinkTemplate['scheme']): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined;
  const text = String(value);
  if (scheme === 'tel:') return text.replace(/[^\d+*]/g, '') || undefined;
  try {
    const encoded = encodeURIComponent(text);
    return (scheme === 'mailto:' ? encoded.replaceAll('%40', '@').replaceAll('%2B', '+') : encoded) || undefined;
  } catch {
    // Half of a surrogate pair: there is no such address.
    return undefined;
  }
}

/**
 * The address for these values, or undefined: a variable is missing (or hidden, or masked, which is the same here), is
 * empty, or is not a text, number or boolean.
 */
export function expandLink(
  template: LinkTemplate,
  lookUp: (variable: LinkVariable) => Json | undefined,
): SafeLink | undefined {
  let text = '';
  for (const part of template.parts) {
    const piece = typeof part === 'string' ? part : encode(lookUp(part), template.scheme);
    if (piece === undefined) return undefined;
    text += piece;
  }
  // A value of "." or ".." would climb out of the folder that the template names.
  const [path = ''] = text.split(/[?#]/);
  if (template.host !== '' && dotSegment.test(path.slice(template.scheme.length + 2))) return undefined;
  const link = safeLink(text);
  return link?.href.startsWith(template.scheme) === true ? link : undefined;
}
