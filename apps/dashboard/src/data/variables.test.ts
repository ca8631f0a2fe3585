import { customer } from '@kehu/domain/customers/customer';
import { order } from '@kehu/domain/key-accounts/order';
import { describe, expect, it } from 'vitest';
import { listVariables, orderByOf } from './variables';
import { searchOf, whereOf } from './where';

describe('filters', () => {
  it('say nothing when they hold nothing', () => {
    expect(whereOf(customer, {})).toBeUndefined();
    expect(whereOf(customer, { name: '', grade: [], type: null, owner: undefined })).toBeUndefined();
  });

  it('contain words in searchable text and are exact elsewhere', () => {
    expect(whereOf(customer, { name: '张' })).toEqual({ name: { contains: '张' } });
    expect(whereOf(customer, { segment: '公司' })).toEqual({ segment: { eq: '公司' } });
    expect(whereOf(customer, { phone: '13812345678' })).toEqual({ phone: { eq: '13812345678' } });
  });

  it('join several with and', () => {
    expect(whereOf(customer, { grade: 'A', region: '7' })).toEqual({
      and: [{ grade: { eq: 'A' } }, { region: { id: { eq: '7' } } }],
    });
  });

  it('take lists, spans with an excluded end, and yes or no', () => {
    expect(whereOf(customer, { grade: ['A', 'B'] })).toEqual({ grade: { in: ['A', 'B'] } });
    expect(whereOf(order, { orderedAt: { from: '2026-01-01', to: '2026-02-01' } })).toEqual({
      orderedAt: { between: { from: '2026-01-01', to: '2026-02-01' } },
    });
    expect(whereOf(order, { orderedAt: { from: '2026-01-01' } })).toEqual({
      orderedAt: { gte: '2026-01-01' },
    });
    expect(whereOf(order, { orderedAt: { to: '2026-01-01' } })).toEqual({ orderedAt: { lt: '2026-01-01' } });
    expect(whereOf(order, { orderedAt: { from: '', to: '' } })).toBeUndefined();
    expect(whereOf(order, { returned: 'false' })).toEqual({ returned: { eq: false } });
  });

  it('nest into a relation and pass operators and a whole where through', () => {
    expect(whereOf(customer, { region: { code: 'EAST' } })).toEqual({ region: { code: { eq: 'EAST' } } });
    expect(whereOf(customer, { lastContactAt: { isNull: true } })).toEqual({
      lastContactAt: { isNull: true },
    });
    expect(whereOf(customer, { where: { grade: { ne: 'D' } } })).toEqual({ grade: { ne: 'D' } });
  });

  it('ignore names of an old address that no longer exist', () => {
    expect(whereOf(customer, { colour: 'red', grade: 'A' })).toEqual({ grade: { eq: 'A' } });
  });

  it('search by name, by the beginning of a number, and by a whole phone number only', () => {
    expect(searchOf(customer, '张三')).toEqual({
      or: [
        { customerNo: { startsWith: '张三' } },
        { name: { contains: '张三' } },
        { shortName: { contains: '张三' } },
        { city: { contains: '张三' } },
      ],
    });
    expect(searchOf(customer, '张三', (name) => name === 'customerNo')).toEqual({
      customerNo: { startsWith: '张三' },
    });
    expect(JSON.stringify(searchOf(customer, '13812345678'))).toContain('"phone":{"eq":"13812345678"}');
  });
});

describe('orders', () => {
  it('sort a relation by its title, whatever is chosen falls back to the kind’s own order', () => {
    expect(orderByOf(customer, { field: 'owner', order: 'ASC' })).toEqual([
      { owner: { displayName: 'ASC' } },
    ]);
    expect(orderByOf(order, { field: 'region.code', order: 'DESC' })).toEqual([{ region: { code: 'DESC' } }]);
    expect(orderByOf(order, { field: 'total', order: 'ASC' })).toEqual([{ total: 'ASC' }]);
    expect(orderByOf(order, undefined)).toEqual([{ orderedAt: 'DESC' }]);
    expect(orderByOf(order, { field: 'gone', order: 'ASC' })).toEqual([{ orderedAt: 'DESC' }]);
  });
});

describe('variables of a list', () => {
  it('page by offset, count up to ten thousand, and leave an empty where out', () => {
    expect(listVariables(order, { page: 3, perPage: 50, sort: { field: 'total', order: 'DESC' } })).toEqual({
      orderBy: [{ total: 'DESC' }],
      limit: 50,
      offset: 100,
      countLimit: 10_000,
    });
  });
});
