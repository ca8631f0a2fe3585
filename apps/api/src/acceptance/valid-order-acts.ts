import type { OrderState } from '@kehu/domain/key-accounts/order-vocabularies';
import { reviewItems } from '../departments/key-accounts/testing/account-house.js';
import {
  type AccountPeople,
  type PlantedOrder,
  plantAccount,
  plantOrder,
  plantShipment,
} from '../departments/key-accounts/testing/plant-order.js';
import type { RecordRow } from '../records/encode.js';
import { house, houseStaff } from '../testing/small-house.js';
import type { Input, ValidAct } from './valid-acts.js';
import type { World } from './world.js';

const staff = (login: string) => houseStaff[login] ?? '';
const at = '2026-01-06T02:00:00.000Z';
const reason = '客户要求';

/** The people of the small house behind an account in the east, kept by its account manager. */
export const accountPeople: AccountPeople = {
  manager: staff('kam'),
  department: house.departments.sales,
  region: house.regions.east,
  operations: staff('ops'),
  logistician: staff('logistics'),
  products: ['4001', '4002'],
};

export const planted = (world: World) => (kind: string, row: RecordRow) => world.plant(kind, row);
/** The same with nobody of the account manager's department behind it. */
export const elsewhere: AccountPeople = {
  ...accountPeople,
  manager: staff('gm'),
  department: house.departments.headquarters,
  region: house.regions.north,
};
export const seen = (id: string) => ({ id, expectedVersion: 1 });
export const anAccount = (world: World, phase: 'EARLY' | 'REGULAR' = 'REGULAR', more: RecordRow = {}) =>
  plantAccount(planted(world), accountPeople, phase, more);
export const anOrder = (world: World, state: OrderState, more: RecordRow = {}): Promise<PlantedOrder> =>
  plantOrder(planted(world), state, accountPeople, more);
/** An order that goods left for. */
const shippedOrder = async (world: World, state: OrderState = 'SHIPPED') => {
  const order = await anOrder(world, 'READY', { state });
  await world.server.services.database.query(
    'UPDATE order_line SET shipped_quantity = quantity WHERE order_id = ?',
    [order.id],
  );
  return order;
};

export { shippedOrder };

const onOrder = (as: string, state: OrderState, input: Input = {}, more: RecordRow = {}): ValidAct => ({
  as,
  input: async (world) => ({ ...seen((await anOrder(world, state, more)).id), ...input }),
  // Whoever sees every order has none that is not his to see.
  ...(as === 'logistics' ? { foreign: async (world) => (await anOrder(world, 'DRAFT')).id } : {}),
});
/** An act that names the order without its version. */
const byOrder = (as: string, state: OrderState, kind: string | null, input: Input): ValidAct => ({
  as,
  named: 'orderId',
  ...(kind ? { kind } : {}),
  input: async (world) => ({ orderId: (await anOrder(world, state)).id, ...input }),
});
const approval = async (world: World, kind = 'CREDIT_RELEASE') =>
  world.plant('OrderApproval', {
    orderId: (await anOrder(world, 'REVIEWED')).id,
    kind,
    state: 'REQUESTED',
    reason: '超出额度',
    requestedById: staff('ops'),
    requestedAt: at,
  });

const orderActs: Readonly<Record<string, ValidAct>> = {
  createOrder: {
    as: 'ops',
    kind: 'Order',
    back: 'order { FIELD }',
    mentions: ['customerId'],
    input: async (world) => ({
      customerId: (await anAccount(world)).customerId,
      lines: [{ productId: '4001', quantity: '2', unitPrice: '50' }],
      customerRef: `PO-${world.next()}`,
    }),
  },
  updateOrder: {
    as: 'ops',
    kind: 'Order',
    back: 'order { FIELD }',
    input: async (world) => ({
      ...seen((await anOrder(world, 'DRAFT')).id),
      customerRef: `PO-${world.next()}`,
    }),
  },
  submitOrder: onOrder('ops', 'DRAFT', { note: '加急' }),
  reviewOrder: {
    ...onOrder('ops', 'SUBMITTED', { result: 'PASS', items: reviewItems() }),
    // Without an item the review is incomplete, which the table refuses.
    mayBeEmpty: ['items'],
  },
  confirmOrder: {
    ...onOrder('ops', 'REVIEWED', { promisedAt: '2098-01-01T00:00:00.000Z', mode: 'PHONE' }),
    kind: 'CustomerNotice',
  },
  prepareOrder: onOrder('ops', 'CONFIRMED'),
  readyOrder: onOrder('ops', 'IN_PREPARATION'),
  deliverOrder: onOrder('logistics', 'SHIPPED'),
  completeOrder: onOrder('ops', 'DELIVERED'),
  holdOrder: onOrder('ops', 'CONFIRMED', { reason }),
  resumeOrder: onOrder('ops', 'ON_HOLD'),
  changeOrder: {
    ...onOrder('ops', 'CONFIRMED', { reason, remark: '改为周五送' }),
    kind: 'Order',
    mayBeEmpty: ['lines'],
  },
  confirmOrderChange: {
    ...onOrder('ops', 'CHANGED', { customerAnswer: 'ACCEPTED', mode: 'PHONE' }),
    kind: 'CustomerNotice',
  },
  cancelOrder: onOrder('ops', 'SUBMITTED', { reason }),
  planMilestones: byOrder('ops', 'CONFIRMED', null, {
    milestones: [{ kind: 'PACKED', plannedOn: '2098-01-02' }],
  }),
  recordMilestone: byOrder('ops', 'CONFIRMED', 'OrderMilestone', { kind: 'PACKED', actualOn: '2026-01-05' }),
  tellCustomer: byOrder('ops', 'CONFIRMED', 'CustomerNotice', { occasion: 'DELAY', mode: 'PHONE' }),
  commentOnOrder: {
    ...byOrder('kam', 'CONFIRMED', 'OrderComment', { text: '请先发一半' }),
    back: 'order { comments { FIELD } }',
  },
  requestOrderApproval: byOrder('ops', 'REVIEWED', 'OrderApproval', {
    kind: 'CREDIT_RELEASE',
    reason: '超出额度',
  }),
  decideOrderApproval: {
    as: 'finance',
    named: 'approvalId',
    input: async (world) => ({ approvalId: await approval(world), decision: 'APPROVED' }),
  },
};

/** An act on a shipment in a state; the order's lines count as shipped from the dispatch on. */
const onShipment = (state: string, input: Input | ((lines: readonly string[]) => Input) = {}): ValidAct => ({
  as: 'logistics',
  async input(world) {
    const out = !['PLANNED', 'PICKED'].includes(state);
    const order = out ? await shippedOrder(world) : await anOrder(world, 'READY');
    const { id, lines } = await plantShipment(planted(world), state, accountPeople, order);
    if (state === 'EXCEPTION') await exception(world, id);
    return { ...seen(id), ...(typeof input === 'function' ? input(lines) : input) };
  },
});
const exception = (world: World, shipmentId: string) =>
  world.plant('ShipmentException', {
    shipmentId,
    kind: 'DAMAGE',
    description: '外箱破损',
    reportedById: staff('logistics'),
    reportedAt: at,
  });

const shipmentActs: Readonly<Record<string, ValidAct>> = {
  planShipment: {
    as: 'logistics',
    kind: 'Shipment',
    back: 'shipment { FIELD }',
    input: async (world) => ({ orderId: (await anOrder(world, 'READY')).id }),
  },
  pickShipment: onShipment('PLANNED'),
  dispatchShipment: { ...onShipment('PICKED', { waybillNo: 'YD-88' }), kind: 'Shipment' },
  moveShipment: onShipment('DISPATCHED', { state: 'IN_TRANSIT' }),
  signShipment: {
    ...onShipment('ARRIVED', { result: 'SIGNED', signedBy: '陈收货' }),
    kind: 'Shipment',
    mayBeEmpty: ['lines'],
  },
  closeShipment: onShipment('SIGNED'),
  reportException: {
    ...onShipment('IN_TRANSIT', { kind: 'DAMAGE', description: '外箱破损' }),
    kind: 'ShipmentException',
  },
  resolveException: onShipment('EXCEPTION', { reason: '已换箱' }),
  cancelShipment: onShipment('PLANNED', { reason }),
  complainAboutShipment: {
    as: 'ops-cs',
    named: 'exceptionId',
    async input(world) {
      const { id } = await plantShipment(
        planted(world),
        'EXCEPTION',
        accountPeople,
        await shippedOrder(world),
      );
      return { exceptionId: await exception(world, id) };
    },
  },
};

/** One valid example of every act on orders and shipments. */
export const orderAndShipmentActs: Readonly<Record<string, ValidAct>> = { ...orderActs, ...shipmentActs };
