import type { ShippedPackage } from './packages';

/** Stands at the root, and beside the deployed functions as a public asset. */
export const NOTICES_FILE = 'THIRD-PARTY-NOTICES.txt';

const RULE = '-'.repeat(80);

/**
 * The notices that the licences of shipped code ask for, as one text: each licence text once, below the packages that
 * it is of.
 */
export function noticesOf(packages: readonly ShippedPackage[]): string {
  const holders = new Map<string, ShippedPackage[]>();
  for (const one of packages) {
    const text = one.texts.join('\n\n') || declared(one);
    holders.set(text, [...(holders.get(text) ?? []), one]);
  }
  const parts = [...holders].map(([text, of]) =>
    [...of.map(({ name, version, licence }) => `${name} ${version} (${licence})`), '', text].join('\n'),
  );
  return [
    'Customer Context for Twilio Flex is licensed under Apache-2.0. The scripts that are deployed from it (the plugin,\nthe editor, the functions) contain code of these packages:',
    ...parts,
  ]
    .join(`\n\n${RULE}\n\n`)
    .concat('\n');
}

/** What stands for the text of a package that brings none. */
function declared({ licence, author }: ShippedPackage): string {
  const by = author === '' ? '' : `Copyright ${author}. `;
  return `${by}Its manifest declares ${licence}; it brings no licence text.`;
}
