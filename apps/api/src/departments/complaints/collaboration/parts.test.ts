import { handlingRoles } from '@kehu/domain/access/handling-roles';
import type { Role } from '@kehu/domain/access/roles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casePeople } from '../../../acceptance/valid-complaint-acts.js';
import { openWorld, type World } from '../../../acceptance/world.js';
import type { RecordRow } from '../../../records/encode.js';
import type { Client } from '../../../testing/client.js';
import { house, houseStaff, loginOf } from '../../../testing/small-house.js';
import { plantCase } from '../testing/plant-case.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

const since = '2026-01-06T02:00:00.000Z';
const soon = () => new Date(Date.now() + 86_400_000).toISOString();
/** Roles that reach no case of another store and handler by themselves. */
const outside = handlingRoles.filter((code) => code !== 'OPS_CS' && code !== 'HANDLER_SUP');

/** A case of the other store, with another's documents. */
const foreignCase = async (more: RecordRow = {}): Promise<string> =>
  (
    await plantCase(
      (kind, row) => world.plant(kind, row),
      'INVESTIGATING',
      {
        ...casePeople,
        store: house.departments.storeB,
        assessor: '151',
        handler: '151',
        executor: '151',
      },
      more,
    )
  ).id;

/** What a person sees of a case: alone, in a list, counted, grouped, sorted, and from its parts. */
async function seen(client: Client, id: string): Promise<Record<string, unknown>> {
  const answer = await client.data(
    `query ($id: ID!) {
      complaint(id: $id) { id hrOpinions { id } trackingEntries { id } }
      complaints(where: { id: { eq: $id } }, orderBy: [{ receivedAt: DESC }]) { items { id } }
      complaintsAggregate(where: { id: { eq: $id } }) { count }
      byState: complaintsAggregate(where: { id: { eq: $id } }, groupBy: [{ state: VALUE }]) { count }
      caseSteps(where: { complaint: { id: { eq: $id } } }) { items { id } }
    }`,
    { id },
  );
  return {
    alone: answer.complaint?.id === id,
    listed: answer.complaints.items.length,
    counted: answer.complaintsAggregate[0]?.count ?? 0,
    grouped: answer.byState.length,
    file: answer.complaint?.hrOpinions?.length ?? 0,
  };
}

const nothing = { alone: false, listed: 0, counted: 0, grouped: 0, file: 0 };
const card = { alone: true, listed: 1, counted: 1, grouped: 1, file: 0 };
const whole = { ...card, file: 1 };

async function perform(client: Client, act: string, input: Record<string, unknown>): Promise<string | null> {
  const type = `${act.charAt(0).toUpperCase()}${act.slice(1)}Input`;
  const { errors } = await client.query(
    `mutation A($input: ${type}!) { ${act}(input: $input) { told { name } } }`,
    {
      variables: { input },
    },
  );
  return errors[0]?.message ?? null;
}

const idOf = async (table: string, complaintId: string, staff: string, staffId: string): Promise<string> => {
  const [row] = await world.server.services.database.query<{ id: unknown }>(
    `SELECT id FROM ${table} WHERE complaint_id = ? AND ${staff} = ? ORDER BY id DESC LIMIT 1`,
    [complaintId, staffId],
  );
  return String(row?.id);
};

const personOf = async (code: Role) => ({
  client: await world.server.as(loginOf(code)),
  staffId: houseStaff[loginOf(code)] ?? '',
});

describe.each(outside.map((code) => [code]))('%s, whose role reaches no case of the other store,', (code) => {
  it('reads the file of a case that he was copied on, signs for the copy, records what he did, and no more once it ended', async () => {
    const { client, staffId } = await personOf(code);
    const id = await foreignCase();
    expect(await seen(client, id)).toEqual(nothing);
    expect(await perform(await world.server.as('ops-cs'), 'copyCase', { id, staffId })).toBeNull();
    expect(await seen(client, id)).toEqual(whole);
    expect(await seen(client, await foreignCase())).toEqual(nothing);
    const copy = await idOf('card_copy', id, 'recipient_id', staffId);
    expect(await perform(client, 'markCardRead', { id: copy })).toBeNull();
    expect(await world.count('card_copy WHERE id = ? AND read_by_id = ?', [copy, staffId])).toBe(1);
    const words = { id, mode: 'ORAL', content: '已致电安抚' };
    expect(await perform(client, 'recordFirstResponse', words)).toBeNull();
    expect(await perform(client, 'recordProgressReply', words)).toBeNull();
    expect(await perform(client, 'addTrackingEntry', { id, kind: 'SOOTHE', text: '已安抚' })).toBeNull();
    const part = await idOf('case_participant', id, 'staff_id', staffId);
    const expectedVersion = await world.version('CaseParticipant', part);
    expect(await perform(client, 'endCopy', { id: part, expectedVersion })).toBeNull();
    expect(await seen(client, id)).toEqual(nothing);
    expect(await perform(client, 'addTrackingEntry', { id, kind: 'NOTE', text: '补记' })).not.toBeNull();
  });

  it('reads the card of a case that he is to assist with, takes the request on, and may return it', async () => {
    const { client, staffId } = await personOf(code);
    const id = await foreignCase();
    const taskOf = (state: string) =>
      world.plant('DepartmentTask', {
        complaintId: id,
        departmentId: house.departments.storeB,
        assigneeId: staffId,
        request: '查运输记录',
        dueAt: soon(),
        state,
        askedById: '151',
        askedAt: since,
      });
    const cancelled = await taskOf('CANCELLED');
    expect(await seen(client, id)).toEqual(nothing);
    const task = await taskOf('OPEN');
    expect(await seen(client, id)).toEqual(card);
    const version = () => world.version('DepartmentTask', task);
    expect(
      await perform(client, 'acceptAssistance', { id: task, expectedVersion: await version() }),
    ).toBeNull();
    expect(
      await perform(client, 'recordProgressReply', { id, mode: 'ORAL', content: '正在核实' }),
    ).toBeNull();
    const back = { id: task, expectedVersion: await version(), answer: '无记录可查' };
    expect(await perform(client, 'returnAssistance', back)).toBeNull();
    expect(
      await perform(client, 'returnAssistance', { ...back, id: cancelled, expectedVersion: 1 }),
    ).not.toBeNull();
    expect(await perform(client, 'submitInvestigationReport', { id, expectedVersion: 1 })).not.toBeNull();
  });

  it('reads the card of a case that a task was given from, and reports on the task', async () => {
    const { client, staffId } = await personOf(code);
    const id = await foreignCase();
    const gm = await world.server.as('gm');
    const task = { title: '上门道歉', complaintId: id, assigneeId: staffId, dueAt: soon() };
    expect(await perform(gm, 'assignTask', task)).toBeNull();
    expect(await seen(client, id)).toEqual(card);
    const given = await idOf('assigned_task', id, 'assignee_id', staffId);
    const done = { id: given, expectedVersion: 1, result: '已道歉' };
    expect(await perform(client, 'completeTask', done)).toBeNull();
    expect(await perform(client, 'addTrackingEntry', { id, kind: 'SOOTHE', text: '已道歉' })).toBeNull();
  });

  it('reads the card of a case that he registered, and that he is asked about by name', async () => {
    const { client, staffId } = await personOf(code);
    expect(await seen(client, await foreignCase({ receivedById: staffId }))).toMatchObject({
      ...card,
      file: expect.any(Number),
    });
    const id = await foreignCase();
    const hr = await world.server.as('hr-admin');
    expect(await perform(hr, 'superviseComplaint', { id, text: '请说明', toId: staffId })).toBeNull();
    expect(await seen(client, id)).toEqual(card);
    const entry = await idOf('tracking_entry', id, 'to_id', staffId);
    expect(
      await perform(client, 'acknowledgeTracking', { id: entry, expectedVersion: 1, text: '已说明' }),
    ).toBeNull();
  });

  it('reads the card of a case whose preventive measure is his, and says how it was carried out', async () => {
    const { client, staffId } = await personOf(code);
    const id = await foreignCase();
    const measure = await world.plant('PreventiveAction', {
      complaintId: id,
      measure: '加强检验',
      ownerId: staffId,
      dueOn: '2027-02-01',
      checkOn: '2027-05-01',
    });
    expect(await seen(client, id)).toEqual(card);
    const done = { id: measure, expectedVersion: 1, doneNote: '已增检' };
    expect(await perform(client, 'completePreventiveAction', done)).toBeNull();
  });

  it('does not read a case about himself by any part in it, and is given none', async () => {
    const { client, staffId } = await personOf(code);
    const id = await foreignCase({ complainedStaffId: staffId, shielded: true });
    const service = await world.server.as('ops-cs');
    expect(await perform(service, 'copyCase', { id, staffId })).not.toBeNull();
    expect(
      await perform(await world.server.as('hr-admin'), 'superviseComplaint', {
        id,
        text: '请说明',
        toId: staffId,
      }),
    ).not.toBeNull();
    const task = { title: '道歉', complaintId: id, assigneeId: staffId, dueAt: soon() };
    expect(await perform(await world.server.as('gm'), 'assignTask', task)).not.toBeNull();
    await world.plant('CaseParticipant', { complaintId: id, staffId, part: 'COPIED', since });
    await world.plant('AssignedTask', {
      ...task,
      assignerId: '151',
      assignedAt: since,
      state: 'OPEN',
      undertaking: false,
    });
    expect(await seen(client, id)).toEqual(nothing);
    const { complaintsAboutMe } = await client.data('{ complaintsAboutMe { id hidden complainantName } }');
    expect(complaintsAboutMe).toContainEqual({ id, hidden: true, complainantName: null });
  });
});

describe('who has no part in cases', () => {
  it.each(['ANALYST', 'SYS_ADMIN', 'PRIVACY_OFFICER'] as const)(
    '%s is copied on none and given no task from one',
    async (code) => {
      const { client, staffId } = await personOf(code);
      const id = await foreignCase();
      expect(await perform(await world.server.as('ops-cs'), 'copyCase', { id, staffId })).not.toBeNull();
      const task = { title: '查', complaintId: id, assigneeId: staffId, dueAt: soon() };
      expect(await perform(await world.server.as('gm'), 'assignTask', task)).not.toBeNull();
      await world.plant('CaseParticipant', { complaintId: id, staffId, part: 'COPIED', since });
      expect(await perform(client, 'addTrackingEntry', { id, kind: 'NOTE', text: '记' })).not.toBeNull();
    },
  );

  it.each(['HR_ADMIN', 'GM', 'ANALYST', 'SYS_ADMIN'] as const)(
    '%s is not assigned as handler',
    async (code) => {
      const { id } = await plantCase((kind, row) => world.plant(kind, row), 'ACCEPTED', casePeople);
      const order = {
        id,
        expectedVersion: 1,
        departmentId: casePeople.department,
        handlerId: houseStaff[loginOf(code)],
        instruction: '查明',
      };
      expect(await perform(await world.server.as('hr-admin'), 'assignComplaint', order)).not.toBeNull();
    },
  );
});
