import type { Client } from '../testing/client.js';
import type { TestServer } from '../testing/test-server.js';

/** Acts whose traces (audit, history, exports, reveals) must not tell what the records themselves do not. */
export async function leaveTraces(server: TestServer): Promise<void> {
  const { database } = server.services;
  const clerk = await server.as('store-staff');
  const kam = await server.as('kam');
  const [own] = await database.query<{ id: string; version: number }>(
    "SELECT c.id, c.version FROM customer c JOIN staff s ON s.id = c.owner_id WHERE s.login = 'store-staff' AND c.party_type = 'PERSON' AND c.phone_cipher IS NOT NULL ORDER BY c.id DESC LIMIT 1",
  );
  const [company] = await database.query<{ id: string; version: number }>(
    "SELECT p.customer_id AS id, p.version FROM organisation_profile p JOIN customer c ON c.id = p.customer_id JOIN staff s ON s.id = c.owner_id WHERE s.login = 'kam' ORDER BY c.id DESC LIMIT 1",
  );
  if (!own || !company) throw new Error('The demo has changed.');
  const id = String(own.id);
  const { customer } = await clerk.data(`{ customer(id: ${id}) { version name } }`);
  const act = (client: Client, text: string) => client.data(`mutation { ${text} }`);
  await act(
    clerk,
    `updateCustomer(input: { id: ${id}, expectedVersion: ${customer.version}, name: "${customer.name}", phone: "13912349876", remark: "回访" }) { told { name } }`,
  );
  await act(
    clerk,
    `addContact(input: { customerId: ${id}, name: "欧阳小雨", phone: "13712349876", email: "ouyang.xiaoyu@example.com" }) { told { name } }`,
  );
  await act(
    clerk,
    `revealPersonalData(input: { entity: "Customer", id: ${id}, fields: ["phone"], reason: "回电" }) { told { name } }`,
  );
  await act(
    clerk,
    `addCustomerAddress(input: { customerId: ${id}, purpose: DELIVERY, city: "杭州", street: "文三路九百九十九号" }) { told { name } }`,
  );
  await act(
    kam,
    `saveOrganisationProfile(input: { customerId: ${company.id}, expectedVersion: ${company.version}, creditLimit: "7654321.98", creditStatus: "绝密评语甲" }) { told { name } }`,
  );
  await clerk.data(
    `mutation($v: JSON) { startExport(input: { query: "query($p: String) { customers(where: { phone: { eq: $p } }) { items { customerNo } } }", variables: $v, format: "CSV", reason: "核对" }) { told { name } } }`,
    { v: { p: '13912349876' } },
  );
  await act(
    clerk,
    `startExport(input: { query: "{ customers(where: { phone: { in: [\\"13912349876\\"] } }) { items { customerNo } } }", format: "CSV", reason: "核对" }) { told { name } }`,
  );
}
