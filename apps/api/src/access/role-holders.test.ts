import type { Role } from '@kehu/domain/access/roles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peopleWith } from '../departments/complaints/case/people.js';
import { holdersOf, holdingAt } from './role-holders.js';
import { type House, testHouse } from './testing/house.js';

let house: House;
const people: Record<string, string> = {};

beforeAll(async () => {
  house = await testHouse();
  const grant = (staffId: string, more: object) =>
    house.plant('RoleGrant', { staffId, role: 'GM', state: 'ACTIVE', grantedVia: 'operator', ...more });
  const put = async (name: string, status: string, more: object) => {
    people[name] = await house.plant('Staff', { displayName: name, login: name, status });
    await grant(people[name] ?? '', more);
  };
  await put('holds', 'ACTIVE', { expiresOn: '2099-12-31' });
  await put('on-leave', 'LEAVE', {});
  await put('expired', 'ACTIVE', { expiresOn: '2020-01-01' });
  await put('revoked', 'ACTIVE', { validTo: '2020-01-01T00:00:00.000Z' });
  await put('not-yet', 'ACTIVE', { validFrom: '2099-01-01T00:00:00.000Z' });
  await put('waiting', 'ACTIVE', { state: 'PENDING' });
  await put('left', 'LEFT', {});
});
afterAll(() => house?.close());

/** What both ask of an act. */
const asking = () => {
  const { database, clock } = house.services;
  const rows = <Row>(sql: string, values: readonly unknown[]) => database.query<Row>(sql, values as never);
  const zone = 'Asia/Shanghai';
  return { rows, now: clock.now(), zone, context: { organisation: { zone } } };
};
const roles: readonly Role[] = ['GM'];

describe('whoever holds a role', () => {
  it('holds it by a grant that is approved, has begun and has not ended, and works here', async () => {
    const held = await holdersOf(asking() as never, roles);
    expect(held).toEqual([people.holds, people['on-leave']]);
  });

  it('is the same whether a message is sent or a case is given', async () => {
    const given = await peopleWith(asking() as never, roles);
    expect(given.map(({ id }) => id)).toEqual(await holdersOf(asking() as never, roles));
  });

  it('holds it to the end of its last day in the organisation', () => {
    const [, , day] = holdingAt(new Date('2026-01-05T15:59:00.000Z'), 'Asia/Shanghai');
    const [, , next] = holdingAt(new Date('2026-01-05T16:00:00.000Z'), 'Asia/Shanghai');
    expect([day, next]).toEqual(['2026-01-05', '2026-01-06']);
  });
});
