import type { ActInput, Command } from '../../../commands/command.js';
import { ruleViolation } from '../../../commands/errors.js';
import { complaintOf } from '../complaint-of.js';

export type ComplainInput = ActInput & { readonly exceptionId: string };

/** Which complaint an exception makes (D5: damage or shortage offers one with everything filled in). */
const categories = {
  DAMAGE: 'TRANSPORT_DAMAGE',
  LOSS: 'SPEC_GRADE_QTY',
  SHORT: 'SPEC_GRADE_QTY',
  DELAY: 'DELIVERY_DATE',
} as const;

/** Opens a complaint about what went wrong on the way; once for each exception. */
export const complainAboutShipment: Command<ComplainInput, { readonly id: string }> = {
  name: 'complainAboutShipment',
  permission: { subject: 'complaintCard', action: 'CREATE' },
  targets: ({ exceptionId }) => [
    { kind: 'ShipmentException', id: String(exceptionId), expectedVersion: null, reach: 'see' },
  ],
  async run(work, { exceptionId }) {
    const exception = (await work.load('ShipmentException', String(exceptionId))) ?? {};
    if (exception.complaintId != null) throw ruleViolation('shipment.complaintExists', 'D5');
    const shipment = (await work.peek('Shipment', String(exception.shipmentId))) ?? {};
    const order = (await work.peek('Order', String(shipment.orderId))) ?? {};
    const id = await complaintOf(work, {
      customerId: String(order.customerId),
      orderId: String(order.id),
      category: categories[exception.kind as keyof typeof categories],
      subject: `${String(shipment.no)} ${String(exception.description)}`.slice(0, 100),
      description: String(exception.description),
    });
    await work.update('ShipmentException', String(exceptionId), { complaintId: id });
    return { id };
  },
};
