import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../../../commands/run.js';
import { timerRules } from '../../../timers/register.js';
import { fireDueTimers } from '../../../timers/round.js';
import { armMissing, setFirstHouseTimers } from '../../../timers/sweep.js';
import { systemContext } from '../../../timers/system-context.js';
import { type BesideActs, besideActs } from '../testing/beside-acts.js';
import { type CaseHouse, caseHouse } from '../testing/case-house.js';
import { type CaseWalk, caseWalk } from '../testing/case-walk.js';

const day = 86_400;
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
/** What a server does each round: timers for what is new, then those that are due. */
async function fire(): Promise<void> {
  await perform(setFirstHouseTimers(timerRules), {}, systemContext(house.services));
  await armMissing(house.services.database, 'Asia/Shanghai');
  await fireDueTimers(house.services, timerRules, 'test');
}
const told = async (message: string, recordId: string | null) =>
  (
    await house.services.database.query<{ login: string }>(
      `SELECT s.login FROM notification n JOIN staff s ON s.id = n.to_id
       WHERE n.message = ? AND n.record_id ${recordId === null ? 'IS NULL' : '= ?'} ORDER BY n.id`,
      recordId === null ? [message] : [message, recordId],
    )
  ).map(({ login }) => login);
const ledger = async (id: string, rule: string) =>
  (
    await house.services.database.query<{ event: string }>(
      'SELECT event FROM deadline_entry WHERE complaint_id = ? AND rule = ? ORDER BY id',
      [id, rule],
    )
  ).map(({ event }) => event);
const inSeconds = (seconds: number) => new Date(house.clock.now().getTime() + seconds * 1000).toISOString();
const dayAfter = (days: number) => inSeconds(days * day).slice(0, 10);

describe('the timer of an assistance', () => {
  it('tells the department asked, the asker and the handler when its own deadline has passed, daily until it is answered', async () => {
    const id = await walk.investigating();
    const { id: task } = await beside.act('handler', 'requestAssistance', {
      id,
      departmentId: house.departments.dispatch,
      assigneeId: person('logistics'),
      request: '查运输记录',
      dueAt: inSeconds(day),
    });
    await fire();
    house.clock.forward(day - 1);
    await fire();
    expect(await told('clock.assistanceDue', id)).toEqual([]);
    house.clock.forward(1);
    await fire();
    await fire();
    expect((await told('clock.assistanceDue', id)).sort()).toEqual(['handler', 'logistics']);
    expect(await ledger(id, 'ASSISTANCE')).toContain('PASSED');
    house.clock.forward(day);
    await fire();
    expect(await told('clock.assistanceDue', id)).toHaveLength(4);
    const on = await beside.on(task, 'department_task');
    await beside.act('logistics', 'answerAssistance', { ...on, answer: '无异常' });
    house.clock.forward(day);
    await fire();
    expect(await told('clock.assistanceDue', id)).toHaveLength(4);
  });
});

describe('the timers of a preventive measure', () => {
  it('remind its owner and HR once when it is not done, and once when its effect is to be judged', async () => {
    const id = await walk.investigating();
    const { id: measure } = await beside.act('handler', 'addPreventiveAction', {
      id,
      measure: '加强检验',
      ownerId: person('handler'),
      dueOn: dayAfter(2),
      checkOn: dayAfter(20),
    });
    house.clock.forward(4 * day);
    await fire();
    await fire();
    expect(new Set(await told('clock.preventionDue', id))).toEqual(new Set(['handler', 'office']));
    expect(await told('clock.preventionDue', id)).toHaveLength(2);
    const on = await beside.on(measure, 'preventive_action');
    await beside.act('handler', 'completePreventiveAction', { ...on, doneNote: '已增检' });
    house.clock.forward(18 * day);
    await fire();
    await fire();
    expect(await told('clock.preventionCheck', id)).toEqual(expect.arrayContaining(['handler', 'office']));
    expect(await told('clock.preventionCheck', id)).toHaveLength(2);
    expect(await ledger(id, 'PREVENTION_CHECK')).toContain('WARNED');
  });

  it('say nothing of a measure that was done in time', async () => {
    const id = await walk.investigating();
    const { id: measure } = await beside.act('handler', 'addPreventiveAction', {
      id,
      measure: '培训',
      ownerId: person('handler'),
      dueOn: dayAfter(3),
      checkOn: dayAfter(30),
    });
    house.clock.forward(60);
    const on = await beside.on(measure, 'preventive_action');
    await beside.act('handler', 'completePreventiveAction', { ...on, doneNote: '已培训' });
    house.clock.forward(5 * day);
    await fire();
    expect(await told('clock.preventionDue', id)).toEqual([]);
  });
});

describe('the weekly list', () => {
  const lists = async () =>
    (
      await house.services.database.query<{ content: unknown }>(
        "SELECT content FROM notification WHERE message = 'clock.weeklyList' ORDER BY id",
      )
    ).map(({ content }) =>
      typeof content === 'string'
        ? (JSON.parse(content) as Record<string, unknown>)
        : (content as Record<string, unknown>),
    );

  it('names to the general manager, each week until they are closed, the breached cases that are open', async () => {
    await fire();
    const before = (await lists()).length;
    const id = await house.open('clerk');
    const { no } = await house.row(id);
    house.clock.forward(7 * day);
    await fire();
    house.clock.forward(7 * day);
    await fire();
    const after = (await lists()).slice(before);
    expect(after.some(({ list }) => String(list).includes(String(no)))).toBe(true);
    expect(new Set(await told('clock.weeklyList', null))).toEqual(new Set(['gm']));
    await house.act('service', 'withdrawComplaint', id, { statement: '客户来电撤诉' });
    const known = (await lists()).length;
    house.clock.forward(7 * day);
    await fire();
    const later = (await lists()).slice(known);
    expect(later.some(({ list }) => String(list).includes(String(no)))).toBe(false);
  });
});
