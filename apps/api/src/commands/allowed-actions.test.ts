import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { houseStaff } from '../testing/small-house.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.stop());

interface Allowed {
  action: string;
  enabled: boolean;
  reason: string | null;
  article: string | null;
}
const byName = (list: readonly Allowed[]) => Object.fromEntries(list.map((each) => [each.action, each]));

describe('allowed actions', () => {
  const own =
    '{ customers(orderBy: [{ id: ASC }]) { items { id allowedActions { action enabled reason article dueAt } } } }';

  it('of customers are what the person may do with each, and nothing that the matrix does not give at all', async () => {
    const { customers } = await (await server.as('store-staff')).data(own);
    const actions = byName(customers.items[0].allowedActions);
    expect(actions.updateCustomer?.enabled).toBe(true);
    expect(actions.revealPersonalData?.enabled).toBe(true);
    expect(actions.assignCustomerOwner).toBeUndefined();
    expect(actions.savePersonProfile).toBeDefined();
    expect(actions.saveOrganisationProfile).toBeUndefined();
  });

  it('cost one more statement for a whole page', async () => {
    const client = await server.as('store-staff');
    await client.data(own);
    const statements = vi.spyOn(server.services.database, 'query');
    const { customers } = await client.data(own);
    const asked = statements.mock.calls.filter(([sql]) => String(sql).includes('FROM customer WHERE id IN'));
    statements.mockRestore();
    expect(customers.items.length).toBeGreaterThan(1);
    expect(asked).toHaveLength(1);
  });

  it('of readers are none', async () => {
    const { customers } = await (await server.as('ops')).data(own);
    expect(customers.items[0].allowedActions).toEqual([]);
  });

  it('of people say why something is not open', async () => {
    const { staff } = await (await server.as('sys-admin')).data(
      'query ($id: ID!) { staff(id: $id) { allowedActions { action enabled reason article } } }',
      { id: houseStaff['sys-admin'] },
    );
    const actions = byName(staff.allowedActions);
    expect(actions.updateStaff?.enabled).toBe(true);
    expect(actions.grantRole).toMatchObject({ enabled: false, article: 'B7.5' });
    expect(actions.setStaffStatus?.reason).toBe('You cannot do this to yourself.');
  });

  it('of a role grant wait for the second person', async () => {
    const admin = await server.as('sys-admin');
    const { grantRole } = await admin.data(
      `mutation ($input: GrantRoleInput!) { grantRole(input: $input) { roleGrant { id allowedActions { action enabled article } } } }`,
      { input: { staffId: houseStaff.ops, role: 'TECH' } },
    );
    expect(byName(grantRole.roleGrant.allowedActions).approveRoleGrant).toMatchObject({
      enabled: false,
      article: 'B7.5',
    });
    const { roleGrant } = await (await server.as('gm')).data(
      'query ($id: ID!) { roleGrant(id: $id) { allowedActions { action enabled } } }',
      { id: grantRole.roleGrant.id },
    );
    expect(byName(roleGrant.allowedActions).approveRoleGrant?.enabled).toBe(true);
  });
});
