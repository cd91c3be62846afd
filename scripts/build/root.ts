import { fileURLToPath } from 'node:url';

/** Absolute path of something in the checkout: `at('dist/plugin')`. */
export function at(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}
