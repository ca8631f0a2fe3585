import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casePeople } from '../../acceptance/valid-complaint-acts.js';
import { insertRows } from '../../records/bulk.js';
import type { RecordRow } from '../../records/encode.js';
import { houseStaff } from '../../testing/small-house.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { plantCase } from './testing/plant-case.js';

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

/** A case that store staff has just assessed, on the desk of the one who rules. */
async function assessed(): Promise<string> {
  const { id } = await plantCase(plant, 'PENDING_RULING', casePeople, { deskId: houseStaff['store-sup'] });
  await plant('CaseStep', {
    complaintId: id,
    action: 'assessComplaint',
    transition: '2',
    from: 'REGISTERED',
    to: 'PENDING_RULING',
    byId: houseStaff['store-staff'],
    at: '2026-01-06T02:00:00.000Z',
    late: false,
    conflictOverride: false,
    priorValues: { state: 'REGISTERED', stateSince: '2026-01-06T01:00:00.000Z' },
  });
  return id;
}

const opened = async (login: string, id: string) =>
  (await server.as(login)).data('query ($id: ID!) { complaint(id: $id) { no state } }', { id });
const seenAt = async (id: string) =>
  (
    await server.services.database.query<{ seen_at: unknown }>(
      'SELECT seen_at FROM case_step WHERE complaint_id = ?',
      [id],
    )
  )[0]?.seen_at;
const receipts = () =>
  server.services.database.query("SELECT id FROM audit_entry WHERE action = 'markCaseSeen'");

describe('a case counts as opened', () => {
  it('when whoever has it on the desk reads it by itself, and that is written once', async () => {
    const id = await assessed();
    await opened('store-staff', id);
    await opened('ops-cs', id);
    expect(await seenAt(id)).toBeNull();
    const before = (await receipts()).length;
    expect((await opened('store-sup', id)).complaint.state).toBe('PENDING_RULING');
    expect(await seenAt(id)).not.toBeNull();
    await opened('store-sup', id);
    expect(await receipts()).toHaveLength(before + 1);
    const { errors } = await (await server.as('store-staff')).query(
      'mutation ($input: RecallStepInput!) { recallStep(input: $input) { told { name } } }',
      { variables: { input: { id, expectedVersion: 1, reason: '写错了' } } },
    );
    expect(errors[0]?.extensions?.code).toBe('RULE_VIOLATION');
  });

  it('never by a list, in which it stands with others', async () => {
    const id = await assessed();
    const client = await server.as('store-sup');
    const { complaints } = await client.data('{ complaints(limit: 100) { items { id steps { seenAt } } } }');
    expect(complaints.items.map((item: { id: string }) => item.id)).toContain(id);
    expect(await seenAt(id)).toBeNull();
  });

  it('from when on whoever sent the assignment back does not see it any more', async () => {
    const more = { deskId: houseStaff['hr-admin'], handlingDepartmentId: null, handlerId: null };
    const { id } = await plantCase(plant, 'ACCEPTED', casePeople, more);
    await plant('CaseStep', {
      complaintId: id,
      action: 'refuseAssignment',
      transition: '9',
      from: 'INVESTIGATING',
      to: 'ACCEPTED',
      byId: houseStaff['handler-sup'],
      at: '2026-01-06T02:00:00.000Z',
      late: false,
      conflictOverride: false,
    });
    expect((await opened('handler-sup', id)).complaint).toMatchObject({ state: 'ACCEPTED' });
    expect((await opened('kam', id)).complaint).toBeNull();
    await opened('hr-admin', id);
    expect((await opened('handler-sup', id)).complaint).toBeNull();
  });
});
