import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../testing/client.js';
import { house, houseStaff } from '../testing/small-house.js';
import { type Canaries, piecesOf, readCanaries } from './canaries.js';
import { accepting, readers } from './refusals.js';
import { openWorld, type World } from './world.js';

let world: World;
let canaries: Canaries;
let gm: Client;
let clerk: Client;
beforeAll(async () => {
  world = await openWorld();
  canaries = await readCanaries(world.server.services);
  [gm, clerk] = [await world.server.as('gm'), await world.server.as('store-staff')];
});
afterAll(() => world?.stop());

const [mine] = house.customersA;
const [theirs] = house.customersB;

describe('the explanation of a request', () => {
  const asked = `query($name: String!, $phone: String!, $after: DateTime) {
    customers(where: { or: [{ name: { contains: $name } }, { phone: { eq: $phone } }, { createdAt: { gt: $after } }] }) {
      totalCount items { name phone contacts(where: { name: { ne: "莫须有之名" } }) { name phone email } } } }`;
  const values = { name: '王小', phone: '13912340000', after: '2011-11-11T11:11:11Z' };

  it.each(['gm', 'analyst', 'store-staff', 'ops-cs'])('holds no value, as %s', async (login) => {
    const client = await world.server.as(login);
    const { extensions, errors } = await client.query(asked, {
      variables: values,
      headers: { 'x-kehu-explain': '1' },
    });
    // The analyst may not search by names; his refusal is as silent as an answer.
    const text = JSON.stringify([extensions ?? null, errors]);
    for (const value of [...Object.values(values), '2011-11-11', '莫须有', '139****0000'])
      expect(text).not.toContain(value);
    for (const secret of [...canaries.identifiers, ...canaries.customers]) expect(text).not.toContain(secret);
    if (errors.length === 0) expect(JSON.stringify(extensions)).toContain('statements');
  });

  it('shows statements to those who ask ad hoc only, and nothing without being asked', async () => {
    const headers = { 'x-kehu-explain': '1' };
    const text = async (client: Client) =>
      JSON.stringify((await client.query('{ customers { items { name } } }', { headers })).extensions);
    expect(await text(gm)).toMatch(/SELECT/);
    expect(await text(clerk)).not.toMatch(/SELECT|customer/i);
    expect((await gm.query('{ customers { items { name } } }')).extensions).toBeUndefined();
  });
});

describe('a refusal', () => {
  const inputs: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] = [
    [
      'phone in a filter by part',
      'query($v: String!) { customers(where: { name: { eq: $v }, phone: { contains: $v } }) { totalCount } }',
      { v: '13912340000' },
    ],
    ['phone as an order', 'query { customers(orderBy: [{ phone: ASC }]) { items { id } } }', {}],
    ['a phone where an id belongs', 'query($v: ID!) { customer(id: $v) { name } }', { v: '13912340001' }],
    [
      'a phone where a number belongs',
      'query($v: CustomerWhere) { customers(where: $v) { totalCount } }',
      { v: { version: { eq: '13912340002' } } },
    ],
    [
      'a phone for a code',
      'query($v: CustomerWhere) { customers(where: $v) { totalCount } }',
      { v: { grade: { eq: '13912340003' } } },
    ],
    [
      'an act with a phone for a version',
      'mutation($v: UpdateCustomerInput!) { updateCustomer(input: $v) { told { name } } }',
      { v: { id: '1001', expectedVersion: '13912340000' } },
    ],
    [
      'an act with a phone for a type',
      'mutation($v: CreateCustomerInput!) { createCustomer(input: $v) { told { name } } }',
      { v: { type: '13912340000', partyType: 'PERSON', name: 'x' } },
    ],
    [
      'an act with a name that is too long',
      'mutation($v: CreateCustomerInput!) { createCustomer(input: $v) { told { name } } }',
      { v: { type: 'CONSUMER', partyType: 'PERSON', name: '13912340000'.repeat(20) } },
    ],
    [
      'a login that is taken',
      'mutation($v: CreateStaffInput!) { createStaff(input: $v) { told { name } } }',
      { v: { displayName: '13912340000', login: 'gm' } },
    ],
  ];

  it.each(inputs)('says nothing of the value: %s', async (_, document, variables) => {
    for (const login of ['store-staff', 'sys-admin', 'gm']) {
      const client = await world.server.as(login);
      for (const reader of readers) {
        const { text, errors, data } = await client.query(document, {
          variables,
          headers: { 'accept-language': accepting[reader], 'x-kehu-explain': '1' },
        });
        if (errors.length === 0) expect(JSON.stringify(data)).toMatch(/null|"totalCount":0/);
        expect(piecesOf(text).filter((piece) => canaries.identifiers.has(piece))).toEqual([]);
        expect(text).not.toMatch(/1391234000\d/);
      }
    }
  });
});

describe('why somebody may see something', () => {
  const why =
    'query($id: ID!, $action: String!, $entity: String!) { explainAccess(entity: $entity, id: $id, action: $action) { allowed because grants } }';
  const ask = (client: Client, variables: Record<string, unknown>) =>
    client.query(why, { variables: { entity: 'Customer', action: 'READ', ...variables } });

  it('tells of a record of others what it tells of none', async () => {
    for (const action of ['READ', 'UPDATE', 'REVEAL', 'APPROVE']) {
      const other = await ask(clerk, { id: theirs, action });
      expect(other.data.explainAccess.allowed).toBe(false);
      for (const id of ['-1', '0', '1000000000', '99999999999999999999', 'abc', '1 OR 1=1'])
        expect((await ask(clerk, { id, action })).data).toEqual(other.data);
    }
    expect((await ask(clerk, { id: mine })).data.explainAccess.allowed).toBe(true);
  });

  it('takes only kinds and actions that there are', async () => {
    const wrong = [
      { entity: 'Password' },
      { entity: "Customer'; DROP TABLE customer; --" },
      { action: 'KING' },
      { entity: 'constructor' },
      { action: '__proto__' },
    ];
    for (const variables of wrong) {
      const { errors } = await ask(clerk, { id: mine, ...variables });
      expect([variables, errors[0]?.extensions.code]).toEqual([variables, 'BAD_USER_INPUT']);
    }
  });

  it('is nobody else’s business: others are asked about by reviewers only', async () => {
    const other =
      'query($staffId: ID!) { explainAccess(entity: "Customer", id: "1001", action: "READ", staffId: $staffId) { allowed } }';
    const all = 'query($staffId: ID!) { permissionsOfStaff(staffId: $staffId) { id } }';
    const who = 'query($staffId: ID!) { whoCanSee(entity: "Customer", id: $staffId) { staff { id } } }';
    for (const document of [other, all, who]) {
      for (const staffId of [houseStaff.gm, '1000000000', 'abc']) {
        const { errors } = await clerk.query(document, { variables: { staffId } });
        expect([document.slice(25, 50), errors[0]?.extensions.code]).toEqual([
          document.slice(25, 50),
          'FORBIDDEN',
        ]);
      }
    }
  });
});

describe('numbers in full', () => {
  const reveal = (client: Client, input: Record<string, unknown>) =>
    client.query(
      'mutation($input: RevealPersonalDataInput!) { revealPersonalData(input: $input) { values { field value } personalDataReveal { id reason } } }',
      {
        variables: { input: { entity: 'Customer', id: mine, fields: ['phone'], reason: '回电', ...input } },
      },
    );

  it('are shown once to who may, and stand nowhere afterwards', async () => {
    const { data } = await reveal(clerk, { idempotencyKey: '看一次' });
    expect(data.revealPersonalData.values).toEqual([{ field: 'phone', value: '13912340000' }]);
    const again = await reveal(clerk, { idempotencyKey: '看一次' });
    expect(again.data.revealPersonalData.values).toEqual([{ field: 'phone', value: null }]);
    const { database } = world.server.services;
    for (const table of ['audit_entry', 'personal_data_reveal', 'operation', 'change_feed']) {
      const rows = await database.query<Record<string, unknown>>(`SELECT * FROM ${table}`);
      expect(JSON.stringify(rows), table).not.toContain('13912340000');
    }
    const { personalDataReveals } = await clerk.data(
      '{ personalDataReveals { items { fieldNames reason customer { id } } } }',
    );
    expect(personalDataReveals.items[0]).toEqual({
      fieldNames: 'phone',
      reason: '回电',
      customer: { id: mine },
    });
  });

  it.each([
    ['without a reason', { reason: ' \u200b ' }, 'BAD_USER_INPUT'],
    ['of a field that is no number', { fields: ['name'] }, 'BAD_USER_INPUT'],
    ['of a field that does not exist', { fields: ['phone', 'constructor'] }, 'BAD_USER_INPUT'],
    ['of a kind that has none', { entity: 'Order', id: '3001' }, 'BAD_USER_INPUT'],
    ['of customers of others', { id: theirs }, 'NOT_FOUND'],
    ['of contacts of others', { entity: 'Contact', id: '2004' }, 'NOT_FOUND'],
    ['of colleagues', { entity: 'Staff', id: houseStaff.gm }, 'FORBIDDEN'],
  ])('are refused %s, and no look is noted', async (_, input, code) => {
    const before = await world.tables();
    const { errors, text } = await reveal(clerk, input);
    expect(errors[0]?.extensions.code).toBe(code);
    expect(text).not.toMatch(/1[3-9]\d{9}/);
    expect(await world.tables()).toEqual(before);
  });

  it('are refused to those who read masked or not at all', async () => {
    for (const login of ['analyst', 'ops', 'finance', 'sys-admin', 'privacy-officer', 'handler', 'tech']) {
      const { errors } = await reveal(await world.server.as(login), {});
      expect([login, ['FORBIDDEN', 'NOT_FOUND'].includes(errors[0]?.extensions.code ?? '')]).toEqual([
        login,
        true,
      ]);
    }
  });
});

describe('a file', () => {
  it('that is nobody’s, somebody else’s or not there looks the same', async () => {
    const id = await world.plant('ExportRun', {
      staffId: houseStaff.gm,
      entity: 'Customer',
      query: '{ customers { items { name } } }',
      format: 'CSV',
      state: 'DONE',
      rowCount: 1,
      containsPersonalData: true,
      expiresAt: '2030-01-01T00:00:00.000Z',
    });
    const answers = await Promise.all(
      [id, '1000000000', '0', '-1', 'abc', '..%2F..%2Fsecrets', '99999999999999999999'].map(async (asked) => {
        const response = await clerk.get(`/files/${asked}`);
        return [response.status, await response.text()];
      }),
    );
    expect(answers[0]?.[0]).toBe(404);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect((await world.server.anonymous.get(`/files/${id}`)).status).toBe(401);
  });
});
