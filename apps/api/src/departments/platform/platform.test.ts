import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { principalsOf } from '../../access/stand-ins.js';
import { type House, testHouse } from '../../access/testing/house.js';
import { perform } from '../../commands/run.js';
import { refusal, refusedFields } from '../../testing/refusal.js';
import { delegate, endDelegation } from './delegations.js';
import { acceptTask, assignTask, completeTask, confirmTask, returnTask } from './tasks.js';

let house: House;
let head: string;
let clerk: string;
let stranger: string;
let gm: string;
beforeAll(async () => {
  house = await testHouse();
  const store = await house.plant('Department', { code: 'S1', name: '一店', kind: 'STORE' });
  const other = await house.plant('Department', { code: 'S2', name: '二店', kind: 'STORE' });
  head = await house.person('head', ['STORE_SUP'], { departmentId: store });
  clerk = await house.person('clerk', ['STORE_STAFF'], { departmentId: store });
  stranger = await house.person('stranger', ['STORE_STAFF'], { departmentId: other });
  gm = await house.person('gm', ['GM']);
});
afterAll(() => house?.close());

const inDays = (days: number) => new Date(house.clock.now().getTime() + days * 86_400_000).toISOString();

describe('a task', () => {
  const give = (more = {}) => ({ title: '整改货架', assigneeId: clerk, dueAt: inDays(3), ...more });
  it('is given, taken on, done, returned, done again, and over only when the assigner confirms', async () => {
    const { id, told } = await perform(assignTask, give(), await house.as(head));
    expect(told.map(({ staffId }) => staffId)).toEqual([clerk]);
    await perform(acceptTask, { id, expectedVersion: 1 }, await house.as(clerk));
    await perform(completeTask, { id, expectedVersion: 2, result: '已整改' }, await house.as(clerk));
    const own = perform(confirmTask, { id, expectedVersion: 3 }, await house.as(clerk));
    expect((await refusal(own)).key).toBe('rule.assignerOnly');
    await perform(returnTask, { id, expectedVersion: 3, verdict: '第二排未动' }, await house.as(head));
    await perform(completeTask, { id, expectedVersion: 4, result: '全部整改' }, await house.as(clerk));
    await perform(confirmTask, { id, expectedVersion: 5 }, await house.as(head));
    const again = perform(confirmTask, { id, expectedVersion: 6 }, await house.as(head));
    expect((await refusal(again)).key).toBe('rule.taskState');
  });

  it('goes to the own people only, with a date to come; from the general manager to anybody', async () => {
    const by = async (staffId: string, more = {}) => perform(assignTask, give(more), await house.as(staffId));
    expect(await refusedFields(by(head, { assigneeId: stranger }))).toEqual({
      assigneeId: 'rule.notYourPeople',
    });
    expect(await refusedFields(by(head, { dueAt: inDays(-1) }))).toEqual({ dueAt: 'input.past' });
    expect((await refusal(by(clerk))).code).toBe('FORBIDDEN');
    await by(gm, { assigneeId: stranger });
  });
});

describe('a delegation', () => {
  const give = async (from: string, to: string, start: number, end: number) =>
    perform(
      delegate,
      { toId: to, startsAt: inDays(start), endsAt: inDays(end), reason: '休假' },
      await house.as(from),
    );

  it('is never to oneself, nor twice at a time, nor in a circle', async () => {
    expect(await refusedFields(give(gm, gm, 1, 2))).toEqual({ toId: 'rule.notOneself' });
    expect(await refusedFields(give(gm, head, 2, 1))).toEqual({ endsAt: 'rule.endBeforeStart' });
    await give(gm, head, 10, 20);
    expect((await refusal(give(gm, clerk, 15, 16))).key).toBe('rule.delegationOverlaps');
    await give(head, clerk, 12, 14);
    expect((await refusal(give(clerk, gm, 13, 15))).key).toBe('rule.delegationCircle');
    await give(clerk, gm, 20, 21);
  });

  it('holds from its start to its end, or until it is ended', async () => {
    const names = (to: string, days: number) =>
      principalsOf(house.services.database, to, new Date(inDays(days)));
    const { id } = await give(stranger, clerk, 0, 5);
    expect(await names(clerk, 1)).toEqual([stranger]);
    expect(await names(clerk, 5)).toEqual([]);
    expect((await house.actor(clerk)).deputyFor?.map(({ staffId }) => staffId)).toEqual([stranger]);
    await perform(endDelegation, { id, expectedVersion: 1 }, await house.as(stranger));
    expect(await names(clerk, 1)).toEqual([]);
    const again = perform(endDelegation, { id, expectedVersion: 2 }, await house.as(stranger));
    expect((await refusal(again)).key).toBe('rule.delegationEnded');
  });
});
