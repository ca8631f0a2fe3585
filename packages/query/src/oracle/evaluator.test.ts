import { describe, expect, it } from 'vitest';
import type { Where } from '../arguments.js';
import type { KindPolicy, ReadPolicy } from '../policy.js';
import { aggregate } from './aggregate.js';
import { bucketOf } from './buckets.js';
import { matches } from './filter.js';
import { shopWorld } from './fixture.js';
import { page } from './page.js';
import { testLimits } from './random-policy.js';
import { selected } from './random-query.js';
import { instant } from './values.js';
import { View } from './world.js';

const now = new Date('2026-02-11T03:00:00Z');
const zone = 'Asia/Shanghai';
const open = new View(shopWorld, null, now, zone);

function withPolicy(kinds: Record<string, KindPolicy>): View {
  const policy: ReadPolicy = { key: 'test', kinds: new Map(Object.entries(kinds)), limits: testLimits };
  return new View(shopWorld, policy, now, zone);
}

function ids(view: View, kindName: string, where: Where): string[] {
  const kind = view.kind(kindName);
  return view
    .visible(kindName)
    .filter((row) => matches(view, kind, row, where))
    .map((row) => row.id);
}

const all = { grants: [{ id: 'all', where: { and: [] }, disclosure: 'PLAIN' as const }], restrictions: [] };

describe('filters', () => {
  it('are exact complements under not, null rows included', () => {
    expect(ids(open, 'Order', { total: { gt: '10' } })).toEqual(['21', '22', '26']);
    expect(ids(open, 'Order', { not: { total: { gt: '10' } } })).toEqual(['23', '24', '25']);
    expect(ids(open, 'Order', { total: { ne: '7.0' } })).toEqual(['21', '22', '23', '25', '26']);
    expect(ids(open, 'Order', { not: { customer: { shop: { code: { eq: 'EAST' } } } } })).toEqual([
      '24',
      '25',
      '26',
    ]);
  });

  it('take lists apart by some, none, every, and as numbers', () => {
    expect(ids(open, 'Customer', { orders: { some: { total: { lt: '10' } } } })).toEqual(['12', '13']);
    expect(ids(open, 'Customer', { orders: { none: { total: { isNull: true } } } })).toEqual(['12', '13']);
    expect(ids(open, 'Shop', { customers: { every: { mail: { isNull: true } } } })).toEqual(['2']);
    expect(ids(open, 'Customer', { ordersAggregate: { sum: { total: { eq: '30.75' } } } })).toEqual(['11']);
    expect(ids(open, 'Customer', { ordersAggregate: { count: { gte: 2 } } })).toEqual(['11']);
  });

  it('read empty lists as none and all, and fold script and case', () => {
    expect(ids(open, 'Shop', { or: [] })).toEqual([]);
    expect(ids(open, 'Shop', { and: [] })).toEqual(['1', '2']);
    expect(ids(open, 'Customer', { name: { contains: '營' } })).toEqual(['11']);
  });

  it('read times in the zone of the organisation', () => {
    expect(ids(open, 'Order', { orderedAt: { gte: '2026-02-01', lt: '2026-02-02' } })).toEqual(['22']);
    expect(ids(open, 'Order', { orderedAt: { inLast: { days: 2 } } })).toEqual(['24', '25']);
  });
});

describe('time', () => {
  it('is cut into buckets of the zone', () => {
    expect(bucketOf('dateTime', '2026-01-31T16:00:00.000Z', 'MONTH', zone)).toBe('2026-02');
    expect(bucketOf('date', '2024-12-30', 'WEEK', zone)).toBe('2025-W01');
    expect(bucketOf('date', '2027-01-03', 'WEEK', zone)).toBe('2026-W53');
    expect(bucketOf('dateTime', '2026-03-07T20:00:00.000Z', 'HOUR_OF_DAY', zone)).toBe('04');
    expect(bucketOf('date', '2026-03-08', 'WEEKDAY', zone)).toBe('7');
  });

  it('knows summer time', () => {
    expect(instant('2026-07-01T12:00', 'America/New_York')).toBe(Date.parse('2026-07-01T16:00:00Z'));
    expect(instant('2026-01-01', 'America/New_York')).toBe(Date.parse('2026-01-01T05:00:00Z'));
  });
});

describe('a policy', () => {
  const eastOnly = { code: { eq: 'EAST' } };

  it('hides rows wherever their kind appears', () => {
    const view = withPolicy({
      Shop: all,
      Customer: {
        grants: [{ id: 'east', where: { shop: eastOnly }, disclosure: 'MASKED' }],
        restrictions: [],
      },
      Order: all,
    });
    expect(ids(view, 'Customer', {})).toEqual(['11']);
    expect(ids(view, 'Order', { customer: { id: { isNull: false } } })).toEqual(['21', '22', '23']);
    expect(ids(view, 'Order', { customer: { name: { ne: '营业一' } } })).toEqual(['24', '25', '26']);
    expect(ids(view, 'Shop', { customers: { none: {} } })).toEqual(['2']);
    const answer = page(view, 'Order', { orderBy: [{ customer: { id: 'DESC' } }], limit: 1 }, [
      selected('items', [selected('id'), selected('customer', [selected('mail'), selected('name')])]),
      selected('totalCount'),
    ]);
    expect(answer).toEqual({
      items: [{ id: '23', customer: { mail: 'o***', name: '营业一' } }],
      '@totalCount': 6,
    });
  });

  it('lets restrictions win over every grant, and the most open grant decide row by row', () => {
    const view = withPolicy({
      Customer: {
        grants: [
          { id: 'east', where: { shop: eastOnly }, disclosure: 'PLAIN' },
          { id: 'count', where: { and: [] }, disclosure: 'DEIDENTIFIED' },
        ],
        restrictions: [{ id: { ne: '12' } }],
      },
      Shop: all,
    });
    const answer = page(view, 'Customer', {}, [selected('items', [selected('name'), selected('mail')])]);
    expect(answer.items).toEqual([
      { name: '营业一', mail: 'one@a.cn' },
      { name: null, mail: 't***' },
    ]);
  });
});

describe('aggregates', () => {
  const order = open.kind('Order');

  it('group by buckets and over relations, nulls as the smallest key', () => {
    const groups = aggregate(open, order, open.visible('Order'), { groupBy: [{ orderedAt: 'MONTH' }] }, [
      selected('key', [selected('orderedAt')]),
      selected('count'),
      selected('sum', [selected('total')]),
    ]);
    expect(JSON.parse(JSON.stringify(groups))).toEqual([
      { key: { '@orderedAt': null }, count: 1, sum: { total: null } },
      { key: { '@orderedAt': '2024-12' }, count: 1, sum: { total: '100' } },
      { key: { '@orderedAt': '2026-01' }, count: 1, sum: { total: '10.5' } },
      { key: { '@orderedAt': '2026-02' }, count: 3, sum: { total: '28.25' } },
    ]);
  });

  it('measure, keep and rank groups', () => {
    const groups = aggregate(
      open,
      order,
      open.visible('Order'),
      {
        groupBy: [{ customer: { shop: { code: 'VALUE' } } }],
        measures: [
          { name: 'dear', count: { total: { gte: '10' } } },
          { name: 'rate', ratio: { of: 'dear', to: 'count' } },
        ],
        having: { measure: { name: 'rate', gt: '0.1' } },
        orderBy: [{ measure: { name: 'rate', direction: 'DESC' } }],
      },
      [
        selected('key', [selected('customer', [selected('shop', [selected('code')])])]),
        selected('measure', [], { name: 'rate' }, 'rate'),
        selected('median', [selected('total')]),
        selected('groupCount'),
      ],
    );
    expect(groups.map((group) => [String(group['@rate']).slice(0, 6), group.key, group.groupCount])).toEqual([
      ['0.6666', { customer: { shop: { code: 'EAST' } } }, 2],
      ['0.5', { customer: { shop: { code: null } } }, 2],
    ]);
    expect(groups.map((group) => String((group.median as { total: unknown }).total))).toEqual([
      '15.375',
      '50.5',
    ]);
  });

  it('answer one aggregate of nothing when there is neither group nor row', () => {
    const none = aggregate(open, order, [], {}, [selected('count'), selected('sum', [selected('total')])]);
    expect(none).toEqual([{ count: 0, sum: { total: null } }]);
  });
});
