import { defineConfig } from 'vitest/config';

/**
 * End-to-end tests share one sandbox and one browser context (a warm Flex boots in a third of the time), so files run
 * one after the other in one worker that keeps its modules.
 */
export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    isolate: false,
    maxWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 240_000,
  },
});
