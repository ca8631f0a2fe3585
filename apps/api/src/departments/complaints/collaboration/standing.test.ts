import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal } from '../../../testing/refusal.js';
import { type BesideActs, besideActs } from '../testing/beside-acts.js';
import { type CaseHouse, caseHouse } from '../testing/case-house.js';
import { type CaseWalk, caseWalk } from '../testing/case-walk.js';

let house: CaseHouse;
let walk: CaseWalk;
let beside: BesideActs;
beforeAll(async () => {
  house = await caseHouse();
  walk = caseWalk(house);
  beside = besideActs(house);
});
afterAll(() => house?.close());

const person = (login: string) => house.people[login] ?? '';
const later = (days: number) => new Date(house.clock.now().getTime() + days * 86_400_000).toISOString();
const stateOf = async (id: string) =>
  (
    await house.services.database.query<{ state: string }>(
      'SELECT state FROM compensation_request WHERE id = ?',
      [id],
    )
  )[0]?.state;
const lastAudit = async (action: string) =>
  (
    await house.services.database.query<{ actor_id: string; on_behalf_of_id: string | null }>(
      'SELECT actor_id, on_behalf_of_id FROM audit_entry WHERE action = ? ORDER BY id DESC LIMIT 1',
      [action],
    )
  )[0];

async function delegate(from: string, to: string): Promise<string> {
  const term = { startsAt: house.clock.now().toISOString(), endsAt: later(2), reason: '休假' };
  return (await beside.act(from, 'delegate', { toId: person(to), ...term })).id;
}

describe('a deputy beside the pipeline', () => {
  it('records and asks for help in the name of the handler, with both names on record, until the delegation ends', async () => {
    const id = await walk.investigating();
    const note = { id, kind: 'TRACK', text: '已联系客户' };
    expect((await refusal(beside.act('dispatchHead', 'addTrackingEntry', note))).code).toBe('NOT_FOUND');
    await delegate('handler', 'dispatchHead');
    await beside.act('dispatchHead', 'addTrackingEntry', note);
    expect(await lastAudit('addTrackingEntry')).toEqual({
      actor_id: person('dispatchHead'),
      on_behalf_of_id: person('handler'),
    });
    const request = { id, departmentId: house.departments.storeB, request: '查记录', dueAt: later(1) };
    await beside.act('dispatchHead', 'requestAssistance', request);
    house.clock.forward(3 * 86_400);
    expect((await refusal(beside.act('dispatchHead', 'addTrackingEntry', note))).code).toBe('NOT_FOUND');
  });

  it('decides in the general manager’s place, and never on what he asked for himself', async () => {
    const id = await walk.investigating();
    const ask = (by: string) =>
      beside.act(by, 'requestCompensation', { id, type: 'REFUND', amount: '8000', reason: '退款' });
    const [theirs, own] = [await ask('handler'), await ask('handler')];
    const on = (each: { id: string }) => beside.on(each.id, 'compensation_request');
    expect((await refusal(beside.act('office', 'approveCompensation', await on(theirs)))).code).toBe(
      'FORBIDDEN',
    );
    await delegate('gm', 'office');
    await beside.act('office', 'approveCompensation', await on(theirs));
    expect(await stateOf(theirs.id)).toBe('APPROVED');
    expect(await lastAudit('approveCompensation')).toEqual({
      actor_id: person('office'),
      on_behalf_of_id: person('gm'),
    });
    house.clock.forward(3 * 86_400);
    await delegate('gm', 'handler');
    expect((await refusal(beside.act('handler', 'approveCompensation', await on(own)))).key).toBe(
      'rule.requesterApproves',
    );
  });
});

describe('a conflict of interest', () => {
  it('keeps the whole unit of a head complained about out of every act, and is lifted by the general manager for one person', async () => {
    const { quality = '', dispatch } = house.departments;
    await house.services.database.query('UPDATE department SET head_id = ? WHERE id = ?', [
      person('head'),
      quality,
    ]);
    const id = await walk.accepted({
      complainedStaffId: person('head'),
      complainedDepartmentId: quality,
      aboutHead: true,
      shielded: true,
    });
    await house.act('office', 'assignComplaint', id, { departmentId: dispatch, instruction: '查明原因' });
    const part = { complaintId: id, part: 'COPIED', since: house.clock.now().toISOString() };
    await house.plant('CaseParticipant', { ...part, staffId: person('handler') });
    await house.plant('CaseParticipant', { ...part, staffId: person('handler2') });
    const note = { id, kind: 'NOTE', text: '情况说明' };
    expect((await refusal(beside.act('handler', 'addTrackingEntry', note))).key).toBe(
      'rule.complainedStaysOut',
    );
    await house.act('gm', 'overrideConflict', id, { staffId: person('handler'), reason: '别无他人' });
    await beside.act('handler', 'addTrackingEntry', note);
    expect((await refusal(beside.act('handler2', 'addTrackingEntry', note))).key).toBe(
      'rule.complainedStaysOut',
    );
  });
});
