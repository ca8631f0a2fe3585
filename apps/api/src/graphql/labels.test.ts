import { setTimeout as sleep } from 'node:timers/promises';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertRows } from '../records/bulk.js';
import type { Client } from '../testing/client.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let gm: Client;
beforeAll(async () => {
  server = await startTestServer();
  gm = await server.as('gm');
});
afterAll(() => server?.stop());

const labelIn = async (language: string) => {
  const { data } = await gm.query('{ customer(id: 1001) { type word: typeLabel } }', {
    headers: { 'accept-language': language },
  });
  return data.customer;
};

describe('the label of a coded field', () => {
  it('is in the reader’s language; the code is the same for everybody', async () => {
    expect(await labelIn('zh-CN')).toEqual({ type: 'CONSUMER', word: '终端消费者' });
    expect(await labelIn('zh-TW')).toEqual({ type: 'CONSUMER', word: '終端消費者' });
    expect(await labelIn('en')).toEqual({ type: 'CONSUMER', word: 'End consumer' });
  });

  it('is read without the code, and null where there is none', async () => {
    const { customers } = await gm.data(
      '{ customers(orderBy: [{ customerNo: ASC }]) { items { gradeLabel } } }',
    );
    expect(customers.items.map(({ gradeLabel }: { gradeLabel: string | null }) => gradeLabel)).toEqual([
      'Grade A',
      'Grade B',
      'Grade C',
      'Grade D',
      null,
      'Grade A',
    ]);
  });

  it('stands beside a group’s key', async () => {
    const { customersAggregate } = await gm.data(
      '{ customersAggregate(groupBy: [{ partyType: VALUE }]) { key { partyType partyTypeLabel } count } }',
    );
    expect(customersAggregate).toEqual([
      { key: { partyType: 'PERSON', partyTypeLabel: 'Person' }, count: 4 },
      { key: { partyType: 'ORGANISATION', partyTypeLabel: 'Organisation' }, count: 2 },
    ]);
  });

  it('is the organisation’s own word a second after it was chosen', async () => {
    const own = { id: '9001', key: 'CustomerType.CONSUMER', labelHans: '散客', labelEn: 'Walk-in' };
    await insertRows(server.services.database, kindNamed('LabelOverride'), [own], server.services.codec);
    const until = performance.now() + 5000;
    while ((await labelIn('en')).word !== 'Walk-in' && performance.now() < until) await sleep(100);
    expect(await labelIn('en')).toEqual({ type: 'CONSUMER', word: 'Walk-in' });
    expect(await labelIn('zh-CN')).toEqual({ type: 'CONSUMER', word: '散客' });
    expect(await labelIn('zh-TW')).toEqual({ type: 'CONSUMER', word: '散客' });
  });
});

describe('a time', () => {
  it('is UTC, or the organisation’s wall clock with its offset', async () => {
    const { order } = await gm.data('{ order(id: 3001) { orderedAt here: orderedAt(in: ORGANISATION) } }');
    expect(order).toEqual({ orderedAt: '2025-11-03T16:30:00.000Z', here: '2025-11-04T00:30:00.000+08:00' });
  });

  it('without an offset is read on the organisation’s wall clock', async () => {
    const count = async (from: string) =>
      (await gm.data(`{ orders(where: { orderedAt: { gte: "${from}" } }) { totalCount } }`)).orders
        .totalCount;
    expect(await count('2025-11-04T00:30')).toBe(4);
    expect(await count('2025-11-04T00:31')).toBe(3);
    expect(await count('2025-11-03T16:30:00Z')).toBe(4);
    expect(await count('2025-11-04')).toBe(4);
  });
});
