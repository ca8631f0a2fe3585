import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { impliedRows, isNarrower } from './implied-rows.js';
import type { KindPolicy } from './policy.js';
import { type Company, context, granted, ids, openCompany, policy, select } from './testing/company.js';
import { companyModel } from './testing/company-model.js';

const department = (id: string) => ({ department: { id: { in: [id] } } });
const wholes = (customers: object, orders: object, lines: object) =>
  policy({
    Customer: granted({ where: customers as KindPolicy['restrictions'][number] }),
    Order: granted({ where: orders as KindPolicy['restrictions'][number] }),
    OrderLine: granted({ where: lines as KindPolicy['restrictions'][number] }),
  });

describe('a relation leads to visible records only', () => {
  const implied = (of: ReturnType<typeof policy>) =>
    [...impliedRows(companyModel, of)]
      .filter((name) => /^(Customer|Order)\.(orders|lines|customer)$/.test(name))
      .sort();

  it('when the part’s policy says of the whole what the whole’s own says', () => {
    const ten = department('10');
    expect(implied(wholes(ten, { customer: ten }, { order: { customer: ten } }))).toEqual([
      'Customer.orders',
      'Order.customer',
      'Order.lines',
    ]);
  });

  it('not when it says something else, of other values too', () => {
    expect(
      implied(wholes(department('10'), { customer: department('11') }, { order: { state: { eq: 'OPEN' } } })),
    ).toEqual([]);
    const narrower = wholes(
      department('10'),
      { customer: { and: [department('10'), { grade: { eq: 'GOLD' } }] } },
      { and: [] },
    );
    expect(implied(narrower)).toEqual(['Order.customer']);
  });

  it('not when the part has restrictions that the whole has not', () => {
    const ten = department('10');
    const parts = wholes(ten, { customer: ten }, { order: { customer: ten } });
    const restricted: KindPolicy = {
      ...granted({ where: { customer: ten } }),
      restrictions: [{ state: { ne: 'OPEN' } }],
    };
    const kinds = new Map(parts.kinds).set('Order', restricted);
    expect(implied({ ...parts, kinds })).toEqual(['Order.customer', 'Order.lines']);
  });

  it('and a grant that lies in another one asks nothing of a row', () => {
    const own = {
      and: [
        { and: [department('10'), { owner: { id: { eq: '20' } } }] },
        { partyType: { eq: 'ORGANISATION' } },
      ],
    };
    const grants = [own, department('10'), department('11'), department('10')].map((where, i) => ({
      id: `g${i}`,
      where,
      disclosure: 'PLAIN' as const,
    }));
    const found = impliedRows(companyModel, policy({ Customer: { grants, restrictions: [] } }));
    expect([...found].filter((name) => name.startsWith('Customer#'))).toEqual(['Customer#0', 'Customer#3']);
  });

  it('as the forms of two filters tell', () => {
    const pairs: [object, object, boolean][] = [
      [{ a: { eq: 1 } }, { a: { eq: 1 } }, true],
      [{ a: { eq: 1 }, b: { eq: 2 } }, { a: { eq: 1 } }, true],
      [{ a: { eq: 1 } }, { a: { eq: 1 }, b: { eq: 2 } }, false],
      [{ and: [{ a: { eq: 1 } }, { b: { eq: 2 } }] }, { b: { eq: 2 } }, true],
      [{ or: [{ a: { eq: 1 } }] }, { a: { eq: 1 } }, false],
      [{ not: { a: { eq: 1 }, b: { eq: 1 } } }, { not: { a: { eq: 1 } } }, false],
      [{ r: { none: { a: { eq: 1 }, b: { eq: 1 } } } }, { r: { none: { a: { eq: 1 } } } }, false],
      [
        { rAggregate: { where: { a: { eq: 1 } }, count: { gt: 1 } } },
        { rAggregate: { count: { gt: 1 } } },
        false,
      ],
      [{ a: { in: [1] } }, { a: { in: [1, 2] } }, false],
      [{ a: { eq: 1 } }, {}, false],
    ];
    for (const [narrow, wide, expected] of pairs) {
      expect(isNarrower(narrow as never, wide as never), JSON.stringify([narrow, wide])).toBe(expected);
    }
  });
});

describe('a plan that leaves out what is implied', () => {
  let company: Company;
  beforeAll(async () => {
    company = await openCompany();
  }, 120_000);
  afterAll(() => company.database.close(), 60_000);

  it('is not used for an actor of the same shape to whom it does not apply', async () => {
    const orders = async (customers: string, of: string) => {
      const actor = context(wholes(department(customers), { customer: department(of) }, { and: [] }));
      const { items } = await company.engine.page(
        'Customer',
        {},
        select('items { id orders { id } }'),
        actor,
      );
      return items.map((item) => [item.id, (item['@orders'] as unknown[]).length]);
    };
    expect(await orders('10', '10')).toEqual([
      ['102', 1],
      ['101', 3],
    ]);
    expect(await orders('10', '11')).toEqual([
      ['102', 0],
      ['101', 0],
    ]);
    expect(await orders('11', '11')).toEqual([
      ['104', 0],
      ['103', 1],
    ]);
  });

  it('asks the policy of a record only once', async () => {
    const ten = department('10');
    const actor = context(wholes(ten, { customer: ten }, { order: { customer: ten } }));
    company.database.statements.length = 0;
    await company.engine.page('Order', {}, select('items { id customer { name } lines { id } }'), actor);
    const [orders = '', lines = ''] = company.database.statements;
    expect(orders.match(/JOIN `customer`/g)).toHaveLength(1);
    expect(lines).not.toContain('JOIN');
    expect(await ids(company, 'OrderLine', {}, actor)).toEqual(['5001', '5002', '5003', '5004']);
  });
});
