import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { house, houseStaff } from '../testing/small-house.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.stop());

const open = async (login: string, id: string) =>
  (await server.as(login)).data('query ($id: ID!) { customer(id: $id) { phone contacts { phone } } }', {
    id,
  });
const views = () =>
  server.services.database.query<{ staff_id: string; customer_id: string }>(
    'SELECT staff_id, customer_id FROM personal_data_view',
  );

describe('the business contacts of own organisations', () => {
  it('stand plainly before the owner, and each file opened is logged once a day', async () => {
    for (let i = 0; i < 3; i += 1) {
      const { customer } = await open('kam', house.dealer);
      expect(customer).toEqual({ phone: '13912340005', contacts: [{ phone: '13712340005' }] });
    }
    const rows = await views();
    expect(rows.map((row) => [String(row.staff_id), String(row.customer_id)])).toEqual([
      [houseStaff.kam, house.dealer],
    ]);
  });

  it('stay masked for everybody else and for persons, which is not logged', async () => {
    const before = (await views()).length;
    expect((await open('gm', house.dealer)).customer.phone).toBe('139****0005');
    expect((await open('store-staff', '1001')).customer.phone).toBe('139****0000');
    expect((await views()).length).toBe(before);
  });

  it('are listed for the privacy officer, who sees no customer', async () => {
    const client = await server.as('privacy-officer');
    const { personalDataViews } = await client.data('{ personalDataViews { items { staff { id } day } } }');
    expect(personalDataViews.items).toHaveLength(1);
    expect((await client.error('{ customers { items { id } } }')).extensions.code).toBe('FORBIDDEN');
  });
});
