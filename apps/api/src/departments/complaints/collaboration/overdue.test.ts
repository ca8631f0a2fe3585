import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal, refusedFields } from '../../../testing/refusal.js';
import { timerRules } from '../../../timers/register.js';
import { fireDueTimers } from '../../../timers/round.js';
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

const hours = 3600;
const person = (login: string) => house.people[login] ?? '';
const fire = () => fireDueTimers(house.services, timerRules, 'test');
const escalations = (id: string) =>
  house.services.database.query<{ id: string; to_id: string | null; done: number; acknowledged_at: unknown }>(
    'SELECT id, to_id, done, acknowledged_at FROM escalation WHERE complaint_id = ? ORDER BY id',
    [id],
  );

describe('a case that is overdue', () => {
  it('is explained by whoever works on it, once and again, and the breach stays', async () => {
    const id = await walk.investigating();
    house.clock.forward(168 * hours);
    await fire();
    const explain = { breachReason: '等待供应商检测报告' };
    expect(
      (await refusal(beside.act('clerk', 'explainBreach', { ...(await beside.on(id)), ...explain }))).key,
    ).toBe('rule.notHandling');
    expect(
      await refusedFields(
        beside.act('handler', 'explainBreach', { ...(await beside.on(id)), breachReason: ' ' }),
      ),
    ).toEqual({ breachReason: 'input.required' });
    const { told } = await beside.act('handler', 'explainBreach', { ...(await beside.on(id)), ...explain });
    expect(told.map(({ staffId }) => staffId)).toEqual(
      expect.arrayContaining([person('office'), person('gm')]),
    );
    expect(await house.row(id)).toMatchObject({ breached: 1, breach_reason: '等待供应商检测报告' });
    await beside.act('handler', 'explainBreach', { ...(await beside.on(id)), breachReason: '检测延误' });
    expect((await house.row(id)).breach_reason).toBe('检测延误');
  });

  it('was brought before HR and the general manager, who say that they know, each for himself and once', async () => {
    const id = await walk.investigating();
    house.clock.forward(168 * hours);
    await fire();
    const [first] = await escalations(id);
    expect(first).toMatchObject({ to_id: person('office'), done: 0, acknowledged_at: null });
    const on = () => beside.on(String(first?.id), 'escalation');
    expect((await refusal(beside.act('gm', 'acknowledgeEscalation', await on()))).key).toBe(
      'rule.notAddressed',
    );
    expect((await refusal(beside.act('clerkB', 'acknowledgeEscalation', await on()))).code).toBe('NOT_FOUND');
    await beside.act('office', 'acknowledgeEscalation', await on());
    const [after] = await escalations(id);
    expect([after?.done, after?.acknowledged_at !== null]).toEqual([1, true]);
    expect((await refusal(beside.act('office', 'acknowledgeEscalation', await on()))).key).toBe(
      'rule.answeredAlready',
    );
  });
});
