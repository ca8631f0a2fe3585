import { milestoneKind, type OrderState, reviewItemKind } from '@kehu/domain/key-accounts/order-vocabularies';
import type { RecordRow } from '../../../records/encode.js';

export type Plant = (kind: string, row: RecordRow) => Promise<string>;

/** Who stands behind the records of a planted account. */
export interface AccountPeople {
  readonly manager: string;
  /** The department of the manager. */
  readonly department: string;
  readonly region: string;
  readonly operations: string;
  readonly logistician: string;
  readonly products: readonly [string, string];
}

let last = 0;
/** A number that no planted record had before. */
const nextNo = (prefix: string): string => {
  last += 1;
  return `${prefix}-QA-${process.pid}-${last}`;
};
const at = '2026-01-06T02:00:00.000Z';

export interface PlantedAccount {
  readonly customerId: string;
  readonly accountId: string;
  readonly contractId: string;
}

/** A key account with its customer and a contract in force, whatever the day. */
export async function plantAccount(
  plant: Plant,
  people: AccountPeople,
  phase: 'EARLY' | 'REGULAR' = 'REGULAR',
  more: RecordRow = {},
): Promise<PlantedAccount> {
  const customerId = await plant('Customer', {
    customerNo: nextNo('KH'),
    type: 'KEY_ACCOUNT',
    partyType: 'ORGANISATION',
    name: nextNo('大客户'),
    lifecycle: 'ACTIVE',
    ownerId: people.manager,
    departmentId: people.department,
    regionId: people.region,
  });
  const accountId = await plant('KeyAccount', {
    accountNo: nextNo('KA'),
    customerId,
    regionId: people.region,
    managerId: people.manager,
    kind: 'IMPORTANT',
    state: 'ACTIVE',
    phase,
    phaseSince: at,
    ...more,
  });
  const contractId = await plantContract(plant, people, customerId, 'ACTIVE');
  return { customerId, accountId, contractId };
}

/** A contract of a customer over years, with one price. */
export async function plantContract(
  plant: Plant,
  people: AccountPeople,
  customerId: string,
  state: string,
  more: RecordRow = {},
): Promise<string> {
  const contractId = await plant('Contract', {
    no: nextNo('HT'),
    name: '年度合同',
    customerId,
    ownerId: people.manager,
    state,
    startsOn: '2020-01-01',
    endsOn: '2098-12-31',
    paymentDays: 30,
    taxMode: 'INCLUDED',
    renewalDays: 60,
    ...more,
  });
  await plant('ContractPrice', {
    contractId,
    productId: people.products[0],
    unitPrice: '90',
    unit: '件',
    taxRate: 0.13,
    active: true,
  });
  return contractId;
}

const gone: readonly OrderState[] = ['SHIPPED', 'DELIVERED', 'COMPLETED'];

export interface PlantedOrder {
  readonly id: string;
  readonly customerId: string;
  readonly lines: readonly string[];
}

/**
 * An order in a state with everything that it would hold there: reviewed, dated, told of, and shipped, signed
 * for, invoiced and within its term once it was; so that only people, state and input decide.
 */
export async function plantOrder(
  plant: Plant,
  state: OrderState,
  people: AccountPeople,
  more: RecordRow = {},
): Promise<PlantedOrder> {
  const { customerId, contractId } = more.customerId
    ? { customerId: String(more.customerId), contractId: null }
    : await plantAccount(plant, people);
  const shipped = gone.includes(state);
  const orderId = await plant('Order', {
    orderNo: nextNo('DD'),
    state,
    stateSince: at,
    orderVersion: state === 'CHANGED' ? 2 : 1,
    heldFrom: state === 'ON_HOLD' ? 'READY' : state === 'CHANGED' ? 'CONFIRMED' : null,
    customerId,
    contractId,
    ownerId: people.manager,
    regionId: people.region,
    phase: 'REGULAR',
    orderedAt: at,
    promisedAt: '2098-01-01T00:00:00.000Z',
    returned: false,
    taxMode: 'INCLUDED',
    paymentDays: 30,
    payableOn: '2098-01-31',
    total: '270',
    taxTotal: '31.06',
    ...more,
  });
  const lines: string[] = [];
  for (const [i, productId] of people.products.entries())
    lines.push(
      await plant('OrderLine', {
        orderId,
        lineNo: i + 1,
        productId,
        quantity: String(i + 1),
        unitPrice: '90',
        discount: 0,
        amount: String(90 * (i + 1)),
        taxRate: 0.13,
        taxAmount: '0',
        unit: '件',
        shippedQuantity: shipped ? String(i + 1) : '0',
        deliveredQuantity: shipped ? String(i + 1) : '0',
        returnedQuantity: '0',
        removed: false,
      }),
    );
  await plantPapers(plant, orderId, state, people, lines);
  return { id: orderId, customerId, lines };
}

async function plantPapers(
  plant: Plant,
  orderId: string,
  state: OrderState,
  people: AccountPeople,
  lines: readonly string[],
): Promise<void> {
  const by = { orderId, byId: people.operations, at };
  if (state === 'DRAFT') return;
  await plant('OrderStep', {
    ...by,
    byId: people.manager,
    transition: '2',
    act: 'submitOrder',
    fromState: 'DRAFT',
    toState: 'SUBMITTED',
  });
  if (state === 'SUBMITTED') return;
  for (const kind of reviewItemKind.codes)
    await plant('OrderReviewItem', { ...by, orderVersion: 1, kind, met: true });
  await plant('CustomerNotice', { ...by, occasion: 'CONFIRMATION', mode: 'PHONE' });
  for (const kind of milestoneKind.codes)
    await plant('OrderMilestone', {
      ...by,
      kind,
      plannedOn: '2098-01-01',
      firstPlannedOn: '2098-01-01',
      lateDays: 0,
    });
  if (state === 'CHANGED')
    await plant('OrderChange', {
      ...by,
      orderVersion: 2,
      reason: '加急',
      before: { order: { total: '270' }, lines: lines.map((id) => ({ id, removed: false })) },
      after: { order: { total: '270' }, lines: [] },
      totalBefore: '270',
      totalAfter: '270',
    });
  if (!gone.includes(state)) return;
  await plantShipment(plant, 'SIGNED', people, { id: orderId, lines });
  await plant('Invoice', {
    ...by,
    no: nextNo('FP'),
    amount: '270',
    tax: '31.06',
    issuedOn: '2026-01-06',
    state: 'ISSUED',
  });
}

/** A shipment of everything that an order holds, in a state. */
export async function plantShipment(
  plant: Plant,
  state: string,
  people: AccountPeople,
  order: Pick<PlantedOrder, 'id' | 'lines'>,
  more: RecordRow = {},
): Promise<{ readonly id: string; readonly lines: readonly string[] }> {
  const signed = state === 'SIGNED';
  const id = await plant('Shipment', {
    no: nextNo('FH'),
    orderId: order.id,
    state,
    stateSince: at,
    heldFrom: state === 'EXCEPTION' ? 'IN_TRANSIT' : null,
    plannedOn: '2026-01-06',
    carrier: '顺通物流',
    logisticianId: people.logistician,
    ...(signed ? { signedAt: at, signedBy: '陈收货' } : {}),
    ...more,
  });
  const lines: string[] = [];
  for (const [i, orderLineId] of order.lines.entries())
    lines.push(
      await plant('ShipmentLine', {
        shipmentId: id,
        orderLineId,
        quantity: String(i + 1),
        ...(signed ? { signedQuantity: String(i + 1), refusedQuantity: '0' } : {}),
      }),
    );
  return { id, lines };
}
