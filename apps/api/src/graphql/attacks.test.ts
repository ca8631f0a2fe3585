import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../testing/client.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let clerk: Client;
let analyst: Client;
beforeAll(async () => {
  server = await startTestServer();
  clerk = await server.as('store-staff');
  analyst = await server.as('analyst');
  // The first answer compiles; the limits are about every other one.
  await clerk.query('{ customers { items { id } } }');
});
afterAll(() => server?.stop());

const repeated = (count: number, make: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ');

/** 25 fragments, each spreading the next twice: 33 million fields. */
const bomb = `{ ...F0 } ${repeated(25, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F25 on Query { customers { totalCount } }`;

const attacks: readonly [string, string][] = [
  ['fragments that double themselves 25 times', bomb],
  [
    '150,000 equal fields in what fits into a body',
    `{ customers { items { ${repeated(80_000, () => 'id')} } } }`,
  ],
  ['2,000 equal fields', `{ customers { items { ${repeated(1900, () => 'id')} } } }`],
  [
    '10,000 chained fragments',
    `{ ...F0 } ${repeated(10_000, (i) => `fragment F${i} on Query{...F${i + 1}}`)}`.slice(0, 250_000),
  ],
  [
    '300 chained fragments',
    `{ ...F0 } ${repeated(300, (i) => `fragment F${i} on Query { ...F${i + 1} }`)} fragment F300 on Query { ${repeated(400, (i) => `a${i}: customers { totalCount }`)} }`,
  ],
  ['500 aliases', `{ customers { items { ${repeated(500, (i) => `a${i}: name`)} } } }`],
  ['500 expensive aliases at the root', `{ ${repeated(500, (i) => `a${i}: customers { totalCount }`)} }`],
  [
    '500 levels',
    `{ customers { items ${'{ region { customers '.repeat(250)} { id } ${'} }'.repeat(250)} } }`,
  ],
  ['30,000 levels', `${'{a'.repeat(30_000)}${'}'.repeat(30_000)}`],
  [
    '40,000 levels of a list',
    `{ customers(where: { and: ${'['.repeat(40_000)}${']'.repeat(40_000)} }) { totalCount } }`,
  ],
  ['500 directives', `{ customers ${repeated(500, () => '@include(if: true)')} { totalCount } }`],
  ['400 equal fields', `{ customers { items { ${repeated(400, () => 'id')} } } }`],
  [
    '160 equal fields with fields of their own',
    `{ customers { items { ${repeated(160, () => 'region { id name }')} } } }`,
  ],
  [
    '100 fragments of equal fields',
    `{ customers { items { ${repeated(100, (i) => `...F${i}`)} } } } ${repeated(100, (i) => `fragment F${i} on Customer { id name region { id } }`)}`,
  ],
  ['a fragment that spreads itself', '{ ...A } fragment A on Query { customers { totalCount } ...A }'],
  [
    'two fragments that spread each other',
    '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A customers { totalCount } }',
  ],
];

describe('a document made to hurt', () => {
  it.each(attacks)('%s is refused before it runs', async (_, document) => {
    const { errors, data, status } = await clerk.query(document);
    expect(data ?? null).toBeNull();
    expect(['QUERY_TOO_EXPENSIVE', 'BAD_USER_INPUT']).toContain(errors[0]?.extensions.code);
    expect(errors.length).toBeLessThanOrEqual(10);
    expect(status).toBe(400);
  });

  it('stays refused for those with the largest limits', async () => {
    for (const [, document] of attacks) {
      const { errors } = await analyst.query(document);
      expect(errors.length).toBeGreaterThan(0);
    }
  });

  it('is answered when it is merely long', async () => {
    const fields = repeated(25, (i) => `a${i}: name`);
    const { customers } = await clerk.data(`{ customers { items { ${fields} } } }`);
    expect(Object.keys(customers.items[0])).toHaveLength(25);
  });

  it('is refused with variables nested without end', async () => {
    const deep = `${'{"and":['.repeat(20_000)}${']}'.repeat(20_000)}`;
    const body = `{"query":"query($w: CustomerWhere) { customers(where: $w) { totalCount } }","variables":{"w":${deep}}}`;
    const { status, errors } = await clerk.post(body);
    expect([status, errors[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  });
});

describe('limits', () => {
  it('are larger for those who may ask ad hoc', async () => {
    // customers · items · region · departments · region · customers · orders · lines · product · id and one more
    const deep = (inner: string) =>
      `{ customers(limit: 1) { items { region { departments(limit: 1) { region { customers(limit: 1) { orders(limit: 1) { lines(limit: 1) { product { ${inner} } } } } } } } } } }`;
    expect((await clerk.error(deep('orderLines(limit: 1) { id }'))).message).toBe(
      'The document is 11 levels deep; at most 10 are allowed.',
    );
    const { errors } = await analyst.query(deep('orderLines(limit: 1) { id }'));
    expect(errors.map(({ message }) => message).filter((text) => /levels deep/.test(text))).toEqual([]);
  });

  it('hold for each kind of largeness, with the number and the limit said', async () => {
    const aliases = repeated(31, (i) => `a${i}: name`);
    expect((await clerk.error(`{ customers { items { ${aliases} } } }`)).message).toBe(
      'The document has 31 aliases; at most 30 are allowed.',
    );
    const roots = Object.keys({
      customers: 0,
      orders: 0,
      products: 0,
      regions: 0,
      departments: 0,
      contacts: 0,
      orderLines: 0,
      customerTags: 0,
      staffMembers: 0,
      customerAddresses: 0,
      personProfiles: 0,
    });
    expect(
      (await clerk.error(`{ ${roots.map((name) => `${name} { totalCount }`).join(' ')} }`)).message,
    ).toBe('The request has 11 root fields; at most 10 are allowed.');
    const directives = repeated(21, () => 'name @include(if: true)');
    expect((await clerk.error(`{ customers { items { ${directives} } } }`)).message).toBe(
      'The document has 21 directives; at most 20 are allowed.',
    );
  });
});

describe('introspection', () => {
  it('is for those who may ask ad hoc, whatever its depth', async () => {
    const refused = await clerk.error(getIntrospectionQuery());
    expect(refused.extensions.code).toBe('FORBIDDEN');
    const { data } = await analyst.query(getIntrospectionQuery({ inputValueDeprecation: true }));
    expect(data.__schema.types.length).toBeGreaterThan(300);
  });

  it('cannot be multiplied', async () => {
    const many = repeated(20, (i) => `s${i}: __schema { types { name } }`);
    expect((await analyst.error(`{ ${many} }`)).extensions.code).toBe('QUERY_TOO_EXPENSIVE');
    const nested =
      '{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }';
    expect((await analyst.query(nested)).errors.length).toBeGreaterThan(0);
  });

  it('speaks the reader’s language', async () => {
    const ask = '{ __type(name: "Order") { description fields { name description } } }';
    const inLanguage = async (language: string) => {
      const { data } = await analyst.query(ask, { headers: { 'accept-language': language } });
      return data.__type.fields.find((field: { name: string }) => field.name === 'total').description;
    };
    expect(await inLanguage('zh-CN')).toBe('订单金额。各行金额之和，不含运费');
    expect(await inLanguage('zh-TW')).toBe('訂單金額。各行金額之和，不含運費');
    expect(await inLanguage('en-GB')).toBe('Total. Sum of the line amounts, without freight');
  });

  it('gives nothing away in messages', async () => {
    const { text } = await clerk.query('{ customer { nam } orderz { id } }');
    expect(text).not.toMatch(/did you mean/i);
    expect(text).not.toMatch(/"name"|"orders"/);
  });
});
