import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startTestServer } from '../testing/test-server.js';

describe('a server that is told to stop', () => {
  it('finishes every request under way, takes none after, and is gone in time', async () => {
    const server = await startTestServer();
    const gm = await server.as('gm');
    await gm.data('{ customers { totalCount } }');
    server.line.set({ delay: 700 });
    const underWay = Array.from({ length: 12 }, (_, i) =>
      gm.query(`{ customers(limit: ${i + 1}) { items { id } } }`),
    );
    await sleep(150);
    const began = performance.now();
    const stopped = server.stop();
    const answers = await Promise.all(underWay);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(answers.map(({ data }) => data.customers.items.length)).toEqual([
      1, 2, 3, 4, 5, 6, 6, 6, 6, 6, 6, 6,
    ]);
    await stopped;
    expect(performance.now() - began).toBeLessThan(10_000);
    await expect(gm.query('{ customers { totalCount } }')).rejects.toThrow();
  });
});
