import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { departments } from '../departments/register.js';
import { failing } from '../testing/failing-department.js';
import { startTestServer } from '../testing/test-server.js';

/** Waits until so many requests are being answered; one that is still on its way may be refused. */
async function allArrived(url: string, count: number): Promise<void> {
  for (let i = 0; i < 200; i++) {
    const text = await (await fetch(`${url}/metrics`)).text();
    if (Number(/^kehu_requests_running (\d+)$/m.exec(text)?.[1]) >= count) return;
    await sleep(20);
  }
  throw new Error('The requests did not arrive.');
}

describe('a server that is told to stop', () => {
  it('finishes every request under way, takes none after, and is gone in time', async () => {
    const server = await startTestServer({ departments: [...departments, failing] });
    const gm = await server.as('gm');
    const slow = 'query($i: Int!) { fails(how: "none", after: 2500) customers(limit: $i) { items { id } } }';
    await gm.query(slow, { variables: { i: 1 } });
    const underWay = Array.from({ length: 12 }, (_, i) => gm.query(slow, { variables: { i: i + 1 } }));
    await allArrived(server.url, underWay.length);
    const stopped = server.stop();
    const answers = await Promise.all(underWay);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(answers.map(({ data }) => data.customers.items.length)).toEqual([
      1, 2, 3, 4, 5, 6, 6, 6, 6, 6, 6, 6,
    ]);
    await stopped;
    await expect(gm.query('{ customers { totalCount } }')).rejects.toThrow();
  });
});
