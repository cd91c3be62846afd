import { defineConfig } from 'vitest/config';

/**
 * End-to-end tests of one worker share one sandbox and one browser context, since a warm Flex boots in a third of the
 * time of a cold one; so workers keep their modules. Two workers, because CI has two cores.
 */
export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    environment: 'node',
    globalSetup: ['e2e/support/prepare.ts'],
    isolate: false,
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
