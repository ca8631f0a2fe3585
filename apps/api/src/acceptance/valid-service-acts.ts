import type { AfterSalesState, TechSupportState } from '@kehu/domain/key-accounts/after-sales';
import type { RecordRow } from '../records/encode.js';
import { houseStaff } from '../testing/small-house.js';
import type { Input, ValidAct } from './valid-acts.js';
import { anAccount, anOrder, seen, shippedOrder } from './valid-order-acts.js';
import type { World } from './world.js';

const staff = (login: string) => houseStaff[login] ?? '';
const at = '2026-01-06T02:00:00.000Z';
const reason = '客户要求';

const aCase = async (world: World, state: AfterSalesState, more: RecordRow = {}): Promise<string> => {
  const order = await shippedOrder(world);
  const id = await world.plant('AfterSalesCase', {
    no: `SH-QA-${world.next()}`,
    kind: 'RETURN',
    state,
    stateSince: at,
    customerId: order.customerId,
    orderId: order.id,
    phase: 'REGULAR',
    responsibleId: staff('ops'),
    description: '一把椅子断裂',
    diagnosis: '焊接不牢',
    result: '已退货',
    openedAt: at,
    dueAt: '2098-01-01T00:00:00.000Z',
    ...more,
  });
  await world.plant('AfterSalesLine', { afterSalesCaseId: id, orderLineId: order.lines[0], quantity: '1' });
  return id;
};

const onCase = (state: AfterSalesState, input: Input = {}, more: RecordRow = {}): ValidAct => ({
  as: 'ops-cs',
  kind: 'AfterSalesCase',
  input: async (world) => ({ ...seen(await aCase(world, state, more)), ...input }),
});

const afterSalesActs: Readonly<Record<string, ValidAct>> = {
  openAfterSales: {
    as: 'ops-cs',
    kind: 'AfterSalesCase',
    back: 'afterSalesCase { FIELD }',
    mentions: ['customerId'],
    mayBeEmpty: ['lines'],
    async input(world) {
      const { id, customerId, lines } = await shippedOrder(world);
      return {
        customerId,
        orderId: id,
        kind: 'REPAIR',
        description: `椅子断裂${world.next()}`,
        lines: [{ orderLineId: lines[0], quantity: '1' }],
      };
    },
  },
  acknowledgeAfterSales: onCase('OPEN', { promisedAt: '2098-01-01T00:00:00.000Z' }),
  diagnoseAfterSales: onCase('ACKNOWLEDGED'),
  actOnAfterSales: { ...onCase('DIAGNOSING', { diagnosis: '焊接不牢' }), back: 'afterSalesCase { FIELD }' },
  finishAfterSales: { ...onCase('ACTION', { result: '已退货' }), back: 'afterSalesCase { FIELD }' },
  confirmAfterSales: onCase('DONE', { answer: 'SATISFIED' }),
  closeAfterSales: onCase('CUSTOMER_CONFIRMED'),
  disputeAfterSales: onCase('ACTION', { reason }),
  settleDispute: onCase('DISPUTED', { reason }),
};

const aRequest = async (world: World, state: TechSupportState, more: RecordRow = {}): Promise<string> =>
  world.plant('TechSupportRequest', {
    no: `JS-QA-${world.next()}`,
    type: 'SUPPORT',
    level: 'LEVEL_1',
    state,
    stateSince: at,
    customerId: (await anAccount(world)).customerId,
    problem: '打印机卡纸',
    coordinatorId: staff('kam'),
    engineerId: state === 'REQUESTED' ? null : staff('tech'),
    solution: '更换滚轮',
    signedBy: '陈收货',
    requestedAt: at,
    responseDueAt: '2098-01-01T00:00:00.000Z',
    ...more,
  });

const onRequest = (as: string, state: TechSupportState, input: Input = {}): ValidAct => ({
  as,
  kind: 'TechSupportRequest',
  input: async (world) => ({ ...seen(await aRequest(world, state)), ...input }),
  // What another engineer works on, and what another manager coordinates.
  foreign: async (world) =>
    as === 'tech'
      ? aRequest(world, 'ASSIGNED', { engineerId: staff('gm') })
      : aRequest(world, 'ASSIGNED', { coordinatorId: staff('gm'), customerId: '1004' }),
});

const supportActs: Readonly<Record<string, ValidAct>> = {
  requestSupport: {
    as: 'kam',
    kind: 'TechSupportRequest',
    back: 'techSupportRequest { FIELD }',
    mentions: ['customerId'],
    async input(world) {
      const order = await anOrder(world, 'DELIVERED');
      return {
        customerId: order.customerId,
        orderId: order.id,
        type: 'SUPPORT',
        level: 'LEVEL_1',
        problem: `卡纸${world.next()}`,
      };
    },
  },
  assignSupport: onRequest('kam', 'REQUESTED', { engineerId: staff('tech') }),
  startSupport: onRequest('tech', 'ASSIGNED', { mode: 'REMOTE' }),
  solveSupport: {
    ...onRequest('tech', 'ON_SITE', { solution: '更换滚轮' }),
    back: 'techSupportRequest { FIELD }',
  },
  confirmSupport: onRequest('kam', 'SOLVED', { answer: 'SOLVED', signedBy: '陈收货' }),
  closeSupport: onRequest('kam', 'CONFIRMED'),
};

/** One valid example of every act on after-sales cases and technical support. */
export const serviceActs: Readonly<Record<string, ValidAct>> = { ...afterSalesActs, ...supportActs };
