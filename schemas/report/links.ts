import { fromPointer } from '../json/pointer';
import { own } from '../json/value';
import type { Note } from './problem';
import type { Part } from './shapes';

const schemes = ['https:', 'http:', 'mailto:', 'tel:'];

/** Why a link template can't be one, or undefined. Scheme and host must be literal: data must not decide where a link leads. */
function linkProblem(link: string, variables: readonly string[]): string | undefined {
  const scheme = /^([a-z][a-z0-9+.-]*:)/i.exec(link)?.[1]?.toLowerCase();
  if (scheme === undefined) return 'must start with https://, http://, mailto: or tel:';
  if (!schemes.includes(scheme)) return `can't be a ${scheme.slice(0, 30)} address: only https, http, mailto and tel`;
  if (scheme.startsWith('http')) {
    const host = /^https?:\/\/([^/?#]*)/i.exec(link)?.[1];
    if (host === undefined || host === '') return 'has no host, such as https://shop.example/orders/{value}';
    if (/[{}]/.test(host))
      return "has a variable in its host; the host must be written out, so that data can't decide where a link leads";
    if (host.includes('@')) return 'must not have a user name before its host';
  }
  // eslint-disable-next-line no-control-regex -- control characters and backslashes change where an address leads
  if (/[\u0000-\u001f\u007f\\]/.test(link)) return 'must not hold line breaks, control characters or backslashes';
  for (const [, variable = ''] of link.matchAll(/\{([^{}]*)\}/g)) {
    if (variable === 'value') continue;
    const [, source = '', pointer = ''] = /^([a-z]+):(\/.*)$/s.exec(variable) ?? [];
    if (!variables.includes(source) || fromPointer(pointer) === undefined)
      return `{${variable.slice(0, 40)}} is not known: write {value}${variables.map((name) => `, {${name}:/key}`).join('')}`;
  }
  return /[{}]/.test(link.replace(/\{[^{}]*\}/g, '')) ? 'has a brace that is not closed' : undefined;
}

// Spaces, controls, invisible and bidirectional characters, and what browsers quietly rewrite: no such address is a link.
const refused =
  // eslint-disable-next-line no-control-regex -- naming control characters is the purpose
  /[\u0000-\u0020\u007f-\u00a0\u00ad\u061c\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff"<>\\^`]/;

function isAddress(text: string): boolean {
  try {
    return new URL(text).host !== '';
  } catch {
    return false;
  }
}

/** Why a template is never a link although its scheme and host are written out, or undefined. */
function deadEnd(link: string): string | undefined {
  // Digits can stand wherever a variable may.
  const sample = link.replace(/\{[^{}]*\}/g, '1');
  if (refused.test(sample)) return 'holds a space, quote, angle bracket or invisible character';
  const [scheme = '', rest = ''] = /^([a-z]+:)(.*)$/is.exec(sample)?.slice(1) ?? [];
  switch (scheme.toLowerCase()) {
    case 'mailto:':
      if (rest === '') return 'has no address after mailto:';
      return rest.includes('?') ? "can't have a subject or a text: only the address may follow mailto:" : undefined;
    case 'tel:':
      return /^\+?\d[\d().-]{0,30}$/.test(rest) ? undefined : "can't be dialled: only a number may follow tel:";
    default:
      return isAddress(sample) ? undefined : "has a host or a port that can't be";
  }
}

/** Links that could never be one. */
export function reportLink({ node, shape, path }: Part, note: Note): void {
  const link = own(node, 'link');
  if (typeof link !== 'string') return;
  const at = [...path, 'link'];
  const message = linkProblem(link, shape === 'eventRule' ? ['event', 'context', 'traits'] : ['context', 'traits']);
  if (message !== undefined) {
    note({ severity: 'error', path: at, message });
    return;
  }
  const dead = deadEnd(link);
  if (dead !== undefined) note({ severity: 'warning', path: at, message: `${dead}, so it is never a link` });
}
