import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal } from '../../testing/refusal.js';
import { type CaseHouse, caseHouse, wholeReport } from './testing/case-house.js';
import { type CaseWalk, caseWalk } from './testing/case-walk.js';

let house: CaseHouse;
let walk: CaseWalk;
beforeAll(async () => {
  house = await caseHouse();
  walk = caseWalk(house);
});
afterAll(() => house?.close());

/** Everything of a case that a step may change. */
const standing = async (id: string) => {
  const { version, updated_at, ...rest } = await house.row(id);
  return rest;
};
const ordersInForce = async (id: string) =>
  (
    await house.services.database.query<{ department_id: string; handler_id: string }>(
      'SELECT department_id, handler_id FROM assignment_order WHERE complaint_id = ? AND ended_at IS NULL',
      [id],
    )
  ).map((order) => [String(order.department_id), String(order.handler_id)]);
const reason = { reason: '点错了' };

describe('a step that is taken back', () => {
  it('leaves the case as it was after an assignment was sent back: department, handler, order, counter and limit', async () => {
    const id = await walk.investigating();
    const before = await standing(id);
    house.clock.forward(60);
    await house.act('reviewer', 'refuseAssignment', id, { reason: '不属本部门' });
    expect(await house.row(id)).toMatchObject({ state: 'ACCEPTED', handler_id: null, refusals: 1 });
    house.clock.forward(60);
    await house.act('reviewer', 'recallStep', id, reason);
    expect(await standing(id)).toEqual(before);
    expect(await ordersInForce(id)).toEqual([[house.departments.quality, house.people.handler]]);
    await house.act('reviewer', 'refuseAssignment', id, { reason: '还是不属本部门' });
  });

  it('is out of reach for the department once HR has opened the case, or gone on with it', async () => {
    const opened = await walk.investigating();
    await house.act('reviewer', 'refuseAssignment', opened, { reason: '不属本部门' });
    await house.act('office', 'markCaseSeen', opened);
    expect((await refusal(house.act('reviewer', 'recallStep', opened, reason))).code).toBe('NOT_FOUND');
    const goneOn = await walk.investigating();
    await house.act('reviewer', 'refuseAssignment', goneOn, { reason: '不属本部门' });
    const order = { departmentId: house.departments.dispatch, instruction: '查明' };
    await house.act('office', 'assignComplaint', goneOn, order);
    await house.act('office', 'recallStep', goneOn, reason);
    expect((await refusal(house.act('reviewer', 'recallStep', goneOn, reason))).code).toBe('NOT_FOUND');
  });

  it('is not counted: a report that was returned by mistake has no return', async () => {
    const id = await walk.investigating();
    await house.act('handler', 'submitInvestigationReport', id, wholeReport(await house.original(id)));
    const before = await standing(id);
    await house.act('reviewer', 'reviewInvestigationReport', id, { result: 'RETURN', opinion: '再查' });
    expect(await house.row(id)).toMatchObject({ state: 'INVESTIGATING', returns: 1 });
    await house.act('reviewer', 'recallStep', id, reason);
    expect(await standing(id)).toEqual(before);
    await house.act('reviewer', 'reviewInvestigationReport', id, { result: 'AGREE' });
    await house.act('office', 'giveHrOpinion', id, { result: 'RETURN', opinion: '补充' });
    await house.act('office', 'recallStep', id, reason);
    expect(await house.row(id)).toMatchObject({ state: 'HR_REVIEW', returns: 0 });
  });

  it('takes the order with it that it made, and the acceptance', async () => {
    const id = await walk.accepted();
    const before = await standing(id);
    const order = { departmentId: house.departments.quality, handlerId: house.people.handler };
    await house.act('office', 'assignComplaint', id, { ...order, instruction: '查明' });
    await house.act('office', 'recallStep', id, reason);
    expect(await standing(id)).toEqual(before);
    expect(await ordersInForce(id)).toEqual([]);
    const ruled = await house.open('clerk');
    await house.act('clerk', 'assessComplaint', ruled, { result: 'HOLDS', reason: '属实' });
    const unruled = await standing(ruled);
    await house.act('supervisor', 'ruleOnComplaint', ruled, { decision: 'ACCEPT', reason: '成立' });
    await house.act('supervisor', 'recallStep', ruled, reason);
    expect(await standing(ruled)).toEqual(unruled);
  });

  it('is taken back by nobody but whoever took it, and not after the case was handed on', async () => {
    const id = await walk.accepted();
    const order = { departmentId: house.departments.quality, handlerId: house.people.handler };
    await house.act('office', 'assignComplaint', id, { ...order, instruction: '查明' });
    expect((await refusal(house.act('gm', 'recallStep', id, reason))).key).toBe('rule.notYourStep');
    await house.act('reviewer', 'passOnCase', id, { staffId: house.people.handler2, reason: '休假' });
    expect((await refusal(house.act('office', 'recallStep', id, reason))).key).toBe('rule.stepSeen');
  });
});
