import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // the tests expect the English messages
    env: { LC_ALL: 'C.UTF-8' },
  },
});
