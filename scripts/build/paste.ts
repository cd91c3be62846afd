import type { Plugin } from 'vite';

/**
 * `@twilio-paste/core/box` only passes `@twilio-paste/box` on, as CommonJS, of which a bundler must keep everything, used
 * or not, such as a contrast checker. The package behind it is the same code as a module.
 */
export const PASTE_PARTS = { find: /^@twilio-paste\/core\/([a-z-]+)$/, replacement: '@twilio-paste/$1' };

interface RawTokens {
  props: Record<string, { deprecated?: boolean }>;
}

/**
 * Of the table of all tokens, 125 kB that every page would parse, Paste's style props want only the names of deprecated
 * ones: the others are left out.
 */
export const onlyDeprecatedTokens: Plugin = {
  name: 'only-deprecated-paste-tokens',
  enforce: 'pre',
  transform: {
    filter: { id: /design-tokens[/\\]dist[/\\]tokens\.raw\.json$/ },
    handler: (code) => ({ code: onlyDeprecated(code), map: { mappings: '' } }),
  },
};

/** The table as Paste ships it, JSON in and out, without the tokens that are current. */
export function onlyDeprecated(table: string): string {
  const { props } = JSON.parse(table) as RawTokens;
  return JSON.stringify({ props: Object.fromEntries(Object.entries(props).filter(([, token]) => token.deprecated)) });
}
