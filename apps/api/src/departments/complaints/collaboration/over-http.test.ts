import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casePeople } from '../../../acceptance/valid-complaint-acts.js';
import { insertRows } from '../../../records/bulk.js';
import type { RecordRow } from '../../../records/encode.js';
import { houseStaff } from '../../../testing/small-house.js';
import { startTestServer, type TestServer } from '../../../testing/test-server.js';
import { plantCase } from '../testing/plant-case.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.stop());

const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const plant = async (kind: string, row: RecordRow) => {
  const { services } = server;
  const id = await services.ids.next();
  await insertRows(services.database, kindNamed(kind), [{ ...row, id }], services.codec, new Date());
  return id;
};
const planted = async (receivedAt: string, more: RecordRow = {}) =>
  (await plantCase(plant, 'INVESTIGATING', casePeople, { receivedAt, ...more })).id;

describe('beside the pipeline, over HTTP', () => {
  it('the effect of a measure is counted by the system, with the cases that make the numbers', async () => {
    const first = await planted(ago(15));
    const after = await planted(ago(2));
    await planted(ago(2), { category: 'DELIVERY_DATE' });
    const measure = await plant('PreventiveAction', {
      complaintId: first,
      measure: '加强检验',
      ownerId: houseStaff.handler,
      dueOn: ago(9).slice(0, 10),
      doneAt: ago(10),
      checkOn: ago(1).slice(0, 10),
    });
    const query = `query ($id: ID!) { preventiveEffect(id: $id) {
      days lines { dimension before after beforeCases afterCases } } }`;
    const { preventiveEffect } = await (await server.as('hr-admin')).data(query, { id: measure });
    expect(preventiveEffect.days).toBe(10);
    const by = (dimension: string) =>
      preventiveEffect.lines.find((line: { dimension: string }) => line.dimension === dimension);
    expect(by('MATTER')).toMatchObject({ before: 1, after: 1, beforeCases: [first], afterCases: [after] });
    expect(by('STORE')).toMatchObject({ before: 1, after: 2 });
    const hidden = await (await server.as('store-staff-b')).data(query, { id: measure });
    expect(hidden.preventiveEffect).toBeNull();
  });

  it('one question shows whose desk each open case is on, with urges, remedies and measures not carried out', async () => {
    const id = await planted(ago(3), { deskId: houseStaff.handler });
    await plant('TrackingEntry', { complaintId: id, kind: 'URGE', text: '请尽快', at: ago(1) });
    const { complaints } = await (await server.as('hr-admin')).data(
      `query ($id: ID!) { complaints(where: { id: { eq: $id }, state: { notIn: [CLOSED, CLOSED_NOT_ACCEPTED, WITHDRAWN] } }) { items {
        desk { id } stateSince
        urges: trackingEntriesAggregate(where: { kind: { eq: URGE } }) { count }
        remedies: compensationsAggregate(where: { state: { in: [REQUESTED, APPROVED] } }) { count }
        measures: preventiveActionsAggregate(where: { doneAt: { isNull: true } }) { count } } } }`,
      { id },
    );
    expect(complaints.items[0]).toMatchObject({
      desk: { id: houseStaff.handler },
      urges: [{ count: 1 }],
      remedies: [{ count: 0 }],
      measures: [{ count: 0 }],
    });
  });

  it('buttons say why an act is not open, and the act itself is done once', async () => {
    const id = await planted(ago(1), { deskId: houseStaff.handler });
    const handler = await server.as('handler');
    const { complaint } = await handler.data(
      'query ($id: ID!) { complaint(id: $id) { version allowedActions { action enabled reason } } }',
      { id },
    );
    const actions = Object.fromEntries(
      complaint.allowedActions.map((each: { action: string }) => [each.action, each]),
    );
    expect(actions.startWaiting.enabled).toBe(true);
    expect(actions.endWaiting).toMatchObject({ enabled: false, reason: 'The case is not waiting.' });
    expect(actions.extendDeadline).toBeUndefined();
    const act = `mutation ($input: StartWaitingInput!) { startWaiting(input: $input) { complaint { waitingSince } } }`;
    const input = { id, expectedVersion: complaint.version, reason: '送检', idempotencyKey: 'wait-1' };
    await handler.data(act, { input });
    await handler.data(act, { input });
    const [row] = await server.services.database.query<{ n: string }>(
      "SELECT COUNT(*) AS n FROM tracking_entry WHERE complaint_id = ? AND text = '送检'",
      [id],
    );
    expect(Number(row?.n)).toBe(1);
  });
});
