import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answered, Client } from '../testing/client.js';
import { house, housePassword, houseStaff } from '../testing/small-house.js';
import { documentOf, inputFieldsOf, mutationNames, variablesOf } from './act-documents.js';
import { type Input, validActs } from './valid-acts.js';
import { changedTables, openWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

const send = (client: Client, name: string, input: Input): Promise<Answered> =>
  client.query(documentOf(name), { variables: variablesOf(name, input) });

/** Names that are shown once and kept nowhere. */
const secrets = ['initialPassword', 'token', 'values'];
function withoutSecrets(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (secrets.includes(key) ? null : inner)));
}

describe('the same act with the same key', () => {
  const keyed = mutationNames.filter((name) => inputFieldsOf(name).has('idempotencyKey'));

  it('is every act but signing in and out', () => {
    expect(mutationNames.filter((name) => !keyed.includes(name))).toEqual(['signIn', 'signOut']);
  });

  it.each(keyed)('%s is done once, answered twice, and refused with other input', async (name) => {
    const act = validActs[name];
    if (!act) throw new Error(name);
    const client = await world.server.as(act.as);
    const input = { ...(await act.input(world)), idempotencyKey: `键-${world.next()}` };
    const first = await send(client, name, input);
    expect(first.errors).toEqual([]);
    const done = await world.tables();
    // The order in which fields are written is no other input.
    const again = await send(client, name, Object.fromEntries(Object.entries(input).reverse()));
    expect(again.errors).toEqual([]);
    expect(withoutSecrets(again.data)).toEqual(withoutSecrets(first.data));
    expect(changedTables(done, await world.tables())).toEqual([]);

    const other =
      name === 'changePassword'
        ? { ...input, newPassword: 'another-lake-and-kite' }
        : name === 'startExport'
          ? { ...input, format: 'XLSX' }
          : { ...(await act.input(world)), idempotencyKey: input.idempotencyKey };
    const before = await world.tables();
    const { errors } = await send(client, name, other);
    expect(errors[0]?.extensions).toEqual({ code: 'CONFLICT' });
    expect(changedTables(before, await world.tables())).toEqual([]);
  });

  it('of another person is that person’s own act', async () => {
    const [one, other] = [await world.server.as('store-staff'), await world.server.as('store-staff-b')];
    const input = { type: 'CONSUMER', partyType: 'PERSON', name: '同键不同人', idempotencyKey: '一二三' };
    const answers = [await send(one, 'createCustomer', input), await send(other, 'createCustomer', input)];
    const ids = answers.map(({ data }) => data.createCustomer.customer.id);
    expect(new Set(ids).size).toBe(2);
  });

  it('that was refused may be done after all once the input is mended', async () => {
    const client = await world.server.as('store-staff');
    const key = { idempotencyKey: '改过再来' };
    const bad = { type: 'CONSUMER', partyType: 'PERSON', name: '  ', ...key };
    expect((await send(client, 'createCustomer', bad)).errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect((await send(client, 'createCustomer', { ...bad, name: '改好了' })).errors).toEqual([]);
  });

  it.each(['', '   ', 'x'.repeat(81)])('is refused with %j for a key', async (idempotencyKey) => {
    const client = await world.server.as('store-staff');
    const input = { type: 'CONSUMER', partyType: 'PERSON', name: '坏键', idempotencyKey };
    const { errors } = await send(client, 'createCustomer', input);
    expect(errors[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'idempotencyKey' }],
    });
    expect(await world.count("customer WHERE name = '坏键'")).toBe(0);
  });
});

describe('a value that must be unique', () => {
  const taken: readonly (readonly [string, string, (world: World) => Promise<Input>])[] = [
    ['createStaff', 'login', async () => ({ displayName: '重名', login: 'store-staff' })],
    ['createStaff', 'login', async () => ({ displayName: '重名', login: ' Store-STAFF ' })],
    ['updateStaff', 'login', async (w) => ({ ...(await validActs.updateStaff?.input(w)), login: 'gm' })],
    ['createDepartment', 'code', async () => ({ code: 'HQ', name: '又一总部', kind: 'OTHER' })],
    [
      'updateDepartment',
      'code',
      async (w) => ({ ...(await validActs.updateDepartment?.input(w)), code: ' HQ ' }),
    ],
    ['createRegion', 'code', async () => ({ code: 'EAST', name: '又一华东' })],
    [
      'saveCodeListEntry',
      'code',
      async (w) => {
        const entry = { list: 'segment', code: `T${w.next()}`, labelHans: '甲' };
        await w.plant('CodeListEntry', { ...entry, position: 0, active: true });
        return entry;
      },
    ],
    [
      'saveView',
      'name',
      async (w) => {
        const view = { list: 'customers', name: `同名${w.next()}`, content: {} };
        await w.plant('SavedView', { ...view, staffId: houseStaff['store-staff'], shared: false });
        return view;
      },
    ],
    [
      'saveOrganisationProfile',
      'uscc',
      async (w) => {
        const uscc = '91350100M000100Y43';
        await w.server.services.database.query('DELETE FROM organisation_profile WHERE uscc = ?', [uscc]);
        await w.plant('OrganisationProfile', { customerId: house.customersA[2], legalName: '先来', uscc });
        const input = await validActs.saveOrganisationProfile?.input(w);
        return { ...input, uscc: ` ${uscc.toLowerCase()} ` };
      },
    ],
    [
      'savePersonProfile',
      'idNo',
      async (w) => {
        const id = { idType: 'RESIDENT_ID', idNo: '11010519491231002X' };
        if ((await w.count('person_profile WHERE customer_id = ?', ['1001'])) === 0)
          await w.plant('PersonProfile', { customerId: '1001', ...id });
        return { ...(await validActs.savePersonProfile?.input(w)), ...id, idNo: '110105 19491231 002x' };
      },
    ],
  ];

  it.each(taken)('%s names %s when it is taken, and changes nothing', async (name, field, make) => {
    const client = await world.server.as(validActs[name]?.as ?? '');
    const input = await make(world);
    const before = await world.tables();
    const { errors } = await send(client, name, input);
    expect(errors[0]?.extensions).toEqual({
      code: 'BAD_USER_INPUT',
      fields: [{ path: field, message: 'This value is already taken.' }],
    });
    expect(changedTables(before, await world.tables())).toEqual([]);
  });

  it('tag: a second time is no error and no second tag', async () => {
    const client = await world.server.as('store-staff');
    const input = await validActs.tagCustomer?.input(world);
    if (!input) throw new Error('tagCustomer');
    const { data } = await send(client, 'tagCustomer', input);
    const { version } = data.tagCustomer.customer;
    const before = await world.count('customer_tag WHERE customer_id = ?', [String(input.customerId)]);
    const again = await send(client, 'tagCustomer', { ...input, expectedVersion: version });
    expect(again.errors).toEqual([]);
    expect(await world.count('customer_tag WHERE customer_id = ?', [String(input.customerId)])).toBe(before);
  });
});

describe('signing in', () => {
  const ask =
    'mutation($login: String!, $password: String!) { signIn(login: $login, password: $password) { token } }';
  it.each([
    ['gm', 'wrong'],
    ['gm ', housePassword.toUpperCase()],
    ['nobody-at-all', housePassword],
    ["' OR '1'='1", "' OR '1'='1"],
    ['x'.repeat(3000), 'y'.repeat(3000)],
    ['\u202egm', 'wrong'],
    ['', ''],
  ])('as %.20s with a wrong password tells nothing', async (login, password) => {
    const { errors, text } = await world.server.anonymous.query(ask, {
      variables: { login, password },
    });
    expect(errors[0]?.message).toBe('The login or the password is wrong.');
    expect(errors[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' });
    expect(text).not.toContain(housePassword);
  });

  it('takes no other shapes', async () => {
    for (const variables of [
      {},
      { login: 'gm' },
      { login: { eq: 'gm' }, password: 'x' },
      { login: 1, password: 2 },
    ]) {
      const { errors } = await world.server.anonymous.query(ask, { variables });
      expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });
});
