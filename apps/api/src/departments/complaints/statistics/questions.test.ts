import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertRows } from '../../../records/bulk.js';
import { house, seedSmallHouse } from '../../../testing/small-house.js';
import { startTestServer, type TestServer } from '../../../testing/test-server.js';

const question = (name: string) =>
  readFileSync(
    fileURLToPath(new URL(`../../../../../../docs/questions/${name}.graphql`, import.meta.url)),
    'utf8',
  );

const { storeA, storeB, sales } = house.departments;
const days = 86_400_000;

/** Store, month received, days to the ruling, days to the closing (null: open), department, breached. */
const cases: readonly (readonly [string, string, number, number | null, string | null, boolean])[] = [
  // Store B: the seven days of this year's case are not over yet, so that it is no fall.
  [storeB, '2025-03', 1, 3, null, false],
  [storeB, '2026-03', 1, null, null, false],
  // Store A: last year 4 of 4 within seven days, this year 1 of 2.
  [storeA, '2025-02', 1, 3, sales, false],
  [storeA, '2025-02', 1, 4, sales, false],
  [storeA, '2025-02', 1, 5, sales, false],
  [storeA, '2025-02', 1, 7, sales, false],
  [storeA, '2026-02', 0.5, 2, sales, false],
  [storeA, '2026-02', 1.5, 9, sales, true],
  // Store B: last year 1 of 2, this year 1 of 2; in January without a last year.
  [storeB, '2025-02', 2, 3, null, false],
  [storeB, '2025-02', 2, 8, null, true],
  [storeB, '2026-02', 1, 6, null, false],
  [storeB, '2026-02', 3, null, null, true],
  [storeB, '2026-01', 4, 10, null, true],
];

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    clock: { now: () => new Date('2026-03-07T02:00:00.000Z') },
    async seed(services) {
      await seedSmallHouse(services);
      const rows = cases.map(([storeId, month, ruling, closing, departmentId, breached], i) => {
        const received = Date.parse(`${month}-${String(2 + i).padStart(2, '0')}T02:00:00.000Z`);
        const at = (after: number | null) =>
          after === null ? null : new Date(received + after * days).toISOString();
        return {
          id: String(7001 + i),
          no: `Q${i}`,
          state: closing === null ? 'ASSIGNED' : 'CLOSED',
          procedure: 'STANDARD',
          severity: 'GENERAL',
          category: i % 2 === 0 ? 'QUALITY_DEFECT' : 'DELIVERY_DATE',
          situation: 'A_QUALITY',
          channel: 'PHONE',
          subject: '题',
          description: '述',
          anonymous: true,
          complainantName: '匿名',
          keyAccount: false,
          aboutHead: false,
          storeId,
          handlingDepartmentId: departmentId,
          receivedAt: at(0),
          dueAt: at(7),
          slaStatus: breached ? 'BREACHED' : 'ON_TRACK',
          ruledAt: at(ruling),
          acceptedAt: at(ruling),
          closedAt: at(closing),
          disputed: false,
          rejections: 0,
          returns: 0,
          refusals: 0,
          reopenCount: 0,
          recurrence: false,
          stateSince: at(closing ?? ruling),
          // The first case waited a day for a laboratory.
          waitedSeconds: i === 0 ? 86_400 : 0,
          policyVersion: 'v1',
          procedureVersion: 1,
          breached,
        };
      });
      await insertRows(
        services.database,
        kindNamed('Complaint'),
        rows,
        services.codec,
        new Date('2026-03-01T00:00:00Z'),
      );
    },
  });
}, 120_000);
afterAll(() => server?.stop(), 60_000);

const asked = async (name: string) =>
  (await (await server.as('analyst')).data(question(name))).complaintsAggregate;

describe('an analyst asks in one request for', () => {
  it('the median days from receipt to ruling per store and month', async () => {
    const groups = await asked('K1');
    const median = (store: string, month: string) =>
      groups.find(
        (g: { key: { store: { id: string }; receivedAt: string } }) =>
          g.key.store.id === store && g.key.receivedAt === month,
      )?.median.daysToRuling;
    expect(Number(median(storeA, '2026-02'))).toBeCloseTo(1, 6);
    expect(Number(median(storeB, '2026-02'))).toBeCloseTo(2, 6);
    expect(Number(median(storeB, '2026-01'))).toBeCloseTo(4, 6);
    expect(median(storeA, '2025-02')).toBeUndefined();
  });

  it('the net days to the closing beside the strict ones: read, filtered, averaged; none of an open case', async () => {
    const client = await server.as('analyst');
    const data = await client.data(`{
      waited: complaints(where: { daysToClose: { eq: 3 }, netDaysToClose: { lt: 3 } }) {
        items { daysToClose netDaysToClose }
      }
      open: complaints(where: { netDaysToClose: { isNull: true } }) { totalCount }
      complaintsAggregate(where: { waitedSeconds: { gt: 0 } }) { avg { daysToClose netDaysToClose } }
    }`);
    expect(data.waited.items).toEqual([{ daysToClose: 3, netDaysToClose: 2 }]);
    expect(data.open.totalCount).toBe(cases.filter(([, , , closing]) => closing === null).length);
    expect(data.complaintsAggregate[0].avg).toEqual({ daysToClose: 3, netDaysToClose: 2 });
  });

  it('the share of breached cases by category and handling department', async () => {
    const groups = (await asked('K2')) as {
      key: { category: string; handlingDepartment: { id: string } | null };
      count: number;
      share: string;
    }[];
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(cases.length);
    for (const group of groups) {
      const own = cases.filter(
        ([, , , , department], i) =>
          department === (group.key.handlingDepartment?.id ?? null) &&
          (i % 2 === 0 ? 'QUALITY_DEFECT' : 'DELIVERY_DATE') === group.key.category,
      );
      expect(Number(group.share)).toBeCloseTo(
        own.filter(([, , , , , breached]) => breached).length / own.length,
        6,
      );
    }
  });

  it('the stores whose 7-day rate fell by more than ten points against the same month of last year', async () => {
    expect(await asked('K3')).toEqual([
      {
        key: { store: { id: storeA, name: '甲门店' }, receivedAt: '2026-02' },
        due: '2',
        rate: expect.stringMatching(/^0\.50*$/),
        rateLastYear: expect.stringMatching(/^1\.0*$/),
        change: expect.stringMatching(/^-0\.50*$/),
      },
    ]);
  });
});
