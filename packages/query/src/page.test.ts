import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageAnswer } from './engine.js';
import { type Company, context, ids, limits, openCompany, policy, select } from './testing/company.js';

let company: Company;
beforeAll(async () => {
  company = await openCompany();
}, 120_000);
afterAll(() => company.database.close(), 60_000);

const page = (kind: string, args: object, text: string, argsByKey = {}, of = context()) =>
  company.engine.page(kind, args, select(text, argsByKey), of);

async function walk(kind: string, args: object, limit: number): Promise<string[]> {
  const found: string[] = [];
  let after: string | null = null;
  for (let i = 0; i < 20; i++) {
    const answer: PageAnswer = await page(
      kind,
      { ...args, limit, ...(after ? { after } : {}) },
      'items { id } pageInfo { hasNextPage endCursor }',
    );
    found.push(...answer.items.map((item) => String(item.id)));
    if (!answer.pageInfo?.hasNextPage) return found;
    after = answer.pageInfo.endCursor;
  }
  throw new Error('paging does not end');
}

describe('a page', () => {
  it('comes in the kind’s default order with values as they are sent', async () => {
    const { items } = await page(
      'Customer',
      { limit: 2, offset: 3 },
      'items { id no: customerNo name balance birthday createdAt grade }',
    );
    expect(items).toEqual([
      {
        id: '102',
        customerNo: 'C002',
        name: '營業公司',
        balance: null,
        birthday: null,
        createdAt: '2026-02-10T00:00:00.000Z',
        grade: 'BRONZE',
      },
      {
        id: '101',
        customerNo: 'C001',
        name: '张三',
        balance: '100.50',
        birthday: '1990-02-01',
        createdAt: '2026-01-05T00:00:00.000Z',
        grade: 'GOLD',
      },
    ]);
  });

  it('sorts null first in ASC and last in DESC, the id breaking ties in the last direction', async () => {
    expect(await ids(company, 'Customer', { orderBy: [{ balance: 'ASC' }] })).toEqual([
      '102',
      '103',
      '101',
      '105',
      '104',
    ]);
    expect(await ids(company, 'Customer', { orderBy: [{ balance: 'DESC' }] })).toEqual([
      '104',
      '105',
      '101',
      '103',
      '102',
    ]);
  });

  it('sorts names by pinyin, enums by their declared order, and through relations and children', async () => {
    expect(await ids(company, 'Customer', { orderBy: [{ name: 'ASC' }] })).toEqual([
      '103',
      '104',
      '105',
      '102',
      '101',
    ]);
    expect(await ids(company, 'Customer', { orderBy: [{ grade: 'ASC' }] })).toEqual([
      '103',
      '101',
      '105',
      '104',
      '102',
    ]);
    expect(
      await ids(company, 'Customer', { orderBy: [{ region: { code: 'DESC' } }, { id: 'ASC' }] }),
    ).toEqual(['103', '105', '101', '102', '104']);
    expect(
      await ids(company, 'Customer', { orderBy: [{ ordersAggregate: { sum: { total: 'DESC' } } }] }),
    ).toEqual(['103', '101', '102', '105', '104']);
    expect(
      await ids(company, 'Customer', {
        orderBy: [{ ordersAggregate: { where: { state: { eq: 'SHIPPED' } }, count: 'DESC' } }, { id: 'ASC' }],
      }),
    ).toEqual(['101', '102', '103', '104', '105']);
  });

  const orders: object[][] = [
    [],
    [{ balance: 'ASC' }],
    [{ balance: 'DESC' }],
    [{ grade: 'DESC' }, { balance: 'ASC' }],
    [{ region: { code: 'ASC' } }, { grade: 'DESC' }],
    [{ birthday: 'DESC' }, { name: 'ASC' }],
    [{ ordersAggregate: { sum: { total: 'ASC' } } }],
    [{ ordersAggregate: { count: 'DESC' } }],
    [{ id: 'DESC' }],
  ];
  it.each(orders.map((orderBy) => [orderBy]))(
    'pages by cursor through every row once: %j',
    async (orderBy) => {
      const whole = await ids(company, 'Customer', { orderBy });
      expect(whole).toHaveLength(5);
      for (const limit of [1, 2, 3]) expect(await walk('Customer', { orderBy }, limit)).toEqual(whole);
    },
  );

  it('pages through derived values', async () => {
    const orderBy = [{ daysToShip: 'DESC' }];
    expect(await walk('Order', { orderBy }, 1)).toEqual(await ids(company, 'Order', { orderBy }));
  });

  it('counts all rows, up to one more than the limit of the count', async () => {
    const answer = await page('Customer', { limit: 1 }, 'items { id } totalCount few: totalCount', {
      few: { limit: 2 },
    });
    expect(answer['@totalCount']).toBe(5);
    expect(answer['@few']).toBe(3);
  });

  it('runs one statement, which carries the count, and one for each to-many level', async () => {
    const { statements } = company.database;
    statements.length = 0;
    await page('Customer', {}, 'items { id name region { code } owner { name department { name } } }');
    expect(statements).toHaveLength(1);
    statements.length = 0;
    await page('Customer', {}, 'totalCount items { id orders { id lines { id product { name } } } }');
    expect(statements).toHaveLength(3);
    statements.length = 0;
    await page('Customer', {}, 'totalCount');
    expect(statements).toHaveLength(1);
    statements.length = 0;
    const beyond = await page('Customer', { offset: 10 }, 'totalCount items { id }');
    expect(beyond).toEqual({ items: [], '@totalCount': 5 });
    expect(statements).toHaveLength(2);
  });

  it('reads only the selected columns and joins only what is needed', async () => {
    const { statements } = company.database;
    statements.length = 0;
    await page('Customer', {}, 'items { customerNo region { id } }');
    expect(statements[0]).toMatch(/^SELECT t0.`customer_no`, t0.`region_id` FROM/);
    expect(statements[0]).not.toContain('JOIN');
  });

  it('gives times on the organisation’s wall clock when asked', async () => {
    const { items } = await page(
      'Order',
      { where: { id: { eq: '1001' } } },
      'items { orderedAt local: orderedAt }',
      {
        local: { in: 'ORGANISATION' },
      },
    );
    expect(items).toEqual([
      { orderedAt: '2025-12-31T17:00:00.000Z', '@local': '2026-01-01T01:00:00.000+08:00' },
    ]);
  });

  it('reads an enum’s companion by the enum', async () => {
    const { items } = await page('Customer', { limit: 1 }, 'items { gradeLabel }');
    expect(items).toEqual([{ grade: 'GOLD' }]);
  });

  it('is refused when its limit is too large, its cursor another’s, or both cursor and offset are given', async () => {
    await expect(page('Customer', { limit: 201 }, 'items { id }')).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    const first = await page('Customer', { limit: 1 }, 'pageInfo { endCursor }');
    const after = first.pageInfo?.endCursor;
    await expect(page('Customer', { after, offset: 1 }, 'items { id }')).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    for (const [args, of] of [
      [{ after, orderBy: [{ name: 'ASC' }] }, context()],
      [{ after, where: { id: { gt: '1' } } }, context()],
      [{ after }, context(policy(), { actor: 'b' })],
      [{ after: `${after}x` }, context()],
      [{ after: 'abc' }, context()],
    ] as const) {
      await expect(page('Customer', args, 'items { id }', {}, of)).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
      });
    }
    const { items } = await page('Customer', { after }, 'items { id }');
    expect(items).toHaveLength(4);
  });

  it('keeps sorted values out of its cursor', async () => {
    const { pageInfo } = await page(
      'Customer',
      { orderBy: [{ name: 'ASC' }], limit: 1 },
      'pageInfo { endCursor }',
    );
    expect(Buffer.from(pageInfo?.endCursor ?? '', 'base64url').toString('latin1')).not.toContain('anna');
  });
});

describe('one record', () => {
  const one = (id: string, text: string) => company.engine.one('Customer', id, select(text), context());
  it('comes with what hangs on it', async () => {
    expect(await one('101', 'name profile { motto } orders { orderNo } region { customers { id } }')).toEqual(
      {
        name: '张三',
        profile: { motto: '客户至上' },
        '@orders': [{ orderNo: 'SO-1003' }, { orderNo: 'SO-1002' }, { orderNo: 'SO-1001' }],
        region: { '@customers': [{ id: '102' }, { id: '101' }] },
      },
    );
  });
  it('is null when there is none, the id being a number or not', async () => {
    expect(await one('999', 'id')).toBeNull();
    expect(await one('x', 'id')).toBeNull();
    expect(await one('99999999999999999999', 'id')).toBeNull();
    expect(await one('101 OR 1=1', 'id')).toBeNull();
  });
});

describe('a nested list', () => {
  it('takes filter, order, limit and offset for each parent', async () => {
    const { items } = await page(
      'Customer',
      { orderBy: [{ id: 'ASC' }], limit: 3 },
      'items { id two: orders { id } later: orders { id } shipped: orders { id } }',
      {
        two: { limit: 2 },
        later: { offset: 1, limit: 1, orderBy: [{ total: 'DESC' }] },
        shipped: { where: { state: { eq: 'SHIPPED' } }, orderBy: [{ orderedAt: 'ASC' }] },
      },
    );
    expect(items).toEqual([
      {
        id: '101',
        '@two': [{ id: '1003' }, { id: '1002' }],
        '@later': [{ id: '1001' }],
        '@shipped': [{ id: '1002' }, { id: '1003' }],
      },
      { id: '102', '@two': [{ id: '1004' }], '@later': [], '@shipped': [] },
      { id: '103', '@two': [{ id: '1005' }], '@later': [], '@shipped': [] },
    ]);
  });

  it('goes through chains of relations, every record once', async () => {
    const { items } = await page(
      'Customer',
      { where: { id: { in: ['101', '104'] } } },
      'items { id orderLines { id } products { name } few: products { name } }',
      {
        few: { limit: 1, orderBy: [{ id: 'DESC' }] },
        products: { orderBy: [{ id: 'ASC' }] },
        orderLines: { orderBy: [{ id: 'ASC' }] },
      },
    );
    expect(items).toEqual([
      { id: '104', '@orderLines': [], '@products': [], '@few': [] },
      {
        id: '101',
        '@orderLines': [{ id: '5001' }, { id: '5002' }, { id: '5003' }, { id: '5004' }],
        '@products': [{ name: '桌子' }, { name: '电话' }, { name: '美术' }],
        '@few': [{ name: '美术' }],
      },
    ]);
  });

  it('is refused when a parent has more children than may be returned', async () => {
    const few = { ...policy(), limits: { ...limits, children: 2 } };
    await expect(page('Customer', {}, 'items { orders { id } }', {}, context(few))).rejects.toMatchObject({
      code: 'QUERY_TOO_EXPENSIVE',
      problems: [{ values: { part: 'Customer.orders' } }],
    });
  });
});

describe('the records of an answer', () => {
  it('are limited in all', async () => {
    const few = context({ ...policy(), limits: { ...limits, rows: 8 } });
    const { items } = await page('Customer', { limit: 3 }, 'items { orders { id } }', {}, few);
    expect(items).toHaveLength(3);
    await expect(page('Customer', {}, 'items { orders { id } }', {}, few)).rejects.toMatchObject({
      code: 'QUERY_TOO_EXPENSIVE',
      problems: [{ message: 'read.tooManyRows', values: { part: 'Customer.orders', limit: 8 } }],
    });
  });
});

describe('cost', () => {
  it('is refused before running, with the most expensive part named', async () => {
    company.database.statements.length = 0;
    const text = 'items { orders { lines { product { orderLines { id } } } } }';
    await expect(page('Customer', { limit: 200 }, text)).rejects.toMatchObject({
      code: 'QUERY_TOO_EXPENSIVE',
      problems: [{ values: { limit: 5000, part: 'Product.orderLines' } }],
    });
    expect(company.database.statements).toEqual([]);
  });
  it('has a limit of relations in one statement, below what the database joins', async () => {
    const nested = (pairs: number): string =>
      pairs === 0 ? 'name' : `profile { customer { ${nested(pairs - 1)} } }`;
    const { items } = await page('Customer', { limit: 1 }, `items { ${nested(49)} }`);
    expect(items).toHaveLength(1);
    await expect(page('Customer', {}, `items { ${nested(50)} }`)).rejects.toMatchObject({
      code: 'QUERY_TOO_EXPENSIVE',
      problems: [{ message: 'read.tooManyJoins', values: { limit: 50 } }],
    });
  });
  it('counts aliases', async () => {
    const aliases = Array.from({ length: 26 }, (_, i) => `a${i}: orders { id }`).join(' ');
    await expect(page('Customer', { limit: 1 }, `items { ${aliases} }`)).rejects.toMatchObject({
      code: 'QUERY_TOO_EXPENSIVE',
    });
  });
  it('stands in the explanation with the statements, values staying out', async () => {
    const explain = { statements: [], cost: 0 } as {
      statements: { sql: string; rows: number; milliseconds: number }[];
      cost: number;
    };
    await page(
      'Customer',
      { where: { customerNo: { eq: 'C001' } } },
      'items { id }',
      {},
      context(policy(), { explain }),
    );
    expect(explain.cost).toBeGreaterThan(25);
    expect(explain.statements).toHaveLength(1);
    expect(explain.statements[0]).toMatchObject({ rows: 1 });
    expect(JSON.stringify(explain)).not.toContain('C001');
  });
});
