import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answered, Client } from '../testing/client.js';
import { house, houseStaff } from '../testing/small-house.js';
import { documentOf, variablesOf } from './act-documents.js';
import { type Input, validActs } from './valid-acts.js';
import { openWorld, type World } from './world.js';

let world: World;
let clerk: Client;
beforeAll(async () => {
  world = await openWorld();
  clerk = await world.server.as('store-staff');
});
afterAll(() => world?.stop());

const act = (client: Client, name: string, input: Input): Promise<Answered> =>
  client.query(documentOf(name), { variables: variablesOf(name, input) });
const codes = (answers: readonly Answered[]) => {
  const counts: Record<string, number> = {};
  for (const { errors } of answers) {
    const code = errors[0]?.extensions.code ?? 'OK';
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
};
const inputOf = async (name: string): Promise<Input> => {
  const input = await validActs[name]?.input(world);
  if (!input) throw new Error(name);
  return input;
};
const times = <Value>(count: number, make: (at: number) => Value): Value[] =>
  Array.from({ length: count }, (_, at) => make(at));

describe('32 writers of one file', () => {
  it('lose no update: each tries with the version that it saw until its own is in', async () => {
    const { id } = await inputOf('updateCustomer');
    let conflicts = 0;
    const write = async (writer: number): Promise<void> => {
      for (let attempt = 0; attempt < 200; attempt++) {
        const { customer } = await clerk.data(`{ customer(id: "${id}") { version remark } }`);
        const remark = [...(customer.remark?.split(',') ?? []), writer].join(',');
        const { errors } = await act(clerk, 'updateCustomer', {
          id,
          expectedVersion: customer.version,
          remark,
        });
        const [error] = errors;
        if (!error) return;
        expect(error.extensions.code).toBe('CONFLICT');
        expect(error.extensions.currentVersion).toBeGreaterThan(customer.version);
        conflicts += 1;
      }
      throw new Error(`Writer ${writer} never got through.`);
    };
    await Promise.all(times(32, write));
    const { customer } = await clerk.data(`{ customer(id: "${id}") { version remark } }`);
    expect(customer.version).toBe(33);
    expect(
      customer.remark
        .split(',')
        .map(Number)
        .sort((a: number, b: number) => a - b),
    ).toEqual(times(32, (at) => at));
    expect(conflicts).toBeGreaterThan(0);
    expect(await world.count("audit_entry WHERE entity = 'Customer' AND entity_id = ?", [String(id)])).toBe(
      32,
    );
    expect(await world.count("change_feed WHERE kind = 'Customer' AND record_id = ?", [String(id)])).toBe(32);
  });

  it('with one version at once: one is heard, all others are told of the conflict', async () => {
    const input = await inputOf('updateCustomer');
    const answers = await Promise.all(
      times(32, (at) => act(clerk, 'updateCustomer', { ...input, city: `城市${at}` })),
    );
    expect(codes(answers)).toEqual({ OK: 1, CONFLICT: 31 });
    for (const { errors } of answers) if (errors[0]) expect(errors[0].extensions.currentVersion).toBe(2);
  });

  it('of different parts of one file all get through', async () => {
    const { customerId } = await inputOf('addContact');
    const answers = await Promise.all(
      times(16, (at) => act(clerk, 'addContact', { customerId, name: `同时${at}`, isPrimary: true })),
    );
    expect(codes(answers)).toEqual({ OK: 16 });
    expect(await world.count('contact WHERE customer_id = ?', [String(customerId)])).toBe(16);
    expect(await world.count('contact WHERE customer_id = ? AND is_primary = 1', [String(customerId)])).toBe(
      1,
    );
  });

  it('of its first profile make one profile', async () => {
    const input = await inputOf('savePersonProfile');
    const answers = await Promise.all(
      times(12, (at) => act(clerk, 'savePersonProfile', { ...input, preferences: `偏好${at}` })),
    );
    expect(codes(answers)).toEqual({ OK: 1, CONFLICT: 11 });
    expect(await world.count('person_profile WHERE customer_id = ?', [String(input.customerId)])).toBe(1);
  });

  it('of one tag put on one tag', async () => {
    const input = await inputOf('tagCustomer');
    const answers = await Promise.all(times(12, () => act(clerk, 'tagCustomer', input)));
    expect(codes(answers)).toEqual({ OK: 1, CONFLICT: 11 });
    expect(await world.count('customer_tag WHERE customer_id = ?', [String(input.customerId)])).toBe(1);
  });
});

describe('one key in many requests at once', () => {
  it('creates one customer, and every request is answered with it', async () => {
    const input: Input = { ...(await inputOf('createCustomer')), idempotencyKey: '二十次' };
    const answers = await Promise.all(times(20, () => act(clerk, 'createCustomer', input)));
    expect(codes(answers)).toEqual({ OK: 20 });
    expect(new Set(answers.map(({ data }) => data.createCustomer.customer.id)).size).toBe(1);
    expect(await world.count('customer WHERE name = ?', [String(input.name)])).toBe(1);
    expect(
      await world.count("audit_entry WHERE action = 'createCustomer' AND entity_id = ?", [
        String(answers[0]?.data.createCustomer.customer.id),
      ]),
    ).toBe(1);
  });

  it('with different inputs: one is done, the others are told', async () => {
    const base = await inputOf('createCustomer');
    const answers = await Promise.all(
      times(12, (at) =>
        act(clerk, 'createCustomer', { ...base, name: `一键多名${at}`, idempotencyKey: '一键' }),
      ),
    );
    expect(codes(answers)).toEqual({ OK: 1, CONFLICT: 11 });
    expect(await world.count("customer WHERE name LIKE '一键多名%'")).toBe(1);
  });

  it('without a key: as many customers as requests, each with its own number', async () => {
    const base = await inputOf('createCustomer');
    const answers = await Promise.all(
      times(20, (at) => act(clerk, 'createCustomer', { ...base, name: `各自${at}` })),
    );
    expect(codes(answers)).toEqual({ OK: 20 });
    expect(await world.count("customer WHERE name LIKE '各自%'")).toBe(20);
    const [row] = await world.server.services.database.query<{ n: number }>(
      "SELECT COUNT(DISTINCT customer_no) AS n FROM customer WHERE name LIKE '各自%'",
    );
    expect(Number(row?.n)).toBe(20);
  });
});

describe('grants at once', () => {
  it('of one role to one person are one grant', async () => {
    const admin = await world.server.as('sys-admin');
    const input = await inputOf('grantRole');
    const answers = await Promise.all(times(10, () => act(admin, 'grantRole', input)));
    expect(codes(answers)).toEqual({ OK: 1, RULE_VIOLATION: 9 });
    expect(await world.count('role_grant WHERE staff_id = ?', [String(input.staffId)])).toBe(1);
  });

  it('approved by several people are approved once', async () => {
    const input = await inputOf('approveRoleGrant');
    // The general manager granted it, so that he is not the second person.
    const approvers = await Promise.all(
      ['hr-admin', 'sys-admin', 'hr-admin', 'sys-admin', 'gm'].map((login) => world.server.as(login)),
    );
    const answers = await Promise.all(approvers.map((client) => act(client, 'approveRoleGrant', input)));
    const { OK, ...others } = codes(answers);
    expect(OK).toBe(1);
    expect(Object.keys(others).every((code) => ['CONFLICT', 'RULE_VIOLATION'].includes(code))).toBe(true);
    expect(answers.at(-1)?.errors[0]?.extensions.code).toMatch(/CONFLICT|RULE_VIOLATION/);
    expect(
      await world.count("role_grant WHERE id = ? AND state = 'ACTIVE' AND approved_by_id <> ?", [
        String(input.id),
        houseStaff.gm ?? '',
      ]),
    ).toBe(1);
    expect(
      await world.count("audit_entry WHERE action = 'approveRoleGrant' AND entity_id = ?", [
        String(input.id),
      ]),
    ).toBe(1);
  });

  it('approved and refused at once end in one of the two', async () => {
    const [hr, admin] = [await world.server.as('hr-admin'), await world.server.as('sys-admin')];
    for (let round = 0; round < 5; round++) {
      const input = await inputOf('approveRoleGrant');
      const answers = await Promise.all([
        act(hr, 'approveRoleGrant', input),
        act(admin, 'refuseRoleGrant', { ...input, reason: '重复' }),
      ]);
      expect(codes(answers)).toEqual({ OK: 1, CONFLICT: 1 });
      const done = answers[0]?.errors.length === 0 ? 'ACTIVE' : 'REFUSED';
      expect(await world.count('role_grant WHERE id = ? AND state = ?', [String(input.id), done])).toBe(1);
    }
  });
});

describe('a rule that looks at other records', () => {
  it('holds while those change: nobody leaves with customers that come in the same moment', async () => {
    const [admin, supervisor] = [await world.server.as('sys-admin'), await world.server.as('store-sup')];
    for (let round = 0; round < 6; round++) {
      const staffId = await world.plant('Staff', {
        displayName: `去留${round}`,
        status: 'ACTIVE',
        departmentId: house.departments.storeA,
      });
      const assign = { ...(await inputOf('assignCustomerOwner')), ownerId: staffId };
      await Promise.all([
        act(supervisor, 'assignCustomerOwner', assign),
        act(admin, 'setStaffStatus', { id: staffId, expectedVersion: 1, status: 'LEFT' }),
      ]);
      const left = await world.count("staff WHERE id = ? AND status = 'LEFT'", [staffId]);
      const owned = await world.count('customer WHERE owner_id = ?', [staffId]);
      expect([left, owned]).not.toEqual([1, 1]);
    }
  });

  it('holds for a login that two people are given at once', async () => {
    const admin = await world.server.as('sys-admin');
    const answers = await Promise.all(
      times(6, (at) => act(admin, 'createStaff', { displayName: `同名${at}`, login: 'same.login' })),
    );
    expect(codes(answers)).toEqual({ OK: 1, BAD_USER_INPUT: 5 });
    expect(await world.count("staff WHERE login = 'same.login'")).toBe(1);
  });
});
