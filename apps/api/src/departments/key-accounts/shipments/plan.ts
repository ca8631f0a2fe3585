import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { OrderState } from '@kehu/domain/key-accounts/order-vocabularies';
import { dayIn } from '@kehu/domain/text/dates';
import { Decimal } from 'decimal.js';
import type { ActInput, Command, Work } from '../../../commands/command.js';
import { badInput } from '../../../commands/errors.js';
import { checkFields } from '../../../commands/validate.js';
import type { RecordRow } from '../../../records/encode.js';
import { inOrderOf } from '../../../records/in-order.js';
import { logStep } from '../../../workflow/act.js';
import { clear } from '../../../workflow/clear.js';
import { numberOfDay } from '../accounts/house-rules.js';
import { requireMentions } from '../mentions.js';
import { shipmentMachine } from './machine.js';

/** What is said of a shipment when it is planned; the address is the order's unless another is given. */
export const shipmentFields = [
  'plannedOn',
  'carrier',
  'waybillNo',
  'consignee',
  'address',
  'phone',
  'packages',
  'freight',
  'eta',
  'logistician',
] as const;

export type PlanShipmentInput = ActInput & Readonly<Record<string, unknown>>;

interface Wanted {
  readonly orderLineId: string;
  readonly quantity: string;
}

/**
 * Plans a shipment of an order (D5): which quantity of which lines. Without lines it carries everything
 * that is open. What other planned shipments carry counts as taken.
 */
export const planShipment: Command<PlanShipmentInput, { readonly id: string }> = {
  name: 'planShipment',
  permission: null,
  targets: ({ orderId }) => [
    { kind: 'Order', id: String(orderId), expectedVersion: null, reach: 'see', path: 'orderId' },
  ],
  async run(work, { idempotencyKey: _, orderId, lines, ...input }) {
    const order = (await work.load('Order', String(orderId))) ?? {};
    const today = dayIn(work.context.organisation.zone, work.now);
    const { row, problems } = checkFields(
      kindNamed('Shipment'),
      { plannedOn: today, ...input },
      { fields: shipmentFields, partial: true },
    );
    if (problems.length > 0) throw badInput(...problems);
    await requireMentions(work, 'Shipment', row);
    const { wanted, within } = await wantedLines(work, String(orderId), lines);
    const cleared = await clear(work, shipmentMachine, null, 'planShipment', null, {
      state: 'PLANNED',
      heldFrom: null,
      orderState: order.state as OrderState,
      withinOpen: within,
      hasCarrier: row.carrier != null,
      signed: 'NONE',
      hasSigner: false,
      openExceptions: 0,
      reasonGiven: false,
    });
    const id = await work.insert('Shipment', {
      consignee: order.consignee ?? null,
      address: order.deliveryAddress ?? null,
      phone: order.deliveryPhone ?? null,
      carrier: order.shipper ?? null,
      logisticianId: work.actor.staffId,
      ...row,
      no: await numberOfDay(work, 'FH', 'shipment'),
      orderId: String(orderId),
      state: 'PLANNED',
      stateSince: work.now.toISOString(),
    });
    for (const { orderLineId, quantity } of wanted)
      await work.insert('ShipmentLine', { shipmentId: id, orderLineId, quantity });
    await logStep(work, shipmentMachine, id, null, cleared, null);
    return { id };
  },
};

interface OpenLine {
  readonly id: string;
  readonly open: string;
  readonly most: string;
}

async function wantedLines(
  work: Work,
  orderId: string,
  given: unknown,
): Promise<{ readonly wanted: readonly Wanted[]; readonly within: boolean }> {
  const open = await work.rows<OpenLine>(
    `SELECT l.id, CAST(l.quantity - COALESCE(l.shipped_quantity, 0) - COALESCE(t.planned, 0) AS CHAR) AS open,
       CAST(l.quantity * (1 + COALESCE(l.tolerance, 0)) - COALESCE(l.shipped_quantity, 0) - COALESCE(t.planned, 0) AS CHAR) AS most
     FROM order_line l LEFT JOIN (
       SELECT p.order_line_id, SUM(p.quantity) AS planned FROM shipment_line p JOIN shipment s ON s.id = p.shipment_id
       WHERE s.order_id = ? AND s.state IN ('PLANNED', 'PICKED') GROUP BY p.order_line_id
     ) t ON t.order_line_id = l.id
     WHERE l.order_id = ? AND COALESCE(l.removed, 0) = 0 ORDER BY l.id`,
    [orderId, orderId],
  );
  if (given === undefined || given === null) {
    const wanted = open.flatMap(({ id, open: left }) =>
      new Decimal(left).gt(0) ? [{ orderLineId: String(id), quantity: left }] : [],
    );
    return { wanted, within: wanted.length > 0 };
  }
  const list = given as readonly Readonly<Record<string, unknown>>[];
  if (list.length === 0) throw badInput({ path: 'lines', message: 'input.required' });
  const byId = new Map(open.map((line) => [String(line.id), line]));
  const wanted: Wanted[] = [];
  let within = true;
  for (const [at, one] of list.entries()) {
    const { row, problems } = checkFields(kindNamed('ShipmentLine'), one, {
      fields: ['orderLine', 'quantity'],
      partial: false,
      path: `lines.${at}.`,
    });
    if (problems.length > 0) throw badInput(...problems);
    const line = byId.get(String(row.orderLineId));
    if (!line || wanted.some(({ orderLineId }) => orderLineId === String(row.orderLineId)))
      throw badInput({ path: `lines.${at}.orderLineId`, message: 'input.noSuchRecord' });
    const quantity = new Decimal(String(row.quantity));
    if (quantity.lte(0)) throw badInput({ path: `lines.${at}.quantity`, message: 'input.notPositive' });
    if (quantity.gt(line.most)) within = false;
    wanted.push({ orderLineId: String(row.orderLineId), quantity: quantity.toFixed(3) });
  }
  return { wanted, within };
}

/** The lines of a shipment, in the order in which their order lines are locked. */
export async function linesOf(work: Work, shipmentId: string): Promise<RecordRow[]> {
  return inOrderOf(await work.find('ShipmentLine', { shipmentId }), 'orderLineId');
}
