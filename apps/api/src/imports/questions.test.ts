import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestServer } from '../testing/test-server.js';
import {
  dataFiles,
  hasRealData,
  importInto,
  northwindFiles,
  rounded,
  startDataServer,
} from './testing/real-data.js';

/** An answer flattened to rows of what a person would read off. */
type Rows = readonly (readonly (string | number)[])[];
// biome-ignore lint/suspicious/noExplicitAny: each question has a shape of its own
type Data = any;

interface Question {
  readonly id: string;
  readonly rows: (data: Data) => Rows;
  readonly answer: Rows;
}

const money = (text: string): string => `¤${text}`;

const questions: readonly Question[] = [
  {
    id: 'S1',
    rows: (d) => d.ordersAggregate.map((g: Data) => [g.key.region.name, g.sum.total, g.sum.profit, g.count]),
    answer: [
      ['华东', money('1337203.04'), money('174303.68'), 414],
      ['中南', money('971901.78'), money('171085.40'), 347],
      ['东北', money('754671.75'), money('87601.71'), 225],
      ['华北', money('602182.96'), money('113510.44'), 162],
      ['西南', money('378478.86'), money('41553.88'), 125],
      ['西北', money('201604.40'), money('34850.54'), 60],
    ],
  },
  {
    id: 'S2',
    rows: (d) =>
      d.ordersAggregate.map((g: Data) => [
        g.key.customer.name,
        g.sum.total,
        g.count,
        localDay(g.max.orderedAt),
      ]),
    answer: [
      ['徐婵', money('64066.38'), 3, '2017-08-30'],
      ['武明媚', money('42143.82'), 6, '2017-10-23'],
      ['何惠', money('36348.00'), 6, '2017-12-19'],
      ['秦淑芳', money('35565.81'), 4, '2017-12-15'],
      ['贾嫒', money('35210.28'), 4, '2017-10-07'],
    ],
  },
  {
    id: 'S3',
    rows: (d) =>
      d.orderLinesAggregate.map((g: Data) => [
        g.key.product.subcategory,
        Number(g.loss),
        g.count,
        rounded(g.share, 4),
      ]),
    answer: [
      ['桌子', 116, 171, '0.6784'],
      ['美术', 232, 539, '0.4304'],
      ['电话', 164, 586, '0.2799'],
      ['椅子', 241, 863, '0.2793'],
      ['系固件', 161, 587, '0.2743'],
    ],
  },
  {
    id: 'S4',
    rows: (d) => d.customersAggregate.map((g: Data) => [g.key.segment, g.count]),
    answer: [
      ['公司', 24],
      ['小型企业', 20],
      ['消费者', 55],
    ],
  },
  {
    id: 'S5',
    rows: (d) => d.ordersAggregate.map((g: Data) => [g.key.shippingMode, rounded(g.avg.daysToShip)]),
    answer: [
      ['当日', '0.05'],
      ['一级', '2.22'],
      ['二级', '3.21'],
      ['标准级', '5.01'],
    ],
  },
  {
    id: 'S6',
    rows: (d) =>
      d.ordersAggregate.map((g: Data) => [
        g.key.customer.segment,
        g.median.total,
        g.percentile.total,
        g.count,
      ]),
    answer: [
      ['公司', money('1536.64'), money('8610.50'), 1559],
      ['小型企业', money('1588.30'), money('8404.09'), 887],
      ['消费者', money('1582.73'), money('8258.70'), 2539],
    ],
  },
  {
    id: 'S7',
    rows: (d) => byCountThenName(d.ordersAggregate.map((g: Data) => [g.key.region.name, g.count])),
    answer: byCountThenName([
      ['华东', 13],
      ['中南', 5],
      ['华北', 5],
      ['西南', 5],
      ['东北', 3],
      ['西北', 1],
    ]),
  },
  {
    id: 'S8',
    rows: (d) =>
      d.ordersAggregate.map((g: Data) => [g.key.province, g.count, Number(g.returned), rounded(g.rate, 4)]),
    answer: [['上海', 145, 23, '0.1586']],
  },
  {
    id: 'S9',
    rows: (d) =>
      byName(
        d.orderLinesAggregate.map((g: Data) => [
          g.key.order.region.name,
          g.key.order.orderedAt,
          g.sum.amount,
        ]),
      ),
    answer: [
      ['华东', '2017-Q1', money('65169.86')],
      ['华东', '2017-Q2', money('153633.93')],
      ['华东', '2017-Q3', money('145245.27')],
      ['华东', '2017-Q4', money('151180.46')],
      ['华北', '2017-Q1', money('30105.32')],
      ['华北', '2017-Q2', money('72528.06')],
      ['华北', '2017-Q3', money('40244.46')],
      ['华北', '2017-Q4', money('98339.61')],
    ],
  },
  { id: 'S10', rows: (d) => [[d.allThree[0].count, d.exactlyOne[0].count]], answer: [[639, 21]] },
  {
    id: 'N1',
    rows: (d) => byCountThenName(d.ordersAggregate.map((g: Data) => [g.key.owner.familyName, g.count])),
    answer: byCountThenName([
      ['Peacock', 10],
      ['Leverling', 5],
      ['Callahan', 4],
      ['Dodsworth', 4],
      ['Fuller', 4],
      ['King', 4],
      ['Suyama', 3],
      ['Davolio', 2],
      ['Buchanan', 1],
    ]),
  },
  {
    id: 'N2',
    rows: (d) =>
      d.orderLinesAggregate.map((g: Data) => [g.key.product.category, g.key.order.orderedAt, g.sum.amount]),
    answer: [
      ['Beverages', '47919.00', '103924.31', '116024.88'],
      ['Condiments', '17900.39', '55368.59', '32778.11'],
      ['Confections', '29685.55', '82657.75', '55013.92'],
      ['Dairy Products', '40980.45', '115387.64', '78139.20'],
      ['Grains/Cereals', '9507.92', '56871.83', '29364.84'],
      ['Meat/Poultry', '28813.66', '80975.11', '53233.59'],
      ['Produce', '13885.78', '54940.77', '31158.03'],
      ['Seafood', '19391.23', '66959.22', '44911.30'],
    ].flatMap(([category = '', ...years]) =>
      years.map((net, index) => [category, String(1996 + index), money(net)]),
    ),
  },
  {
    id: 'N3',
    rows: (d) => d.ordersAggregate.map((g: Data) => [g.key.country, g.count, g.sum.total, g.avg.total]),
    answer: [
      ['USA', 122, money('245584.61'), money('2012.99')],
      ['Germany', 122, money('230284.63'), money('1887.58')],
      ['Austria', 40, money('128003.84'), money('3200.10')],
      ['UK', 56, money('58971.31'), money('1053.06')],
      ['Venezuela', 46, money('56810.63'), money('1235.01')],
      ['Sweden', 37, money('54495.14'), money('1472.84')],
    ],
  },
  { id: 'N4', rows: (d) => d.products.items.map((p: Data) => [p.productNo, p.name]), answer: [] },
  {
    id: 'N5',
    rows: (d) =>
      d.orders.items.map((o: Data) => [
        o.orderNo,
        o.customer.sourceKey,
        o.owner.familyName,
        o.total,
        o.linesAggregate[0].count,
      ]),
    answer: [
      ['10865', 'QUICK', 'Fuller', money('16387.50'), 2],
      ['10981', 'HANAR', 'Davolio', money('15810.00'), 1],
      ['11030', 'SAVEA', 'King', money('12615.05'), 4],
    ],
  },
];

/** Where people's names stand in an answer. */
const names: Readonly<Record<string, number>> = { S2: 0, N1: 0, N5: 2 };

describe.skipIf(!hasRealData)('the analysts’ questions (skipped where ../shared/data is absent)', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startDataServer();
    const superstore = dataFiles('zh-superstore', 'orders.csv', 'returns.csv', 'managers.csv');
    await importInto(server.services, { profile: 'zh-superstore', files: superstore });
    const northwind = dataFiles('northwind', ...northwindFiles);
    await importInto(server.services, { profile: 'northwind', files: northwind, options: ['mend'] });
  });
  afterAll(() => server?.stop());

  it.each(questions.map((question) => [question.id, question] as const))(
    '%s is answered by one request to somebody who sees names',
    async (id, { rows, answer }) => {
      const gm = await server.as('gm');
      expectAnswer(rows(await gm.data(documentOf(id))), answer);
    },
  );

  it.each(questions.map((question) => [question.id, question] as const))(
    '%s gives an analyst the same figures, with names masked',
    async (id, { rows, answer }) => {
      const analyst = await server.as('analyst');
      const found = rows(await analyst.data(documentOf(id)));
      const at = names[id];
      if (at === undefined) return expectAnswer(found, answer);
      for (const row of found) expect(row[at]).toMatch(/\*/);
      const seen = new Set(answer.map((row) => row[at]));
      for (const row of found) expect(seen).not.toContain(row[at]);
      const bare = (list: Rows) => list.map((row) => row.filter((_, index) => index !== at));
      expectAnswer(
        id === 'N1' ? byCount(bare(found)) : bare(found),
        id === 'N1' ? byCount(bare(answer)) : bare(answer),
      );
    },
  );

  it('the request that the product is shown with answers region, month and segment', async () => {
    const analyst = await server.as('analyst');
    const { ordersAggregate: groups } = await analyst.data(documentOf('shown'));
    const total = groups.reduce((sum: number, g: Data) => sum + g.count, 0);
    expect(groups.length).toBeGreaterThan(150);
    expect(groups[0].key.orderedAt).toMatch(/^2016-\d\d$/);
    // Counted the other way round: from the customers with five orders to their orders of the year.
    const check = await analyst.data(`{ customersAggregate(
      where: { source: { eq: "zh-superstore" }, ordersAggregate: { count: { gte: 5 } } }) { count }
      ordersAggregate(where: { source: { eq: "zh-superstore" }, customer: { ordersAggregate: { count: { gte: 5 } } },
        orderedAt: { between: { from: "2016-01-01", to: "2017-01-01" } } }) { count } }`);
    expect(check.customersAggregate[0].count).toBeGreaterThan(600);
    expect(total).toBe(check.ordersAggregate[0].count);
  });
});

function documentOf(id: string): string {
  return readFileSync(
    fileURLToPath(new URL(`../../../../docs/questions/${id}.graphql`, import.meta.url)),
    'utf8',
  );
}

/** Amounts are compared as roundings, everything else exactly. */
function expectAnswer(found: Rows, answer: Rows): void {
  const plain = found.map((row, r) =>
    row.map((cell, c) => {
      const wanted = answer[r]?.[c];
      const isMoney = typeof wanted === 'string' && wanted.startsWith('¤');
      return isMoney && rounded(cell) === wanted.slice(1) ? wanted : cell;
    }),
  );
  expect(plain).toEqual(answer);
}

function localDay(instant: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(instant));
}

/** Regions in the order of the answer; the product puts names in pinyin order. */
function byName(rows: Rows): Rows {
  return [...rows].sort((a, b) => (`${a[0]} ${a[1]}` < `${b[0]} ${b[1]}` ? -1 : 1));
}

function byCount(rows: Rows): Rows {
  return [...rows].sort((a, b) => Number(b.at(-1)) - Number(a.at(-1)));
}

/** Most first; equal counts stand in no order that the question asks for. */
function byCountThenName(rows: Rows): Rows {
  return [...rows].sort((a, b) => Number(b[1]) - Number(a[1]) || (String(a[0]) < String(b[0]) ? -1 : 1));
}
