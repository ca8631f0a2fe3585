import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestServer } from '../testing/test-server.js';
import { ownProfiles } from './profiles.js';
import { importTargets } from './targets.js';
import { importInto, startDataServer } from './testing/real-data.js';

const guide = readFileSync(fileURLToPath(new URL('../../../../docs/importing.md', import.meta.url)), 'utf8');

/** The first fenced block of the guide that begins like this. */
function block(beginning: string): string {
  const found = [...guide.matchAll(/```\w*\n([\s\S]*?)```/g)].find(([, text = '']) =>
    text.startsWith(beginning),
  );
  if (!found?.[1]) throw new Error(`docs/importing.md has no block that begins with ${beginning}`);
  return found[1];
}

describe('docs/importing.md', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kehu-guide-'));
  let server: TestServer;

  beforeAll(async () => {
    server = await startDataServer();
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows a profile and a file that can be imported as they stand', async () => {
    const profile = join(folder, 'my-shop.yaml');
    const file = join(folder, 'sales.csv');
    writeFileSync(profile, block('name: my-shop'));
    writeFileSync(file, block('Order;Date'));
    const outcome = await importInto(server.services, { profile, files: [file] });
    expect(outcome).toMatchObject({ state: 'DONE', check: { rowsRead: 2, rowsBad: 0 } });
    const gm = await server.as('gm');
    const { orders } = await gm.data(
      '{ orders(where: { source: { eq: "my-shop" } }) { items { orderNo orderedAt total customer { name phone } lines { amount quantity product { name } } } } }',
    );
    expect(orders.items).toEqual([
      {
        orderNo: 'A-17',
        orderedAt: '2026-03-06T16:00:00.000Z',
        total: '33.0000',
        customer: { name: 'Anna Lee', phone: '138****8000' },
        lines: [
          { amount: '25.0000', quantity: '2.000', product: { name: 'Tea' } },
          { amount: '8.0000', quantity: '1.000', product: { name: 'Cup' } },
        ],
      },
    ]);
  });

  it('names every profile of the product', () => {
    for (const { name, label } of ownProfiles(importTargets())) {
      expect(guide).toContain(name);
      expect(Object.keys(label).sort()).toEqual(['en', 'zh-Hans', 'zh-Hant']);
    }
  });
});
