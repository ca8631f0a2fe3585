import { limitsOf } from '@kehu/domain/access/role-limits';
import { catalogue } from '@kehu/domain/catalogue/catalogue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueTypes } from '../graphql/schema/catalogue-types.js';
import type { Client } from '../testing/client.js';
import { schema } from './act-documents.js';
import { accepting, expectNoFaults, faultsOf, readers } from './refusals.js';
import { deepFilters, type SpoiltQuestion, spoiltAggregates, spoiltLists } from './spoilt-questions.js';
import { changedTables, openWorld, type World } from './world.js';

let world: World;
let gm: Client;
let clerk: Client;
beforeAll(async () => {
  world = await openWorld();
  gm = await world.server.as('gm');
  clerk = await world.server.as('store-staff');
});
afterAll(() => world?.stop());

const { kinds } = catalogueTypes();
expect(kinds.length).toBe(catalogue.length);

/** A query of a root field whose arguments are all variables. */
function question(root: string, selection: string, only?: readonly string[]): string {
  const args = (schema.getQueryType()?.getFields()[root]?.args ?? []).filter(
    ({ name }) => only?.includes(name) ?? true,
  );
  const declared = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  return `query(${declared}) { ${root}(${args.map(({ name }) => `${name}: $${name}`).join(', ')}) { ${selection} } }`;
}

async function tryAll(client: Client, root: string, selection: string, spoilt: readonly SpoiltQuestion[]) {
  const faults: string[] = [];
  for (const [at, { why, args, codes, field }] of spoilt.entries()) {
    const reader = readers[at % readers.length] ?? 'en';
    const answered = await client.query(question(root, selection, Object.keys(args)), {
      variables: args,
      headers: { 'accept-language': accepting[reader] },
    });
    const found = faultsOf(answered, { codes, reader, ...(field ? { field } : {}) });
    faults.push(...found.map((fault) => `${root}, ${why}: ${fault}`));
  }
  return faults;
}

describe('a question that makes no sense', () => {
  it.each(kinds.map(({ plural }) => plural))('about %s is refused where it is wrong', async (plural) => {
    const before = await world.tables();
    expectNoFaults(await tryAll(gm, plural, 'totalCount items { id }', spoiltLists(limitsOf(['GM']))));
    expectNoFaults(await tryAll(gm, `${plural}Aggregate`, 'count', spoiltAggregates));
    expect(changedTables(before, await world.tables())).toEqual([]);
  });

  it('is refused at the limits of whoever asks', async () => {
    expectNoFaults(await tryAll(clerk, 'customers', 'items { id }', spoiltLists(limitsOf(['STORE_STAFF']))));
  });

  it('is refused in numbers and codes of every sort', async () => {
    const where = (why: string, filter: unknown): SpoiltQuestion => ({
      why,
      args: { where: filter },
      codes: ['BAD_USER_INPUT'],
      field: 'where',
    });
    const numbers = ['NaN', 'Infinity', '1e500', '-1e9', '0x10', '', ' 1', '1,000', '9'.repeat(60), true];
    expectNoFaults(
      await tryAll(gm, 'orders', 'items { id }', [
        ...numbers.map((number) => where(`total ${number}`, { total: { gt: number } })),
        where('a code that is none', { state: { eq: 'BROKEN' } }),
        where('a code in small letters', { state: { in: ['draft'] } }),
        where('no quantifier', { lines: {} }),
        where('an unknown quantifier', { lines: { most: { lineNo: { gt: 1 } } } }),
        where('numbers of nothing', { linesAggregate: {} }),
        where('a number of children that is none', { linesAggregate: { count: { gt: 'x' } } }),
        where('an empty number of children', { linesAggregate: { count: {} } }),
        where('a nested filter of nothing', { customer: {} }),
        where('a nested null', { customer: { name: { eq: null } } }),
        where('a flag in words', { returned: { eq: 'true' } }),
      ]),
    );
  });

  it.each([-0.1, 1.1, 1e9])('is refused for the percentile %d', async (p) => {
    const { extensions } = await gm.error(
      'query($p: Float!) { ordersAggregate { percentile(p: $p) { total } } }',
      {
        variables: { p },
      },
    );
    expect(extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('a comparison with another period', () => {
  it.each(['', 'groupBy: [{ state: VALUE }], ', 'groupBy: [{ orderedAt: MONTH_OF_YEAR }], '])(
    'needs periods: %s',
    async (groupBy) => {
      const { extensions } = await gm.error(
        `{ ordersAggregate(${groupBy}compareTo: PREVIOUS_PERIOD) { count previous { count } } }`,
      );
      expect(extensions.code).toBe('BAD_USER_INPUT');
    },
  );
});

describe('a question at the edge', () => {
  it.each([
    ['limit 0', { limit: 0 }, 0],
    ['nothing in a list', { where: { id: { in: [] } } }, 0],
    ['none of nothing', { where: { or: [] } }, 0],
    ['all of nothing', { where: { and: [] } }, 6],
    ['no filter', { where: {} }, 6],
    ['no filter at all', { where: null }, 6],
    ['a child that meets nothing', { where: { orders: { some: { or: [] } } } }, 0],
    ['every child of none', { where: { orders: { every: { or: [] } } } }, 3],
    ['text that looks like SQL', { where: { name: { contains: "' OR '1'='1" } } }, 0],
    ['wild cards as letters', { where: { name: { contains: '%' } } }, 0],
    ['an offset behind the end', { offset: 1000 }, 0],
  ] as const)('%s is answered exactly', async (_, args, rows) => {
    const document = question('customers', 'items { id } totalCount', Object.keys(args));
    const { customers } = await gm.data(document, args);
    expect(customers.items).toHaveLength(rows);
    if (!('limit' in args) && !('offset' in args)) expect(customers.totalCount).toBe(rows);
  });

  it.each([
    '9999-12-31T23:59:59-12:00',
    '9999-12-31T23:59:59Z',
    '9999-12-31',
    '1000-01-01',
    '1000-01-01T00:00:00+14:00',
    '2026-01-01T00:00:00+99:99',
    '0999-12-31',
    '0001-01-01T00:00:00+14:00',
  ])('the instant %s is compared with, or refused', async (at) => {
    for (const operators of [
      { lt: at },
      { gte: at },
      { in: [at] },
      { between: { from: '2020-01-01', to: at } },
    ]) {
      const { errors, data } = await gm.query(question('customers', 'totalCount', ['where']), {
        variables: { where: { createdAt: operators } },
      });
      if (errors.length > 0) expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
      else {
        expect(at).not.toMatch(/99:99|59-12:00/);
        const [name] = Object.keys(operators);
        const all = (name === 'lt' || name === 'between') === at.startsWith('9999');
        expect([name, data.customers.totalCount]).toEqual([name, all && name !== 'in' ? 6 : 0]);
      }
    }
  });

  it('with ids that no record has is answered with nothing', async () => {
    for (const id of ['-1', '0', '1000000000', '99999999999999999999', 'abc', '1 OR 1=1', '1e3', '']) {
      for (const { single } of kinds) {
        const { data, errors } = await gm.query(`query($id: ID!) { ${single}(id: $id) { id } }`, {
          variables: { id },
        });
        expect([single, id, data, errors]).toEqual([single, id, { [single]: null }, []]);
      }
    }
  });

  it.each(deepFilters.map((where, at) => [at, where] as const))(
    'nest %d breaks nothing',
    async (_, where) => {
      const { status, errors, data } = await gm.query(question('customers', 'totalCount', ['where']), {
        variables: { where },
      });
      expect(status).toBeLessThan(500);
      if (errors.length > 0)
        expect(['BAD_USER_INPUT', 'QUERY_TOO_EXPENSIVE']).toContain(errors[0]?.extensions.code);
      else expect(data.customers.totalCount).toBe(6);
    },
  );
});

describe('a cursor', () => {
  const page =
    'query($after: String, $offset: Int, $where: CustomerWhere, $orderBy: [CustomerOrderBy!]) { customers(limit: 1, after: $after, offset: $offset, where: $where, orderBy: $orderBy) { items { id } pageInfo { endCursor } } }';
  const cursorOf = async (client: Client, variables: Record<string, unknown> = {}): Promise<string> =>
    (await client.data(page, variables)).customers.pageInfo.endCursor;
  const refused = async (client: Client, variables: Record<string, unknown>) => {
    const { extensions } = await client.error(page, { variables });
    expect(extensions.code).toBe('BAD_USER_INPUT');
    expect(extensions.fields?.map(({ path }) => path)).toContain('after');
  };

  it('leads through everything once', async () => {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const {
        customers,
      }: { customers: { items: { id: string }[]; pageInfo: { endCursor: string | null } } } = await gm.data(
        page,
        { after },
      );
      ids.push(...customers.items.map(({ id }) => id));
      after = customers.pageInfo.endCursor;
    } while (after !== null && ids.length < 20);
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(6);
  });

  it('of another person, another filter, another order or another kind serves nobody', async () => {
    await refused(clerk, { after: await cursorOf(gm) });
    await refused(gm, { after: await cursorOf(clerk) });
    await refused(gm, { after: await cursorOf(gm, { where: { name: { contains: '王' } } }) });
    await refused(gm, { after: await cursorOf(gm), where: { name: { contains: '王' } } });
    await refused(gm, { after: await cursorOf(gm), orderBy: [{ name: 'ASC' }] });
    const { orders } = await gm.data('{ orders(limit: 1) { pageInfo { endCursor } } }');
    await refused(gm, { after: orders.pageInfo.endCursor });
  });

  it('changed in one place is refused, wherever', async () => {
    const cursor = await cursorOf(gm);
    for (let at = 0; at < cursor.length; at += 7) {
      const letter = cursor[at] === 'A' ? 'B' : 'A';
      await refused(gm, { after: cursor.slice(0, at) + letter + cursor.slice(at + 1) });
    }
    await refused(gm, { after: cursor.slice(0, -4) });
  });

  it('does not go with an offset', async () => {
    await refused(gm, { after: await cursorOf(gm), offset: 1 });
  });

  it('shows nothing of what it stands for', async () => {
    const cursor = await cursorOf(gm, { orderBy: [{ name: 'ASC' }] });
    const inside = Buffer.from(cursor, 'base64url').toString('utf8');
    expect(inside).not.toMatch(/\p{Script=Han}{2}|100\d/u);
  });
});
