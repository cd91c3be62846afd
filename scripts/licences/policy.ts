import type { ShippedPackage } from './packages';

/**
 * Licences of code that may be in what we ship: they ask for a notice and nothing else, and go with ours (Apache-2.0).
 * A licence that asks for more (MPL, LGPL, GPL) or forbids a use does not belong in a bundle that customers host.
 */
export const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Unlicense',
]);

/** Why a package may not be shipped, in one sentence; undefined when it may. */
export function objection({ name, version, licence }: ShippedPackage): string | undefined {
  const which = `${name} ${version}`;
  if (licence === '') return `${which} names no licence.`;
  if (!allowed(licence)) return `${which} has the licence ${licence}, which is not one that we ship.`;
  return undefined;
}

/** Of "A OR B" one is enough, of "A AND B" both are wanted; what is nested deeper is not understood, so not allowed. */
function allowed(expression: string): boolean {
  const plain = expression.trim().replace(/^\(([^()]*)\)$/, '$1');
  return plain.split(/\s+OR\s+/).some((choice) => choice.split(/\s+AND\s+/).every((one) => ALLOWED.has(one)));
}
