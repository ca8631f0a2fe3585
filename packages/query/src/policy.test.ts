import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KindPolicy } from './policy.js';
import { type Company, context, granted, ids, openCompany, policy, select } from './testing/company.js';

let company: Company;
beforeAll(async () => {
  company = await openCompany();
}, 120_000);
afterAll(() => company.database.close(), 60_000);

const all = { and: [] };
const ofDepartment10: KindPolicy = granted({ where: { department: { id: { eq: '10' } } } });
const read = async (
  kind: string,
  args: object,
  text: string,
  kinds: Record<string, KindPolicy | null>,
  byKey = {},
) => (await company.engine.page(kind, args, select(text, byKey), context(policy(kinds)))).items;

describe('row policy', () => {
  const kinds = { Customer: ofDepartment10 };
  const of = context(policy(kinds));

  it('holds in lists, counts and single records', async () => {
    expect(await ids(company, 'Customer', {}, of)).toEqual(['102', '101']);
    const { '@totalCount': count } = await company.engine.page('Customer', {}, select('totalCount'), of);
    expect(count).toBe(2);
    expect(await company.engine.one('Customer', '103', select('id'), of)).toBeNull();
    expect(await company.engine.one('Customer', '101', select('id'), of)).toEqual({ id: '101' });
  });

  it('makes a related record that is not visible null', async () => {
    const items = await read('Order', { orderBy: [{ id: 'ASC' }] }, 'items { id customer { name } }', kinds);
    expect(items.map((i) => i.customer)).toEqual([
      { name: '张三' },
      { name: '张三' },
      { name: '张三' },
      { name: '營業公司' },
      null,
      null,
    ]);
    const idsOnly = await read(
      'Order',
      { orderBy: [{ id: 'DESC' }], limit: 2 },
      'items { customer { id } }',
      kinds,
    );
    expect(idsOnly).toEqual([{ customer: null }, { customer: null }]);
  });

  it('holds in nested lists and through chains', async () => {
    const regions = await read(
      'Region',
      { orderBy: [{ id: 'ASC' }] },
      'items { customers { id } few: customers { id } }',
      kinds,
      {
        few: { limit: 5 },
      },
    );
    expect(regions).toEqual([
      { '@customers': [{ id: '102' }, { id: '101' }], '@few': [{ id: '102' }, { id: '101' }] },
      { '@customers': [], '@few': [] },
    ]);
    const shipped = { Order: granted({ where: { state: { eq: 'SHIPPED' } } }) };
    const lines = await read(
      'Customer',
      { where: { id: { eq: '101' } } },
      'items { orderLines { id } products { id } }',
      shipped,
      {
        orderLines: { orderBy: [{ id: 'ASC' }] },
      },
    );
    expect(lines).toEqual([
      { '@orderLines': [{ id: '5003' }, { id: '5004' }], '@products': [{ id: '301' }, { id: '303' }] },
    ]);
  });

  it('holds in filters: what one may not see does not exist', async () => {
    const named = { where: { customer: { name: { eq: 'Anna_50%' } } } };
    expect(await ids(company, 'Order', named, of)).toEqual([]);
    expect(await ids(company, 'Order', { where: { customer: { id: { eq: '103' } } } }, of)).toEqual([]);
    expect(await ids(company, 'Region', { where: { customers: { some: {} } } }, of)).toEqual(['1']);
    expect(await ids(company, 'Region', { where: { customers: { none: {} } } }, of)).toEqual(['2']);
    expect(await ids(company, 'Region', { where: { customersAggregate: { count: { gt: 0 } } } }, of)).toEqual(
      ['1'],
    );
    const shipped = context(policy({ Order: granted({ where: { state: { eq: 'SHIPPED' } } }) }));
    expect(
      await ids(company, 'Customer', { where: { orderLines: { some: { id: { eq: '5005' } } } } }, shipped),
    ).toEqual([]);
    expect(
      await ids(company, 'Customer', { where: { orderLinesAggregate: { count: { eq: 2 } } } }, shipped),
    ).toEqual(['101']);
  });

  it('holds in sorts: a hidden record sorts as null', async () => {
    const orderBy = [{ customer: { customerNo: 'DESC' } }, { id: 'ASC' }];
    expect(await ids(company, 'Order', { orderBy }, of)).toEqual([
      '1004',
      '1001',
      '1002',
      '1003',
      '1005',
      '1006',
    ]);
  });

  it('may reach through other kinds, whatever the actor sees of those', async () => {
    const east: KindPolicy = granted({
      where: { order: { customer: { region: { code: { eq: 'EAST' } } } } },
    });
    const lines = { OrderLine: east, Customer: ofDepartment10, Region: null };
    expect(await ids(company, 'OrderLine', {}, context(policy(lines)))).toEqual([
      '5001',
      '5002',
      '5003',
      '5004',
    ]);
    const products = await read(
      'Product',
      { orderBy: [{ id: 'ASC' }] },
      'items { orderLines { id } }',
      lines,
    );
    expect(products).toEqual([
      { '@orderLines': [{ id: '5001' }, { id: '5003' }] },
      { '@orderLines': [{ id: '5002' }] },
      { '@orderLines': [{ id: '5004' }] },
    ]);
    const owned = { Profile: granted({ where: { customer: { owner: { name: { eq: 'Lin' } } } } }) };
    const profiles = await read(
      'Customer',
      { where: { id: { in: ['101', '103'] } } },
      'items { profile { motto } }',
      owned,
    );
    expect(profiles).toEqual([{ profile: null }, { profile: { motto: '客户至上' } }]);
  });

  it('lets restrictions win over every grant', async () => {
    const restricted = {
      Customer: { ...granted(), restrictions: [{ not: { owner: { id: { eq: '21' } } } }] },
    };
    expect(await ids(company, 'Customer', {}, context(policy(restricted)))).toEqual(['105', '104', '101']);
  });

  it('shows nothing when the scope is empty, and refuses kinds without a grant, all at once', async () => {
    const empty = context(policy({ Customer: granted({ where: { department: { id: { in: [] } } } }) }));
    expect(await ids(company, 'Customer', {}, empty)).toEqual([]);
    const none = policy({ Order: null, Region: null, OrderLine: null });
    const page = (args: object, text: string) =>
      company.engine.page('Customer', args, select(text), context(none));
    await expect(page({}, 'items { region { code } orders { lines { id } } }')).rejects.toMatchObject({
      code: 'FORBIDDEN',
      problems: [
        { values: { name: 'Region' } },
        { values: { name: 'Order' } },
        { values: { name: 'OrderLine' } },
      ],
    });
    for (const args of [
      { where: { orders: { some: {} } } },
      { where: { ordersAggregate: { count: { gt: 1 } } } },
      { where: { region: { code: { eq: 'x' } } } },
      { where: { orderLines: { none: {} } } },
      { orderBy: [{ region: { code: 'ASC' } }] },
      { orderBy: [{ ordersAggregate: { count: 'ASC' } }] },
    ]) {
      await expect(page(args, 'totalCount items { id }')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    await expect(page({}, 'items { orders { id } }')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is never shared between actors of the same shape', async () => {
    const as = (id: string) =>
      context(policy({ Customer: granted({ where: { department: { id: { in: [id] } } } }) }));
    expect(await ids(company, 'Customer', {}, as('10'))).toEqual(['102', '101']);
    expect(await ids(company, 'Customer', {}, as('11'))).toEqual(['104', '103']);
    const none = context(policy({ Customer: granted({ where: { department: { id: { in: [] } } } }) }));
    expect(await ids(company, 'Customer', {}, none)).toEqual([]);
  });
});

describe('column policy', () => {
  const text = 'items { id name phone email }';
  const two = { where: { id: { in: ['101', '102'] } }, orderBy: [{ id: 'ASC' }] };
  const plain = [
    { id: '101', name: '张三', phone: '13800000001', email: 'a@x.cn' },
    { id: '102', name: '營業公司', phone: '02088880002', email: null },
  ];
  const masked = [
    { id: '101', name: '张三', phone: '138****0001', email: '***@x.cn' },
    { id: '102', name: '營業公司', phone: '020****0002', email: null },
  ];

  it('shows everything, identifiers masked, or names masked too; an organisation’s name never', async () => {
    expect(await read('Customer', two, text, {})).toEqual(plain);
    expect(await read('Customer', two, text, { Customer: granted({ disclosure: 'MASKED' }) })).toEqual(
      masked,
    );
    expect(await read('Customer', two, text, { Customer: granted({ disclosure: 'DEIDENTIFIED' }) })).toEqual([
      { ...masked[0], name: '张**' },
      masked[1],
    ]);
  });

  it('never asks the database for the cipher when it is masked', async () => {
    company.database.statements.length = 0;
    await read('Customer', two, text, { Customer: granted({ disclosure: 'MASKED' }) });
    expect(company.database.statements.join()).not.toContain('phone_cipher');
  });

  it('is decided row by row by the best grant', async () => {
    const mixed: KindPolicy = {
      grants: [
        { id: 'all', where: all, disclosure: 'DEIDENTIFIED' },
        { id: 'dept', where: { department: { id: { eq: '10' } } }, disclosure: 'MASKED' },
        { id: 'own', where: { owner: { id: { eq: '21' } } }, disclosure: 'PLAIN' },
      ],
      restrictions: [],
    };
    const rows = await read('Customer', { orderBy: [{ id: 'ASC' }] }, text, { Customer: mixed });
    expect(rows).toEqual([
      masked[0],
      plain[1],
      { id: '103', name: 'Anna_50%', phone: null, email: 'anna@y.com' },
      { id: '104', name: '海贸', phone: '138****0004', email: '***@hai.cn' },
      { id: '105', name: '李**', phone: '138****0001', email: null },
    ]);
    const orders = await read(
      'Order',
      { where: { id: { in: ['1001', '1004', '1006'] } }, orderBy: [{ id: 'ASC' }] },
      'items { customer { phone name } }',
      {
        Customer: mixed,
      },
    );
    expect(orders).toEqual([
      { customer: { phone: '138****0001', name: '张三' } },
      { customer: { phone: '02088880002', name: '營業公司' } },
      { customer: null },
    ]);
  });

  it('hides a field where the grants that match hide it, and refuses it when all do', async () => {
    const hidden = new Set(['balance']);
    const some: KindPolicy = {
      grants: [
        { id: 'all', where: all, disclosure: 'PLAIN', hidden },
        { id: 'dept', where: { department: { id: { eq: '10' } } }, disclosure: 'PLAIN' },
      ],
      restrictions: [],
    };
    const rows = await read('Customer', { orderBy: [{ id: 'ASC' }] }, 'items { balance }', {
      Customer: some,
    });
    expect(rows.map((r) => r.balance)).toEqual(['100.50', null, null, null, null]);
    const every = context(policy({ Customer: granted({ hidden }) }));
    await expect(
      company.engine.page('Customer', {}, select('items { balance }'), every),
    ).rejects.toMatchObject({
      code: 'FORBIDDEN',
      problems: [{ values: { name: 'Customer.balance' } }],
    });
    for (const of of [every, context(policy({ Customer: some }))]) {
      for (const args of [{ where: { balance: { gt: '1' } } }, { orderBy: [{ balance: 'ASC' }] }]) {
        await expect(ids(company, 'Customer', args, of)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      }
      await expect(
        ids(company, 'Region', { where: { customersAggregate: { sum: { balance: { gt: '1' } } } } }, of),
      ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  it('refuses to filter or sort by what is masked, but for a whole number that one knows already', async () => {
    const maskedReader = context(policy({ Customer: granted({ disclosure: 'MASKED' }) }));
    const analyst = context(policy({ Customer: granted({ disclosure: 'DEIDENTIFIED' }) }));
    for (const where of [
      { email: { eq: 'a@x.cn' } },
      { email: { isNull: true } },
      { phone: { ne: '1' } },
      { phone: { isNull: false } },
      { or: [{ not: { email: { in: ['a'] } } }] },
    ]) {
      await expect(ids(company, 'Customer', { where }, maskedReader)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    }
    expect(await ids(company, 'Customer', { where: { phone: { eq: '13800000004' } } }, maskedReader)).toEqual(
      ['104'],
    );
    expect(await ids(company, 'Customer', { where: { phone: { in: ['13800000004'] } } }, analyst)).toEqual([
      '104',
    ]);
    expect(await ids(company, 'Customer', { where: { name: { eq: '海贸' } } }, maskedReader)).toEqual([
      '104',
    ]);
    for (const args of [
      { where: { name: { eq: '海贸' } } },
      { orderBy: [{ name: 'ASC' }] },
      { orderBy: [{ phone: 'ASC' }] },
    ]) {
      await expect(ids(company, 'Customer', args, analyst)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(
        ids(company, 'Order', { where: { customer: args.where ?? { name: { eq: 'x' } } } }, analyst),
      ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  it('lets nobody sort by an encrypted field', async () => {
    await expect(ids(company, 'Customer', { orderBy: [{ phone: 'ASC' }] })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});
