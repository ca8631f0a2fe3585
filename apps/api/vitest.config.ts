import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // `graphql` ships two builds; two copies of its classes in one process refuse each other's schemas.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['src/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // On two cores the runner would take one for itself and leave the other idle; it has little to do.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    server: { deps: { inline: ['type-graphql', '@apollo/server', 'graphql-jit'] } },
  },
});
