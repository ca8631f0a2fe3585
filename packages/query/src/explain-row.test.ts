import { afterAll, beforeAll, expect, it } from 'vitest';
import type { KindPolicy } from './policy.js';
import { type Company, context, openCompany, policy } from './testing/company.js';

let company: Company;
beforeAll(async () => {
  company = await openCompany();
}, 120_000);
afterAll(() => company.database.close(), 60_000);

const customers: KindPolicy = {
  grants: [
    { id: 'own', where: { owner: { id: { eq: '21' } } }, disclosure: 'PLAIN' },
    { id: 'east', where: { region: { code: { eq: 'EAST' } } }, disclosure: 'MASKED' },
  ],
  restrictions: [{ not: { grade: { eq: 'BRONZE' } } }],
};

it('tells which grants and restrictions meet a record', async () => {
  const explain = (id: string) =>
    company.engine.explainRow('Customer', id, context(policy({ Customer: customers })));
  expect(await explain('101')).toEqual({
    visible: true,
    grants: [
      { id: 'own', matches: false },
      { id: 'east', matches: true },
    ],
    restrictions: [{ holds: true }],
  });
  expect(await explain('102')).toMatchObject({ visible: false, restrictions: [{ holds: false }] });
  expect(await explain('103')).toMatchObject({
    visible: true,
    grants: [{ matches: true }, { matches: false }],
  });
  expect(await explain('105')).toMatchObject({ visible: false, restrictions: [{ holds: true }] });
  expect(await explain('999')).toBeNull();
  expect(await explain('nobody')).toBeNull();
});
