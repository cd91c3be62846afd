const safe = /^(?:https?:\/\/|mailto:|tel:)/i;

/**
 * The address of a link, or undefined when its scheme is not http, https, mailto or tel. The engine makes only such
 * links; this is the last line of defence where one becomes clickable.
 */
export function safeHref(href: string | undefined): string | undefined {
  return href !== undefined && safe.test(href) ? href : undefined;
}

/** Attributes of a link: web pages open in a tab of their own that learns nothing about Flex. */
export function linkAttributes(href: string): { href: string; target?: string; rel?: string } {
  return /^https?:/i.test(href) ? { href, target: '_blank', rel: 'noopener noreferrer' } : { href };
}
