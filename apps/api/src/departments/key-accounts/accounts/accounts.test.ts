import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusal, refusedFields } from '../../../testing/refusal.js';
import { sweep } from '../../../timers/job.js';
import { timerRules } from '../../../timers/register.js';
import { fireDueTimers } from '../../../timers/round.js';
import { type AccountHouse, accountHouse } from '../testing/account-house.js';

let house: AccountHouse;
let early: string;
beforeAll(async () => {
  house = await accountHouse();
  early = await accountOf(house.customers.early);
});
afterAll(() => house.close());

async function accountOf(customerId: string): Promise<string> {
  const [row] = await house.services.database.query<{ id: string }>(
    'SELECT id FROM key_account WHERE customer_id = ?',
    [customerId],
  );
  return String(row?.id);
}
const step = (by: string, name: string, input: Record<string, unknown> = {}, id = early) =>
  house.step(by, name, 'key_account', id, input);
const account = (id = early) => house.row('key_account', id);
const assignments = () =>
  house.services.database.query<Record<string, unknown>>(
    'SELECT * FROM account_assignment WHERE key_account_id = ? ORDER BY id',
    [early],
  );
const order = async (): Promise<string> =>
  (
    (await house.act('kam', 'createOrder', {
      customerId: house.customers.early,
      lines: [{ productId: house.products[0], quantity: '1' }],
    })) as { id: string }
  ).id;

describe('an account', () => {
  test('is assigned by the company alone: file, orders and history follow its manager', async () => {
    const id = await order();
    const assign = (by: string, more: Record<string, unknown> = {}) =>
      step(by, 'assignKeyAccount', { managerId: house.people.kam2, reason: '区域调整', ...more });
    expect(await refusal(assign('kam'))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusedFields(assign('head', { managerId: house.people.ops }))).toEqual({
      managerId: 'solicitation.notAManager',
    });
    expect(await refusedFields(assign('head', { reason: ' ' }))).toEqual({ reason: 'input.required' });
    await assign('head');
    expect(await account()).toMatchObject({ manager_id: house.people.kam2, region_id: house.region });
    expect(await house.row('customer', house.customers.early)).toMatchObject({ owner_id: house.people.kam2 });
    expect(await house.row('sales_order', id)).toMatchObject({
      responsible_id: house.people.kam2,
      state: 'DRAFT',
    });
    const history = await house.services.database.query<Record<string, unknown>>(
      "SELECT * FROM customer_history WHERE customer_id = ? AND attribute = 'OWNER' AND valid_to IS NULL",
      [house.customers.early],
    );
    expect(history).toMatchObject([{ owner_id: house.people.kam2, reason: '区域调整' }]);
    house.clock.forward(60);
    await assign('area', { managerId: house.people.kam, reason: '恢复' });
    const [first, second] = await assignments();
    expect(first).toMatchObject({ manager_id: house.people.kam2, by_id: house.people.head });
    expect(first?.ends_at).not.toBeNull();
    expect(second).toMatchObject({ manager_id: house.people.kam, ends_at: null });
  });

  test('is assigned from a later day on when its day has come, unless something else was arranged meanwhile', async () => {
    const pass = async () => {
      await sweep(house.services);
      await fireDueTimers(house.services, timerRules, 'test');
    };
    const later = (days: number) => new Date(house.clock.now().getTime() + days * 86_400_000).toISOString();
    const assign = (managerId: string | undefined, startsAt: string) =>
      step('head', 'assignKeyAccount', { managerId, startsAt, reason: '年度调整' });
    expect(await refusedFields(assign(house.people.kam2, later(-1)))).toEqual({ startsAt: 'input.past' });
    await assign(house.people.kam2, later(5));
    await pass();
    expect(await account()).toMatchObject({ manager_id: house.people.kam });
    house.clock.forward(5 * 86_400);
    await Promise.all([pass(), pass()]);
    expect(await account()).toMatchObject({ manager_id: house.people.kam2 });
    expect((await assignments()).filter(({ ends_at }) => ends_at === null)).toMatchObject([
      { manager_id: house.people.kam2 },
    ]);
    await assign(house.people.kam, later(5));
    await assign(house.people.kam, later(2));
    house.clock.forward(2 * 86_400);
    await pass();
    expect(await account()).toMatchObject({ manager_id: house.people.kam });
    house.clock.forward(3 * 86_400);
    await pass();
    expect((await assignments()).filter(({ ends_at }) => ends_at === null)).toHaveLength(1);
  });

  test('keeps its kind and potential by its manager', async () => {
    await step('kam', 'updateKeyAccount', { kind: 'STRATEGIC', annualPotential: '2000000' });
    expect(await account()).toMatchObject({ kind: 'STRATEGIC', annual_potential: '2000000.00' });
    expect(await refusal(step('kam2', 'updateKeyAccount', { kind: 'GROUP' }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await refusal(step('ops', 'updateKeyAccount', { kind: 'GROUP' }))).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  test('names who decides: contacts of its customer, each once', async () => {
    const contactId = await house.plant('Contact', { customerId: house.customers.early, name: '王总' });
    const stranger = await house.plant('Contact', { customerId: house.customers.regular, name: '李总' });
    const save = (input: Record<string, unknown>) =>
      house.act('kam', 'saveDecisionMaker', { keyAccountId: early, ...input });
    expect(await refusedFields(save({ contactId: stranger, role: 'DECIDER' }))).toEqual({
      contactId: 'account.contactOfAnother',
    });
    await save({ contactId, role: 'DECIDER', favourable: true });
    await save({ contactId, favourable: false, note: '倾向竞品' });
    const chain = () =>
      house.services.database.query<{ id: string; role: string; favourable: number }>(
        'SELECT id, role, favourable FROM decision_maker WHERE key_account_id = ?',
        [early],
      );
    const [only, ...others] = await chain();
    expect(others).toEqual([]);
    expect(only).toMatchObject({ role: 'DECIDER', favourable: 0 });
    await house.step('kam', 'removeDecisionMaker', 'decision_maker', String(only?.id));
    expect(await chain()).toEqual([]);
  });

  test('is paused, resumed and ended by the company; ended only when no order is open', async () => {
    const reason = { reason: '客户停业整顿' };
    expect(await refusal(step('kam', 'pauseKeyAccount', reason))).toMatchObject({ code: 'FORBIDDEN' });
    await step('head', 'pauseKeyAccount', reason);
    expect(await account()).toMatchObject({ state: 'PAUSED', state_reason: '客户停业整顿' });
    expect(await refusal(order())).toMatchObject({ key: 'account.notActive' });
    await step('head', 'resumeKeyAccount', reason);
    expect(await refusal(step('head', 'endKeyAccount', reason))).toMatchObject({ key: 'account.openOrders' });
    await house.services.database.change("UPDATE sales_order SET state = 'COMPLETED' WHERE customer_id = ?", [
      house.customers.early,
    ]);
    await step('head', 'endKeyAccount', reason);
    expect(await refusal(step('head', 'updateKeyAccount', { kind: 'GROUP' }))).toMatchObject({
      key: 'account.ended',
    });
  });
});
