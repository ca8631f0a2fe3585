import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ActError } from '../../../commands/errors.js';
import { refusal, refusedFields } from '../../../testing/refusal.js';
import { type AccountHouse, accountHouse } from '../testing/account-house.js';

let house: AccountHouse;
let account: string;
beforeAll(async () => {
  house = await accountHouse();
  const [row] = await house.services.database.query<{ id: string }>(
    'SELECT id FROM key_account WHERE customer_id = ?',
    [house.customers.early],
  );
  account = String(row?.id);
});
afterAll(() => house.close());
// Each test begins with the account in its early phase and no hand-over open.
afterEach(async () => {
  await house.services.database.change(
    "UPDATE phase_handover SET state = 'WITHDRAWN' WHERE state IN ('PROPOSED', 'ACCEPTED')",
    [],
  );
  if ((await house.row('key_account', account)).phase === 'REGULAR')
    await house.step('head', 'returnAccountToEarly', 'key_account', account, { reason: '恢复' });
});

const order = async (by = 'kam'): Promise<string> =>
  (
    (await house.act(by, 'createOrder', {
      customerId: house.customers.early,
      lines: [{ productId: house.products[0], quantity: '2' }],
    })) as { id: string }
  ).id;
const propose = async (): Promise<string> =>
  (
    (await house.act('kam', 'proposeHandover', { keyAccountId: account, reason: '已连续三单正常交付' })) as {
      id: string;
    }
  ).id;
const step = (by: string, name: string, id: string, input: Record<string, unknown> = {}) =>
  house.step(by, name, 'phase_handover', id, input);
interface Item {
  readonly id: string;
  readonly kind: string;
  readonly record_id: string;
  readonly title: string;
  readonly state_then: string;
  readonly received: number;
}
const items = (id: string) =>
  house.services.database.query<Item>('SELECT * FROM handover_item WHERE handover_id = ? ORDER BY item_no', [
    id,
  ]);
const tickAll = async (id: string) =>
  house.act('ops', 'tickHandoverItem', { handoverId: id, itemIds: (await items(id)).map((item) => item.id) });
const accepted = async (): Promise<string> => {
  const id = await propose();
  await tickAll(id);
  await step('ops', 'acceptHandover', id, { acceptNote: '清单无误' });
  return id;
};
const openOrders = () =>
  house.services.database.query<Record<string, unknown>>(
    "SELECT * FROM sales_order WHERE customer_id = ? AND state NOT IN ('COMPLETED', 'CANCELLED') ORDER BY id",
    [house.customers.early],
  );
const openCase = async () => {
  const { id } = (await house.act('kam', 'openAfterSales', {
    customerId: house.customers.early,
    kind: 'REPAIR',
    description: '椅轮损坏',
  })) as { id: string };
  return id;
};

describe('the hand-over of an account', () => {
  test('lists everything that is open: orders, cases, contracts, what is still to be paid', async () => {
    const open = await order();
    const owed = await order();
    await house.services.database.change(
      "UPDATE sales_order SET state = 'COMPLETED', delivered_at = '2026-03-01', total = 500, paid_total = 120.5 WHERE id = ?",
      [owed],
    );
    const repair = await openCase();
    const id = await propose();
    const list = await items(id);
    expect(list.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['ORDER', 'AFTER_SALES', 'CONTRACT', 'RECEIVABLE']),
    );
    expect(list.find(({ record_id, kind }) => record_id === open && kind === 'ORDER')).toMatchObject({
      state_then: 'DRAFT',
      received: 0,
    });
    expect(list.some(({ record_id, kind }) => record_id === repair && kind === 'AFTER_SALES')).toBe(true);
    expect(list.find(({ kind }) => kind === 'RECEIVABLE')?.title).toMatch(/^DD-\d{8}-\d{4} 379\.50$/);
    expect(await house.row('phase_handover', id)).toMatchObject({
      no: expect.stringMatching(/^YJ-20260307-/),
      state: 'PROPOSED',
      item_count: list.length,
      from_manager_id: house.people.kam,
    });
    expect(await refusal(propose())).toMatchObject({ key: 'handoverGuard.noOtherHandover', article: 'R3.2' });
  });

  test('is received item by item: nothing unticked, nothing that came in since', async () => {
    const id = await propose();
    expect(await refusal(step('ops', 'acceptHandover', id))).toMatchObject({
      key: 'handoverGuard.everythingReceived',
    });
    expect(await refusal(step('kam', 'acceptHandover', id))).toMatchObject({ code: 'FORBIDDEN' });
    await tickAll(id);
    await order();
    expect(await refusal(step('ops', 'acceptHandover', id))).toMatchObject({
      key: 'handoverGuard.listComplete',
    });
    await step('kam', 'refreshHandover', id);
    const [late] = (await items(id)).filter(({ received }) => received === 0);
    expect(late).toMatchObject({ kind: 'ORDER', state_then: 'DRAFT' });
    expect(
      await refusedFields(house.act('ops', 'tickHandoverItem', { handoverId: id, itemIds: ['1'] })),
    ).toEqual({ 'itemIds.0': 'input.noSuchRecord' });
    await house.act('ops', 'tickHandoverItem', { handoverId: id, itemIds: [late?.id], remark: '草稿' });
    await step('ops', 'acceptHandover', id, { acceptNote: '已核对' });
    expect(await house.row('phase_handover', id)).toMatchObject({
      state: 'ACCEPTED',
      to_staff_id: house.people.ops,
      accept_note: '已核对',
    });
    expect(await refusal(tickAll(id))).toMatchObject({ key: 'handover.notProposed' });
  });

  test('is sent back by operations or withdrawn by the manager, with a reason; the account stays where it is', async () => {
    const sent = await propose();
    expect(await refusal(step('ops', 'refuseHandover', sent, { reason: '' }))).toMatchObject({
      key: 'handoverGuard.reasonGiven',
    });
    await step('ops', 'refuseHandover', sent, { reason: '缺合同' });
    expect(await house.row('phase_handover', sent)).toMatchObject({
      state: 'REFUSED',
      accept_note: '缺合同',
    });
    const withdrawn = await accepted();
    await step('kam', 'withdrawHandover', withdrawn, { reason: '暂缓' });
    expect(await house.row('key_account', account)).toMatchObject({ phase: 'EARLY' });
  });

  test('approved by the head moves account, open orders and cases together, states untouched', async () => {
    const draft = await order();
    const submitted = await order();
    await house.step('kam', 'submitOrder', 'sales_order', submitted);
    const repair = await openCase();
    const done = await order();
    await house.services.database.change("UPDATE sales_order SET state = 'CANCELLED' WHERE id = ?", [done]);
    const id = await accepted();
    expect(await refusal(step('ops', 'approveHandover', id))).toMatchObject({ code: 'FORBIDDEN' });
    await step('head', 'approveHandover', id);
    expect(await house.row('key_account', account)).toMatchObject({ phase: 'REGULAR' });
    for (const [which, state] of [
      [draft, 'DRAFT'],
      [submitted, 'SUBMITTED'],
    ] as const)
      expect(await house.row('sales_order', which)).toMatchObject({
        state,
        phase: 'REGULAR',
        responsible_id: null,
        responsible_department_id: house.departments.operations,
      });
    expect(await house.row('after_sales_case', repair)).toMatchObject({ state: 'OPEN', phase: 'REGULAR' });
    expect(await house.row('sales_order', done)).toMatchObject({ phase: 'EARLY' });
    // From now on operations act, the manager assists.
    expect(await refusal(house.step('kam', 'submitOrder', 'sales_order', draft))).toMatchObject({
      key: 'orderGuard.accountable',
    });
    await house.step('ops', 'submitOrder', 'sales_order', draft);
    expect(await refusal(propose())).toMatchObject({ key: 'handoverGuard.accountInEarlyPhase' });
  });

  test('goes back to the early phase by the head alone, with the manager answering for all of it again', async () => {
    const id = await order();
    await step('head', 'approveHandover', await accepted());
    const back = (by: string) =>
      house.step(by, 'returnAccountToEarly', 'key_account', account, { reason: '交付异常' });
    expect(await refusal(back('kam'))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusal(back('ops'))).toMatchObject({ code: 'FORBIDDEN' });
    await back('head');
    expect(await house.row('key_account', account)).toMatchObject({ phase: 'EARLY' });
    expect(await house.row('sales_order', id)).toMatchObject({
      phase: 'EARLY',
      responsible_id: house.people.kam,
    });
    expect(await refusal(back('head'))).toMatchObject({ key: 'account.alreadyEarly' });
  });

  test('moves all of it or nothing', async () => {
    const id = await order();
    const handover = await accepted();
    await house.services.database.query(
      `CREATE TRIGGER stop_hand_over BEFORE UPDATE ON sales_order FOR EACH ROW
       BEGIN IF NEW.id = ${id} AND NEW.phase = 'REGULAR' THEN SIGNAL SQLSTATE '45000'; END IF; END`,
    );
    await expect(step('head', 'approveHandover', handover)).rejects.toThrow();
    await house.services.database.query('DROP TRIGGER stop_hand_over');
    expect(await house.row('key_account', account)).toMatchObject({ phase: 'EARLY' });
    expect(await house.row('phase_handover', handover)).toMatchObject({
      state: 'ACCEPTED',
      approved_at: null,
    });
    expect((await openOrders()).every(({ phase }) => phase === 'EARLY')).toBe(true);
    await step('head', 'approveHandover', handover);
    expect((await openOrders()).every(({ phase }) => phase === 'REGULAR')).toBe(true);
  });

  test('loses no order or case that comes in while it is approved', async () => {
    for (let round = 0; round < 4; round += 1) {
      const handover = await accepted();
      const acts = [
        order('kam'),
        step('head', 'approveHandover', handover),
        order('ops'),
        order('kam'),
        openCase(),
        order('ops'),
      ];
      const outcomes = await Promise.allSettled(acts);
      expect(outcomes[1]?.status).toBe('fulfilled');
      // Whoever is not accountable at his moment is refused in words; nothing breaks.
      for (const outcome of outcomes)
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(ActError);
      const open = await openOrders();
      expect(open.map(({ phase }) => phase)).toEqual(open.map(() => 'REGULAR'));
      const cases = await house.services.database.query<{ phase: string }>(
        "SELECT phase FROM after_sales_case WHERE customer_id = ? AND state <> 'CLOSED'",
        [house.customers.early],
      );
      expect(cases.every(({ phase }) => phase === 'REGULAR')).toBe(true);
      const listed = new Set(
        (await items(handover)).filter(({ kind }) => kind === 'ORDER').map(({ record_id }) => record_id),
      );
      const made = outcomes.flatMap((outcome, at) =>
        at !== 1 && at !== 4 && outcome.status === 'fulfilled' ? [String(outcome.value)] : [],
      );
      // Those that came before the move are on its list; those after it were operations' from the start.
      const afterwards = made.filter((id) => !listed.has(id));
      for (const id of afterwards) {
        const [opened] = await house.services.database.query<{ by: string }>(
          "SELECT CAST(by_id AS CHAR) AS `by` FROM order_step WHERE order_id = ? AND act = 'createOrder'",
          [id],
        );
        expect(opened?.by).toBe(house.people.ops);
      }
      await house.step('head', 'returnAccountToEarly', 'key_account', account, { reason: '再试' });
    }
  });
});
