import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusal, refusedFields } from '../../../testing/refusal.js';
import { timerRules } from '../../../timers/register.js';
import { fireDueTimers } from '../../../timers/round.js';
import { type AccountHouse, accountHouse } from '../testing/account-house.js';

let house: AccountHouse;
beforeAll(async () => {
  house = await accountHouse();
  await house.services.database.change("UPDATE customer SET grade = 'B' WHERE id = ?", [
    house.customers.early,
  ]);
});
afterAll(() => house.close());

const plan = async (input: Record<string, unknown> = {}, by = 'kam'): Promise<string> =>
  (
    (await house.act(by, 'planVisit', {
      customerId: house.customers.early,
      plannedAt: house.clock.now().toISOString(),
      level: 'SENIOR',
      mode: 'ON_SITE',
      objective: 'DEEPEN',
      ...input,
    })) as { id: string }
  ).id;
const step = (by: string, name: string, id: string, input: Record<string, unknown> = {}) =>
  house.step(by, name, 'customer_visit', id, input);
const visit = (id: string) => house.row('customer_visit', id);
const report = (id: string, input: Record<string, unknown> = {}) =>
  step('kam', 'reportVisit', id, { topics: '年度供货', result: 'REACHED', ...input });
const account = async () => {
  const [row] = await house.services.database.query<Record<string, unknown>>(
    "SELECT DATE_FORMAT(next_visit_due, '%Y-%m-%d') AS due, last_visit_at FROM key_account WHERE customer_id = ?",
    [house.customers.early],
  );
  return row ?? {};
};

describe('a visit', () => {
  test('is planned for a customer or a solicitation, with level, mode and objective', async () => {
    const id = await plan({ plannedAt: '2026-03-10T02:00:00Z' });
    expect(await visit(id)).toMatchObject({
      no: 'BF-20260307-0001',
      state: 'PLANNED',
      visitor_id: house.people.kam,
    });
    expect(await refusedFields(plan({ customerId: null }))).toEqual({ customerId: 'visit.forOne' });
    expect(await refusedFields(plan({}, 'kam2'))).toEqual({ customerId: 'input.noSuchRecord' });
    const { id: solicitationId } = (await house.act('kam', 'openSolicitation', {
      prospect: '新客户',
    })) as { id: string };
    await plan({ customerId: null, solicitationId });
  });

  test('is checked in at its place, reported with pictures within a day, and its next steps become tasks', async () => {
    const id = await plan();
    await step('kam', 'checkInVisit', id, { place: '客户总部', latitude: 31.23, longitude: 121.47 });
    expect(await visit(id)).toMatchObject({ state: 'DONE', latitude: 31.23, place: '客户总部' });
    house.clock.forward(23 * 3600);
    const dueAt = new Date(house.clock.now().getTime() + 3 * 86_400_000).toISOString();
    await report(id, {
      fileIds: [await house.upload('kam', '现场.jpg'), await house.upload('kam', '录音.m4a')],
      nextSteps: [
        { title: '发送报价', dueAt },
        { title: '安排打样', assigneeId: house.people.ops, dueAt },
      ],
    });
    expect(await visit(id)).toMatchObject({
      state: 'REPORTED',
      report_late: 0,
      next_steps: 2,
      result: 'REACHED',
    });
    const tasks = await house.services.database.query<Record<string, unknown>>(
      'SELECT * FROM assigned_task WHERE visit_id = ? ORDER BY id',
      [id],
    );
    expect(tasks).toMatchObject([
      { title: '发送报价', assignee_id: house.people.kam, assigner_id: house.people.kam, state: 'OPEN' },
      { title: '安排打样', assignee_id: house.people.ops, state: 'OPEN' },
    ]);
    const files = await house.services.database.query('SELECT 1 FROM visit_file WHERE visit_id = ?', [id]);
    expect(files).toHaveLength(2);
    expect((await account()).due).toBe('2026-06-05');
  });

  test('reported after a day counts as late, and the visitor was told once', async () => {
    const id = await plan();
    const fire = () => fireDueTimers(house.services, timerRules, 'test');
    house.clock.forward(24 * 3600 + 60);
    await Promise.all([fire(), fire()]);
    await fire();
    const told = await house.services.database.query(
      "SELECT 1 FROM notification WHERE message = 'visit.reportDue' AND record_id = ?",
      [id],
    );
    expect(told).toHaveLength(1);
    await report(id);
    expect(await visit(id)).toMatchObject({ report_late: 1 });
  });

  test('is not reported before it took place, nor by anybody but the visitor, nor from nowhere on earth', async () => {
    const tomorrow = new Date(house.clock.now().getTime() + 86_400_000).toISOString();
    const id = await plan({ plannedAt: tomorrow });
    expect(await refusal(report(id))).toMatchObject({ key: 'visitGuard.notBeforeItTookPlace' });
    const now = house.clock.now().toISOString();
    expect(await refusedFields(report(id, { visitedAt: now, latitude: 99, longitude: 10 }))).toEqual({
      latitude: 'visit.noPlace',
    });
    expect(await refusedFields(report(id, { visitedAt: now, latitude: 9 }))).toEqual({
      longitude: 'input.required',
    });
    const colleagues = await house.plant('CustomerVisit', {
      no: 'BF-X',
      customerId: house.customers.early,
      visitorId: house.people.kam2 ?? '',
      state: 'PLANNED',
      plannedAt: '2026-03-01T02:00:00Z',
      level: 'SENIOR',
      mode: 'ON_SITE',
      objective: 'DEEPEN',
      nextSteps: 0,
    });
    expect(await refusal(report(colleagues))).toMatchObject({ key: 'visitGuard.visitorOnly' });
  });

  test('is reviewed by a superior, never by the visitor', async () => {
    const id = await plan();
    await report(id);
    expect(await refusal(step('kam', 'reviewVisit', id))).toMatchObject({ code: 'FORBIDDEN' });
    await step('head', 'reviewVisit', id, { reviewNote: '跟进报价' });
    expect(await visit(id)).toMatchObject({ state: 'REVIEWED', reviewed_by_id: house.people.head });
  });

  test('is cancelled with a reason, and then asks for no report', async () => {
    const id = await plan();
    expect(await refusal(step('kam', 'cancelVisit', id, { reason: '' }))).toMatchObject({
      key: 'visitGuard.reasonGiven',
    });
    await step('kam', 'cancelVisit', id, { reason: '客户改期' });
    expect(await visit(id)).toMatchObject({ state: 'CANCELLED', report_due_at: null });
  });

  test('is due by the rhythm of the grade, which the department sets', async () => {
    const before = await account();
    expect(await refusal(house.act('kam', 'setVisitRhythm', { grade: 'B', days: 10 }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await refusedFields(house.act('head', 'setVisitRhythm', { grade: 'Z', days: 10 }))).toMatchObject({
      grade: 'input.notOneOf',
    });
    await house.act('head', 'setVisitRhythm', { grade: 'B', days: 10 });
    const after = await account();
    expect(Date.parse(String(before.due)) - Date.parse(String(after.due))).toBe(80 * 86_400_000);
    const due = after.due;
    // An older visit that is reported only now does not bring the next one forward.
    await report(await plan({ plannedAt: '2026-02-01T02:00:00Z' }));
    expect((await account()).due).toBe(due);
  });
});
