import { defineConfig } from 'vitest/config';

export default defineConfig({
  // one browser and one server at a time: two cores are enough for no more
  test: { include: ['src/**/*.test.ts'], fileParallelism: false, testTimeout: 60_000, hookTimeout: 180_000 },
});
