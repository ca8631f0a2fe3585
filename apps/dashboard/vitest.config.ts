import { defineConfig } from 'vitest/config';

/** Pure functions only; pages are tested in a real browser, in `e2e`. */
export default defineConfig({ test: { environment: 'node', include: ['src/**/*.test.ts'] } });
