import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casePeople } from '../../acceptance/valid-complaint-acts.js';
import { insertRows } from '../../records/bulk.js';
import type { RecordRow } from '../../records/encode.js';
import { house, houseStaff } from '../../testing/small-house.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { plantCase } from '../complaints/testing/plant-case.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.stop());

async function plant(kind: string, row: RecordRow): Promise<string> {
  const { database, codec, ids } = server.services;
  const id = await ids.next();
  await insertRows(database, kindNamed(kind), [{ ...row, id }], codec);
  return id;
}

const [first = '', second = '', third = ''] = house.customersA;
const caseOf = async (
  customerId: string,
  more: RecordRow,
  state: 'INVESTIGATING' | 'CLOSED' = 'INVESTIGATING',
) => (await plantCase(plant, state, { ...casePeople, handler: '151' }, { customerId, ...more })).id;
const listed = async (login: string): Promise<string[]> => {
  const { customers } = await (await server.as(login)).data('{ customers(limit: 100) { items { id } } }');
  return customers.items.map(({ id }: { id: string }) => id);
};

describe('the customer of a case', () => {
  it('is opened to its handler, masked, and no other; closed again with the case', async () => {
    expect(await listed('handler')).toEqual([]);
    const id = await caseOf(first, { handlerId: houseStaff.handler });
    await caseOf(second, { handlerId: houseStaff.handler }, 'CLOSED');
    expect(await listed('handler')).toEqual([first]);
    const client = await server.as('handler');
    const ask = 'query ($id: ID!) { customer(id: $id) { name phone } }';
    const { customer } = await client.data(ask, { id: first });
    expect(customer).toEqual({ name: expect.any(String), phone: '139****0000' });
    expect((await client.data(ask, { id: second })).customer).toBeNull();
    await server.services.database.change("UPDATE complaint SET state = 'CLOSED' WHERE id = ?", [id]);
    expect(await listed('handler')).toEqual([]);
  });

  it('is not opened by a copy, nor by a case about the handler himself', async () => {
    const copied = await caseOf(first, {});
    await plant('CaseParticipant', {
      complaintId: copied,
      staffId: houseStaff.handler,
      part: 'COPIED',
      since: '2026-01-06T02:00:00.000Z',
    });
    await caseOf(third, {
      handlerId: houseStaff.handler,
      complainedStaffId: houseStaff.handler,
      shielded: true,
    });
    expect(await listed('handler')).toEqual([]);
  });
});
