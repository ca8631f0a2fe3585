import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal } from '../../../testing/refusal.js';
import { type BesideActs, besideActs } from '../testing/beside-acts.js';
import { type CaseHouse, caseHouse, wholeReport } from '../testing/case-house.js';
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
const toldTo = (told: readonly { readonly staffId: string }[]) => told.map(({ staffId }) => staffId);
const taskRow = async (id: string) =>
  (
    await house.services.database.query<Record<string, unknown>>(
      'SELECT * FROM department_task WHERE id = ?',
      [id],
    )
  )[0];
const onTask = (id: string) => beside.on(id, 'department_task');

async function asked(id: string, more: object = {}): Promise<string> {
  const dueAt = new Date(house.clock.now().getTime() + 86_400_000).toISOString();
  const input = { id, departmentId: house.departments.dispatch, request: '查运输记录', dueAt, ...more };
  return (await beside.act('handler', 'requestAssistance', input)).id;
}

describe('assistance that was asked for', () => {
  it('is returned with the reason by the department asked, and the lead hears of it', async () => {
    const id = await walk.investigating();
    const task = await asked(id);
    const back = { ...(await onTask(task)), answer: '非本部门承运' };
    expect((await refusal(beside.act('clerkB', 'returnAssistance', back))).code).toBe('NOT_FOUND');
    const { told } = await beside.act('logistics', 'returnAssistance', back);
    expect(toldTo(told)).toEqual([person('handler')]);
    expect(await taskRow(task)).toMatchObject({
      state: 'RETURNED',
      answer: '非本部门承运',
      answered_by_id: person('logistics'),
    });
    const again = { ...(await onTask(task)), answer: '再退' };
    expect((await refusal(beside.act('logistics', 'returnAssistance', again))).key).toBe('rule.taskState');
  });

  it('is cancelled with a reason by whoever works on the case, and closes the case to the person asked', async () => {
    const id = await walk.investigating();
    const task = await asked(id, { assigneeId: person('logistics') });
    await beside.act('logistics', 'acceptAssistance', await onTask(task));
    await beside.act('logistics', 'addTrackingEntry', { id, kind: 'TRACK', text: '已联系承运人' });
    const cancel = { ...(await onTask(task)), reason: '客户已说明' };
    expect((await refusal(beside.act('logistics', 'cancelAssistance', cancel))).key).toBe('rule.notHandling');
    const { told } = await beside.act('handler', 'cancelAssistance', cancel);
    expect(toldTo(told)).toEqual([person('logistics')]);
    expect((await taskRow(task))?.state).toBe('CANCELLED');
    const after = beside.act('logistics', 'addTrackingEntry', { id, kind: 'NOTE', text: '补记' });
    expect((await refusal(after)).code).toBe('NOT_FOUND');
  });

  it('keeps the lead from submitting report and opinion while it is open, and no longer', async () => {
    const id = await walk.investigating();
    const task = await asked(id);
    const report = wholeReport(await house.original(id));
    expect((await refusal(house.act('handler', 'submitInvestigationReport', id, report))).key).toBe(
      'guard.noOpenAssistance',
    );
    await beside.act('logistics', 'acceptAssistance', await onTask(task));
    expect((await refusal(house.act('handler', 'submitInvestigationReport', id, report))).key).toBe(
      'guard.noOpenAssistance',
    );
    await beside.act('logistics', 'answerAssistance', { ...(await onTask(task)), answer: '运输无异常' });
    await house.act('handler', 'submitInvestigationReport', id, report);
    await house.act('reviewer', 'reviewInvestigationReport', id, { result: 'AGREE' });
    await house.act('office', 'giveHrOpinion', id, { result: 'AGREE', opinion: '拟同意' });
    await house.act('gm', 'decideComplaint', id, { result: 'AGREE', decision: '同意' });
    const second = await asked(id);
    const opinion = { remedy: 'EXPLAIN', detail: '说明' };
    expect((await refusal(house.act('handler', 'submitHandlingOpinion', id, opinion))).key).toBe(
      'guard.noOpenAssistance',
    );
    await beside.act('logistics', 'returnAssistance', { ...(await onTask(second)), answer: '不需要' });
    await house.act('handler', 'submitHandlingOpinion', id, opinion);
    expect(await walk.state(id)).toBe('OPINION_REVIEW');
  });

  it('lets whoever helps, or was copied, write neither the report nor the opinion', async () => {
    const id = await walk.investigating();
    await asked(id, { assigneeId: person('logistics') });
    await beside.act('handler', 'copyCase', { id, staffId: person('logistics') });
    const report = wholeReport(await house.original(id));
    expect((await refusal(house.act('logistics', 'submitInvestigationReport', id, report))).code).toBe(
      'FORBIDDEN',
    );
    const money = { id, type: 'REFUND', amount: '10', reason: '退款' };
    expect((await refusal(beside.act('logistics', 'requestCompensation', money))).code).toBe('FORBIDDEN');
  });
});

describe('whoever is assigned as handler', () => {
  it.each([
    ['supervisorB', 'storeB'],
    ['head', 'quality'],
    ['area', 'headquarters'],
  ])('writes report and opinion, whatever the role: %s', async (login, department) => {
    const id = await walk.accepted();
    await house.act('office', 'assignComplaint', id, {
      departmentId: house.departments[department],
      handlerId: person(login),
      instruction: '查明原因',
    });
    expect(await walk.desk(id)).toBe(person(login));
    await house.act(login, 'acceptAssignment', id);
    await house.act(login, 'submitInvestigationReport', id, wholeReport(await house.original(id)));
    expect(await walk.state(id)).toBe('REPORT_REVIEW');
    // Whoever wrote it does not review it, head of the department or not (B7.1).
    expect(await walk.desk(id)).not.toBe(person(login));
    const review = house.act(login, 'reviewInvestigationReport', id, { result: 'AGREE' });
    expect((await refusal(review)).code).not.toBe('NOT_FOUND');
    expect(await walk.state(id)).toBe('REPORT_REVIEW');
  });

  it('is nobody who gives the opinion on the report or decides on it', async () => {
    const id = await walk.accepted();
    for (const login of ['office', 'gm', 'analyst', 'admin']) {
      const order = {
        departmentId: house.departments.quality,
        handlerId: person(login),
        instruction: '查明',
      };
      expect((await refusal(house.act('office', 'assignComplaint', id, order))).code).toBe('BAD_USER_INPUT');
    }
  });
});
