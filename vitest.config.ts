import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Unit tests stand beside the code. End-to-end tests have their own configuration in e2e/. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          // No test asserts a time; a busy machine only makes them slower.
          testTimeout: 60_000,
          environment: 'node',
          include: ['{schemas,display,editor,service,functions,sandbox,scripts}/**/*.test.ts'],
        },
      },
      {
        // The real Flex UI takes seconds to import: unit tests see a small stand-in, end-to-end tests the real one.
        resolve: { alias: { '@twilio/flex-ui': at('plugin/src/testing/flex-ui.ts') } },
        test: {
          name: 'plugin',
          testTimeout: 60_000,
          environment: 'jsdom',
          include: ['plugin/**/*.test.{ts,tsx}'],
          setupFiles: ['plugin/src/testing/setup.ts'],
        },
      },
    ],
  },
});
