import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../commands/command.js';
import { perform } from '../../commands/run.js';
import { refusal } from '../../testing/refusal.js';
import { caseCommand } from './collaboration/case-act.js';
import { nameInvestigator } from './collaboration/participants.js';
import { type CaseHouse, caseHouse, wholeReport } from './testing/case-house.js';
import { type CaseWalk, caseWalk, oral } from './testing/case-walk.js';

let house: CaseHouse;
let walk: CaseWalk;
beforeAll(async () => {
  house = await caseHouse();
  walk = caseWalk(house);
});
afterAll(() => house?.close());

const rows = (sql: string, id: string) => house.services.database.query<Record<string, unknown>>(sql, [id]);

async function name(by: string, id: string, login: string): Promise<void> {
  const { version } = await house.row(id);
  await perform(
    caseCommand(nameInvestigator()) as unknown as Command<never, unknown>,
    { id, expectedVersion: Number(version), staffId: house.people[login], reason: '须另由他人调查' } as never,
    await house.as(house.people[by] ?? ''),
  );
}

/** HR and administration sees nothing of the case, whatever it tries (F12). */
async function closedToHr(id: string): Promise<void> {
  const opinion = { result: 'AGREE', opinion: '同意' };
  expect((await refusal(house.act('office', 'giveHrOpinion', id, opinion))).code).toBe('NOT_FOUND');
}

async function report(by: string, id: string): Promise<void> {
  const whole = wholeReport(await house.original(id));
  await house.act(by, 'submitInvestigationReport', id, whole);
  await house.act('reviewer', 'reviewInvestigationReport', id, { result: 'AGREE' });
}

async function opinion(by: string, id: string): Promise<void> {
  await house.act(by, 'submitHandlingOpinion', id, { remedy: 'EXPLAIN', detail: '说明' });
  await house.act('reviewer', 'reviewHandlingOpinion', id, { result: 'AGREE' });
}

describe('a case about HR and administration itself', () => {
  it('goes to its end and begins again without HR: the general manager names who investigates (F12)', async () => {
    const id = await walk.accepted({ complainedDepartmentId: house.departments.office });
    await closedToHr(id);
    await house.act('gm', 'assignComplaint', id, {
      departmentId: house.departments.quality,
      handlerId: house.people.handler,
      instruction: '查明',
    });
    await house.act('handler', 'acceptAssignment', id);
    await name('gm', id, 'handler2');
    expect(await walk.desk(id)).toBe(house.people.handler2);
    await closedToHr(id);

    await report('handler2', id);
    expect(await walk.state(id)).toBe('GM_REVIEW');
    await house.act('gm', 'decideComplaint', id, { result: 'AGREE', decision: '同意' });
    await opinion('handler2', id);

    // The customer does not accept: one more round, again without HR.
    await house.act('service', 'replyToCustomer', id, {
      ...oral,
      outcome: 'REJECTED',
      rejectionReason: '要求道歉',
    });
    expect([await walk.state(id), await walk.desk(id)]).toEqual(['OPINION_DRAFT', house.people.handler2]);
    await closedToHr(id);
    await opinion('handler2', id);
    await house.act('service', 'replyToCustomer', id, {
      ...oral,
      outcome: 'CLOSE',
      noPreventionReason: '供应商责任',
    });
    expect(await walk.state(id)).toBe('CLOSED');

    house.clock.forward(3600);
    await house.act('gm', 'reopenComplaint', id, { reason: '客户提供新的事实' });
    expect([await walk.state(id), await walk.desk(id)]).toEqual(['ASSIGNED', house.people.handler2]);
    await closedToHr(id);
    await house.act('handler2', 'acceptAssignment', id);
    await report('handler2', id);
    expect([await walk.state(id), await walk.desk(id)]).toEqual(['GM_REVIEW', house.people.gm]);
  });

  it('keeps who was named on record: the order, its end, and the line in the log', async () => {
    const id = await walk.accepted({ complainedDepartmentId: house.departments.office });
    await house.act('gm', 'assignComplaint', id, {
      departmentId: house.departments.quality,
      handlerId: house.people.handler,
      instruction: '查明',
    });
    await name('gm', id, 'handler2');
    const orders = await rows(
      'SELECT handler_id, by_id, ended_at, end_reason FROM assignment_order WHERE complaint_id = ? ORDER BY id',
      id,
    );
    expect(orders.map(({ handler_id: who, ended_at: ended }) => [String(who), ended === null])).toEqual([
      [house.people.handler, false],
      [house.people.handler2, true],
    ]);
    expect([orders[0]?.end_reason, String(orders[1]?.by_id)]).toEqual(['须另由他人调查', house.people.gm]);
    const [step] = await rows(
      "SELECT `from`, `to`, note, concerns_id FROM case_step WHERE complaint_id = ? AND action = 'nameInvestigator'",
      id,
    );
    expect(step).toMatchObject({ from: 'ASSIGNED', to: 'ASSIGNED', note: '须另由他人调查' });
    expect(String(step?.concerns_id)).toBe(house.people.handler2);
  });
});
