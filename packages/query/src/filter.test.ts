import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Company, context, ids, openCompany, select } from './testing/company.js';

let company: Company;
beforeAll(async () => {
  company = await openCompany();
}, 120_000);
afterAll(() => company.database.close(), 60_000);

const byId = [{ id: 'ASC' }];
const customers = (where: object) => ids(company, 'Customer', { where, orderBy: byId });
const orders = (where: object) => ids(company, 'Order', { where, orderBy: byId });
const everyCustomer = ['101', '102', '103', '104', '105'];

describe('a filter', () => {
  it('compares exactly, null rows belonging to the complement', async () => {
    expect(await customers({ grade: { eq: 'GOLD' } })).toEqual(['101', '105']);
    expect(await customers({ grade: { ne: 'GOLD' } })).toEqual(['102', '103', '104']);
    expect(await customers({ grade: { notIn: ['GOLD', 'BRONZE'] } })).toEqual(['103', '104']);
    expect(await customers({ not: { grade: { in: ['GOLD', 'BRONZE'] } } })).toEqual(['103', '104']);
    expect(await customers({ grade: { isNull: true } })).toEqual(['103']);
    expect(await customers({ balance: { gte: '100.5' } })).toEqual(['101', '104', '105']);
    expect(await customers({ not: { balance: { gte: '100.5' } } })).toEqual(['102', '103']);
    expect(await customers({ balance: { eq: '99999999999.99' } })).toEqual(['104']);
    expect(await customers({ balance: { in: ['99999999999.99', '-3.25'] } })).toEqual(['103', '104']);
  });

  it('tells texts apart that differ by blanks at their end, in a form that an index serves', async () => {
    company.database.statements.length = 0;
    expect(await customers({ customerNo: { eq: 'C001 ' } })).toEqual([]);
    expect(company.database.statements.join('\n')).toMatch(/customer_no`? = \?/);
    expect(await customers({ customerNo: { ne: 'C001 ' } })).toEqual(everyCustomer);
    expect(await customers({ not: { customerNo: { eq: 'C001  ' } } })).toEqual(everyCustomer);
    expect(await customers({ customerNo: { in: ['C001 ', 'C002'] } })).toEqual(['102']);
    expect(await customers({ email: { notIn: ['a@x.cn ', 'anna@y.com'] } })).not.toContain('103');
    expect(await customers({ email: { notIn: ['a@x.cn ', 'anna@y.com'] } })).toContain('101');
    expect(await customers({ region: { code: { eq: 'EAST ' } } })).toEqual([]);
    expect(await customers({ name: { startsWith: 'anna_50% ' } })).toEqual([]);
  });

  it('finds text folded by script and case, wildcards being plain characters', async () => {
    expect(await customers({ name: { contains: '营业' } })).toEqual(['102']);
    expect(await customers({ name: { startsWith: 'ANNA_' } })).toEqual(['103']);
    expect(await customers({ name: { contains: '%' } })).toEqual(['103']);
    expect(await customers({ name: { contains: 'n_a' } })).toEqual([]);
    expect(await customers({ name: { eq: 'anna_50%' } })).toEqual([]);
    expect(await customers({ not: { name: { contains: '营业' } } })).toEqual(['101', '103', '104', '105']);
  });

  it('combines with and, or, not; nothing to choose from is none, nothing to meet is all', async () => {
    expect(await customers({ or: [{ id: { eq: '101' } }, { grade: { eq: 'SILVER' } }] })).toEqual([
      '101',
      '104',
    ]);
    expect(await customers({ or: [] })).toEqual([]);
    expect(await customers({ and: [] })).toEqual(everyCustomer);
    expect(await customers({ not: { or: [] } })).toEqual(everyCustomer);
    expect(await customers({ id: { in: [] } })).toEqual([]);
    expect(await customers({ id: { notIn: [] } })).toEqual(everyCustomer);
    expect(await customers({ not: { and: [{ grade: { eq: 'GOLD' } }, { balance: { gt: '1' } }] } })).toEqual([
      '102',
      '103',
      '104',
    ]);
  });

  it('reaches through to-one relations, an absent record being one of nulls', async () => {
    expect(await customers({ region: { code: { eq: 'EAST' } } })).toEqual(['101', '102']);
    expect(await customers({ region: { code: { ne: 'EAST' } } })).toEqual(['103', '104', '105']);
    expect(await customers({ region: { id: { isNull: true } } })).toEqual(['104']);
    expect(await customers({ department: { region: { code: { eq: 'NORTH' } } } })).toEqual(['103', '104']);
    expect(await customers({ profile: { motto: { eq: 'carpe diem' } } })).toEqual(['103']);
    expect(await customers({ profile: { id: { isNull: true } } })).toEqual(['102', '104', '105']);
  });

  it('asks children by some, none and every', async () => {
    const open = { state: { eq: 'OPEN' } };
    expect(await customers({ orders: { some: open } })).toEqual(['101', '103']);
    expect(await customers({ orders: { none: open } })).toEqual(['102', '104', '105']);
    expect(await customers({ orders: { every: open } })).toEqual(['103', '104', '105']);
    expect(await customers({ not: { orders: { every: open } } })).toEqual(['101', '102']);
    expect(await customers({ orders: { some: {} } })).toEqual(['101', '102', '103']);
    expect(await customers({ orderLines: { some: { product: { category: { eq: '家具' } } } } })).toEqual([
      '101',
    ]);
    expect(await customers({ products: { some: { name: { eq: '电话' } } } })).toEqual(['101', '103']);
  });

  it('takes children as numbers', async () => {
    expect(await customers({ ordersAggregate: { count: { gte: 2 } } })).toEqual(['101']);
    expect(await customers({ ordersAggregate: { count: { eq: 0 } } })).toEqual(['104', '105']);
    expect(
      await customers({ ordersAggregate: { where: { returned: { eq: true } }, count: { eq: 1 } } }),
    ).toEqual(['101']);
    expect(await customers({ ordersAggregate: { sum: { total: { gt: '380.7499' } } } })).toEqual([
      '101',
      '103',
    ]);
    expect(await customers({ ordersAggregate: { sum: { total: { isNull: true } } } })).toEqual([
      '104',
      '105',
    ]);
    expect(
      await customers({ orderLinesAggregate: { countDistinct: { product: { category: { eq: 2 } } } } }),
    ).toEqual(['101']);
    expect(await customers({ orderLinesAggregate: { countDistinct: { product: { eq: 3 } } } })).toEqual([
      '101',
    ]);
    expect(await customers({ productsAggregate: { count: { eq: 3 } } })).toEqual(['101']);
  });

  it('compares column against column and derived fields', async () => {
    expect(await orders({ shippedAt: { gtField: 'requiredAt' } })).toEqual(['1002']);
    expect(await orders({ not: { shippedAt: { gtField: 'requiredAt' } } })).toHaveLength(5);
    expect(await orders({ shippedLate: { eq: true } })).toEqual(['1002']);
    expect(await orders({ daysToShip: { gte: 1.5, lt: 2 } })).toEqual(['1003']);
    expect(await orders({ daysToShip: { eq: 3 } })).toEqual(['1002']);
  });

  it('reads times without an offset on the wall clock of the organisation', async () => {
    const year = { from: '2026-01-01', to: '2026-02-01' };
    expect(await orders({ orderedAt: { between: year } })).toEqual(['1001', '1002', '1003']);
    expect(await orders({ orderedAt: { lt: '2026-01-01T00:00:00Z' } })).toEqual(['1001']);
    expect(await orders({ orderedAt: { gte: '2026-01-20T18:00+08:00' } })).toEqual([
      '1003',
      '1004',
      '1005',
      '1006',
    ]);
    expect(await orders({ orderedAt: { inLast: { days: 12 } } })).toEqual(['1006']);
    expect(await orders({ orderedAt: { inLast: { days: 13 } } })).toEqual(['1005', '1006']);
    expect(await orders({ orderedAt: { inLast: { months: 2 } } })).toEqual(['1004', '1005', '1006']);
    expect(await customers({ birthday: { between: { from: '1985-12-31', to: '1990-02-01' } } })).toEqual([
      '103',
    ]);
  });

  it('finds an encrypted value by its hash', async () => {
    expect(await customers({ phone: { eq: '13800000001' } })).toEqual(['101', '105']);
    expect(await customers({ phone: { ne: '13800000001' } })).toEqual(['102', '103', '104']);
    expect(await customers({ phone: { isNull: true } })).toEqual(['103']);
  });
});

describe('a filter that cannot be meant', () => {
  const refused: readonly [string, object, string][] = [
    ['a null operand', { name: { eq: null } }, 'where.name.eq'],
    ['an operand left out', { name: { eq: undefined } }, 'where.name.eq'],
    ['no operator', { name: {} }, 'where.name'],
    ['no field of a relation', { region: {} }, 'where.region'],
    ['nothing to negate', { not: {} }, 'where.not'],
    ['nothing in an element', { or: [{}] }, 'where.or.0'],
    ['an unknown field', { nope: { eq: 1 } }, 'where.nope'],
    ['an unknown operator', { name: { like: 'x' } }, 'where.name.like'],
    ['an operator that every object has', { name: { constructor: 'x' } }, 'where.name.constructor'],
    [
      'a comparison with a field that is none',
      { name: { toStringField: 'name' } },
      'where.name.toStringField',
    ],
    [
      'an order on an enum against a column',
      { partyType: { gtField: 'partyType' } },
      'where.partyType.gtField',
    ],
    ['contains on an encrypted field', { phone: { contains: '1380' } }, 'where.phone.contains'],
    ['an id that is none', { id: { eq: "1' OR 1=1" } }, 'where.id.eq'],
    ['an impossible date', { birthday: { eq: '2026-02-30' } }, 'where.birthday.eq'],
    ['an impossible time', { createdAt: { gt: '2026-13-01' } }, 'where.createdAt.gt'],
    ['a code that does not exist', { grade: { eq: 'PLATINUM' } }, 'where.grade.eq'],
    ['a decimal that is none', { balance: { gt: '1e5' } }, 'where.balance.gt'],
    ['a null in a list', { id: { in: [null] } }, 'where.id.in.0'],
    ['a list that is too long', { id: { in: Array.from({ length: 501 }, (_, i) => i) } }, 'where.id.in'],
  ];
  it.each(refused)('is refused with its path: %s', async (_name, where, path) => {
    await expect(customers(where)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', problems: [{ path }] });
  });

  it('is refused when it has too many conditions', async () => {
    const or = Array.from({ length: 21 }, () => ({ id: { eq: '1' } }));
    await expect(customers({ or })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('counts the conditions that were written, however often they are compiled', async () => {
    const or = Array.from({ length: 20 }, () => ({ id: { eq: '101' } }));
    const selection = select('totalCount first: totalCount items { id }');
    const page = await company.engine.page('Customer', { where: { or } }, selection, context());
    expect(page).toEqual({ items: [{ id: '101' }], '@totalCount': 1, '@first': 1 });
    expect(await company.engine.page('Customer', { where: { or } }, select('totalCount'), context())).toEqual(
      {
        items: [],
        '@totalCount': 1,
      },
    );
    const tooMany = { where: { or: [...or, ...or] } };
    await expect(
      company.engine.page('Customer', tooMany, select('totalCount'), context()),
    ).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });

  it('never runs a statement', async () => {
    company.database.statements.length = 0;
    await expect(ids(company, 'Customer', { where: { name: {} } }, context())).rejects.toThrow();
    expect(company.database.statements).toEqual([]);
  });
});
