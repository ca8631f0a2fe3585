import { role } from '@kehu/domain/access/roles';
import { catalogue } from '@kehu/domain/catalogue/catalogue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '../demo/load.js';
import { loginOf } from '../testing/small-house.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { type Canaries, namesIn, piecesOf, readCanaries } from './canaries.js';
import { asked, counted, type Group, inOrder } from './shown-question.js';
import { leaveTraces } from './traces.js';
import { recordsWith, textsIn, type Walked, walk } from './walk.js';

const logins = role.codes.map(loginOf);
let server: TestServer;
let canaries: Canaries;

const rows = <Row>(sql: string, values: readonly (string | number)[] = []) =>
  server.services.database.query<Row>(sql, [...values]);
const columnOf = async (sql: string, values: readonly (string | number)[] = []) =>
  (await rows<{ v: unknown }>(sql, values)).map(({ v }) => String(v));

beforeAll(async () => {
  server = await startTestServer({
    seed: async (services) => {
      await loadDemo(services, { today: services.clock.now(), password: 'kehu-demo' });
    },
  });
  await leaveTraces(server);
  canaries = await readCanaries(server.services);
}, 240_000);
afterAll(() => server?.stop());

describe('amount, profit and orders per region, month and segment, of customers with five orders', () => {
  const storeOf = (login: string) =>
    `c.store_id = (SELECT department_id FROM staff WHERE login = '${login}')`;
  const ownerIs = (login: string) => `c.owner_id = (SELECT id FROM staff WHERE login = '${login}')`;

  it.each([
    ['analyst', 'TRUE'],
    ['gm', 'TRUE'],
    ['store-staff', storeOf('store-staff')],
    ['store-sup', storeOf('store-sup')],
    ['kam', ownerIs('kam')],
  ])('as %s are those of the records that he sees', async (login, visible) => {
    const expected = await counted(server.services.database, visible);
    expect(expected.length).toBeGreaterThan(3);
    expect(inOrder(await asked(await server.as(login)))).toEqual(inOrder(expected));
  });

  it('as store staff are fewer than as general manager', async () => {
    const sum = (groups: readonly Group[]) => groups.reduce((total, { orders }) => total + orders, 0);
    expect(sum(await asked(await server.as('store-staff')))).toBeLessThan(
      sum(await asked(await server.as('gm'))) / 4,
    );
  });
});

describe('store staff', () => {
  const store = "(SELECT department_id FROM staff WHERE login = 'store-staff')";
  const mine = `FROM customer c WHERE c.store_id = ${store}`;
  const count = async (sql: string) => Number((await columnOf(`SELECT COUNT(*) AS v ${sql}`))[0]);
  const clerk = () => server.as('store-staff');

  it('counts the own store’s customers on every way to them', async () => {
    const own = await count(mine);
    const { data } = {
      data: await (await clerk()).data(`{
      customers { totalCount } customersAggregate { count }
      regions(limit: 50) { items { customersAggregate { count } customers(limit: 1) { store { id } } } }
      departments(limit: 100) { items { id storeCustomersAggregate { count } } }
      staffMembers(limit: 100) { items { ownedCustomersAggregate { count } } } }`),
    };
    const [storeId] = await columnOf(`SELECT ${store} AS v`);
    const total = (items: readonly Record<string, readonly { count: number }[]>[], name: string) =>
      items.reduce((sum, item) => sum + (item[name]?.[0]?.count ?? 0), 0);
    expect(data.customers.totalCount).toBe(own);
    expect(data.customersAggregate[0].count).toBe(own);
    expect(total(data.regions.items, 'customersAggregate')).toBe(
      await count(`${mine} AND c.region_id IS NOT NULL`),
    );
    expect(total(data.departments.items, 'storeCustomersAggregate')).toBe(own);
    expect(total(data.staffMembers.items, 'ownedCustomersAggregate')).toBe(
      await count(`${mine} AND c.owner_id IS NOT NULL`),
    );
    for (const { customers } of data.regions.items)
      for (const customer of customers) expect(customer.store.id).toBe(storeId);
  });

  it('sums the own store’s orders on every way to them', async () => {
    const { products, ordersAggregate, orderLinesAggregate } = await (await clerk()).data(`{
      products(limit: 200) { items { orderLinesAggregate { count sum { amount } } } }
      ordersAggregate { count sum { total } } orderLinesAggregate { count sum { amount } } }`);
    const [orders] = await rows<{ n: string; total: string }>(
      `SELECT COUNT(*) AS n, SUM(o.total) AS total FROM sales_order o JOIN customer c ON c.id = o.customer_id WHERE c.store_id = ${store}`,
    );
    const [lines] = await rows<{ n: string; total: string }>(
      `SELECT COUNT(*) AS n, SUM(l.amount) AS total FROM order_line l JOIN sales_order o ON o.id = l.order_id JOIN customer c ON c.id = o.customer_id WHERE c.store_id = ${store}`,
    );
    expect([ordersAggregate[0].count, Number(ordersAggregate[0].sum.total)]).toEqual([
      Number(orders?.n),
      Number(orders?.total),
    ]);
    expect([orderLinesAggregate[0].count, Number(orderLinesAggregate[0].sum.amount)]).toEqual([
      Number(lines?.n),
      Number(lines?.total),
    ]);
    const through = products.items.reduce(
      (sum: number, item: { orderLinesAggregate: { count: number }[] }) =>
        sum + (item.orderLinesAggregate[0]?.count ?? 0),
      0,
    );
    expect(through).toBe(Number(lines?.n));
  });

  it('cannot ask about other stores by filter or order', async () => {
    const [other] = await rows<{ id: string; name: string; store: string; owner: string }>(
      `SELECT c.id, c.name, c.store_id AS store, c.owner_id AS owner FROM customer c WHERE c.store_id <> ${store} AND c.owner_id IS NOT NULL ORDER BY c.id LIMIT 1`,
    );
    if (!other) throw new Error('There is one store only.');
    const gm = await (await server.as('gm')).data(
      `{ departments(where: { storeCustomers: { some: { id: { eq: "${other.id}" } } } }) { totalCount } }`,
    );
    expect(gm.departments.totalCount).toBe(1);
    const answers = await (await clerk()).data(`{
      customer(id: "${other.id}") { id }
      byName: customers(where: { id: { eq: "${other.id}" } }) { totalCount }
      stores: departments(where: { storeCustomers: { some: { id: { eq: "${other.id}" } } } }) { totalCount }
      every: departments(where: { id: { eq: "${other.store}" }, storeCustomers: { every: { name: { eq: "" } } } }) { totalCount }
      none: departments(where: { id: { eq: "${other.store}" }, storeCustomers: { none: {} } }) { totalCount }
      numbers: departments(where: { id: { eq: "${other.store}" }, storeCustomersAggregate: { count: { gt: 0 } } }) { totalCount }
      owners: staffMembers(where: { ownedCustomers: { some: { id: { eq: "${other.id}" } } } }) { totalCount }
      owner: staff(id: "${other.owner}") { ownedCustomers(limit: 500) { id } ownedOrdersAggregate { count } }
    }`);
    const { owner, ...rest } = answers;
    expect(rest).toEqual({
      customer: null,
      byName: { totalCount: 0 },
      stores: { totalCount: 0 },
      every: { totalCount: 1 },
      none: { totalCount: 1 },
      numbers: { totalCount: 0 },
      owners: { totalCount: 0 },
    });
    const ids = (owner?.ownedCustomers ?? []).map(({ id }: { id: string }) => id);
    expect(ids).not.toContain(String(other.id));
    const sorted = await (await clerk()).data(
      '{ departments(limit: 100, orderBy: [{ storeCustomersAggregate: { count: DESC } }]) { items { id storeCustomersAggregate { count } } } }',
    );
    const counts = sorted.departments.items.map(
      (item: { storeCustomersAggregate: { count: number }[] }) => item.storeCustomersAggregate[0]?.count,
    );
    expect(counts.slice(1).every((n: number) => n === 0)).toBe(true);
  });
});

describe('whatever is asked, along every way', () => {
  const walks = new Map<string, Promise<Walked>>();
  const walked = (login: string): Promise<Walked> => {
    const known = walks.get(login) ?? server.as(login).then(walk);
    walks.set(login, known);
    return known;
  };

  it('would find what gets out: a search for what is planted', () => {
    const [identifier = ''] = canaries.identifiers;
    const [person = ''] = [...canaries.persons].filter((name) => name.length === 3);
    expect(canaries.identifiers.size).toBeGreaterThan(4000);
    expect(canaries.persons.size).toBeGreaterThan(1000);
    const answer = {
      a: [{ note: `致电 13912349876，或 ouyang.xiaoyu@example.com，找${person}` }, { phone: identifier }],
    };
    const found = [...textsIn(answer)].flatMap(([, text]) =>
      piecesOf(text).filter((piece) => canaries.identifiers.has(piece)),
    );
    expect([...new Set(found)]).toEqual(['13912349876', 'ouyang.xiaoyu@example.com', identifier]);
    expect([...textsIn(answer)].flatMap(([, text]) => namesIn(text, canaries.persons))).toContain(person);
  });

  /** Phones and e-mails of organisations that a person owns and may see plainly. */
  async function ownContacts(login: string): Promise<ReadonlySet<string>> {
    const { codec } = server.services;
    const found = await rows<{ phone: Buffer | null; own: Buffer | null; email: string | null }>(
      `SELECT k.phone_cipher AS phone, c.phone_cipher AS own, k.email AS email FROM customer c
       JOIN staff s ON s.id = c.owner_id LEFT JOIN contact k ON k.customer_id = c.id
       WHERE s.login = ? AND c.party_type = 'ORGANISATION'`,
      [login],
    );
    return new Set(
      found.flatMap(({ phone, own, email }) => [
        ...(phone ? [codec.decrypt(phone)] : []),
        ...(own ? [codec.decrypt(own)] : []),
        ...(email ? [email] : []),
      ]),
    );
  }
  const ownersSee = ['store-staff', 'store-sup', 'ops-cs', 'kam', 'rm', 'area-manager'];

  it.each(logins)('%s is answered or refused in form, and by nothing else', async (login) => {
    const { odd, answers, closed } = await walked(login);
    expect(odd).toEqual([]);
    expect(answers.length).toBeGreaterThan(10);
    if (login === 'gm') expect([...closed.kinds]).toEqual([]);
    // The administrator and the privacy officer see no case and no customer, and yet a good part of the house.
    expect(closed.kinds.size).toBeLessThan(catalogue.length - 20);
  });

  it.each(logins)('%s sees no identifier in full but those of own business contacts', async (login) => {
    const { answers, texts } = await walked(login);
    const allowed = ownersSee.includes(login) ? await ownContacts(login) : new Set<string>();
    const leaks = new Set<string>();
    let plain = 0;
    for (const answer of answers) {
      for (const [field, text] of textsIn(answer)) {
        for (const piece of piecesOf(text)) {
          if (!canaries.identifiers.has(piece)) continue;
          if (allowed.has(piece)) plain += 1;
          else leaks.add(`${field}: ${text.slice(0, 120)}`);
        }
      }
    }
    expect([...leaks]).toEqual([]);
    if (login === 'kam') expect(plain).toBeGreaterThan(0);
    expect(texts.length).toBeGreaterThan(10);
  });

  /** Customers whose business secrets somebody may see, by the matrix written out as SQL. */
  const me = (login: string, column: string) => `(SELECT ${column} FROM staff WHERE login = '${login}')`;
  const secretsOf: Readonly<Record<string, string>> = {
    gm: 'TRUE',
    finance: 'TRUE',
    kam: `owner_id = ${me('kam', 'id')}`,
    rm: `owner_id = ${me('rm', 'id')}`,
    'area-manager': `region_id = ${me('area-manager', 'region_id')}`,
    'risk-mgr': `region_id = ${me('risk-mgr', 'region_id')}`,
    'dept-head': `department_id IN (WITH RECURSIVE d AS (SELECT id FROM department WHERE id = ${me('dept-head', 'department_id')} UNION ALL SELECT k.id FROM department k JOIN d ON k.parent_id = d.id) SELECT id FROM d)`,
  };
  const comparable = (value: string) => (/^[\d.]+$/.test(value) ? Number(value) : value);
  const secretFields = ['annualSales', 'salesRecord', 'creditStatus', 'creditLimit'];

  it.each(logins)('%s sees no business secret without the right to it', async (login) => {
    const { answers, closed, texts } = await walked(login);
    const allowed = new Set(
      await columnOf(
        `SELECT p.id AS v FROM organisation_profile p JOIN customer c ON c.id = p.customer_id WHERE ${secretsOf[login] ?? 'FALSE'}`,
      ),
    );
    let seen = 0;
    for (const field of secretFields) {
      for (const record of recordsWith(answers, field)) {
        // The audit trail says that it changed, not from what to what.
        if (record[field] === null || record[field] === '***') continue;
        seen += 1;
        if (record.id === undefined) {
          // The smallest and the largest: of the rows that are seen.
          const column = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
          const values = await columnOf(
            `SELECT ${column} AS v FROM organisation_profile WHERE id IN (${[...allowed].join(', ')})`,
          );
          expect([field, values.map(comparable)]).toEqual([
            field,
            expect.arrayContaining([comparable(String(record[field]))]),
          ]);
          continue;
        }
        expect([field, record.id, allowed.has(String(record.id))]).toEqual([field, record.id, true]);
      }
    }
    if (secretsOf[login]) expect(seen).toBeGreaterThan(0);
    else if (!closed.kinds.has('OrganisationProfile') && login !== 'credit-reviewer')
      expect(secretFields.filter((field) => !closed.fields.has(`OrganisationProfile.${field}`))).toEqual([]);
    const told = texts.filter((text) => text.includes('7654321.98') || text.includes('绝密评语甲'));
    if (!secretsOf[login]) expect(told).toEqual([]);
  });

  it('the analyst sees no name of a person', async () => {
    const { answers } = await walked('analyst');
    const leaks = new Set<string>();
    for (const answer of answers)
      for (const [field, text] of textsIn(answer))
        for (const name of namesIn(text, canaries.persons)) leaks.add(`${field}: ${text} (${name})`);
    expect([...leaks].slice(0, 20)).toEqual([]);
  });

  it.each(['sys-admin', 'privacy-officer'])('%s sees nothing of customers', async (login) => {
    const { answers, closed } = await walked(login);
    const content = [
      'Customer',
      'Contact',
      'CustomerAddress',
      'CustomerTag',
      'CustomerHistory',
      'PersonProfile',
    ];
    content.push('OrganisationProfile', 'Order', 'OrderLine', 'Product', 'VisitorRegistration');
    expect(content.filter((kind) => !closed.kinds.has(kind))).toEqual([]);
    const leaks = new Set<string>();
    for (const answer of answers) {
      for (const [field, text] of textsIn(answer)) {
        const names = namesIn(text, canaries.customers).filter((name) => !staffNames.has(name));
        if (
          names.length > 0 ||
          piecesOf(text).some((piece) => canaries.customers.has(piece) && !staffNames.has(piece))
        )
          leaks.add(`${field}: ${text.slice(0, 100)}`);
      }
    }
    expect([...leaks].slice(0, 20)).toEqual([]);
  });
  const staffNames = new Set<string>();
  beforeAll(async () => {
    for (const name of await columnOf('SELECT display_name AS v FROM staff')) staffNames.add(name);
  });
});
