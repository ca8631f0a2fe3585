import { addDays, dayIn } from '@kehu/domain/text/dates';
import type { Work } from '../../../commands/command.js';

interface Sums {
  readonly open: string | null;
  readonly shipped: number | string | null;
  readonly paid: string | null;
  readonly invoiced: string | null;
  readonly late: number | string;
  readonly next: string | null;
}

/**
 * The figures that an order carries of its parts: open quantity, lines shipped in full, money received and
 * invoiced, milestones late and next; and the day from which a delivered order is payable, its term later.
 * Every act that changes a part calls it within its transaction, with the order locked; a test holds the
 * figures against a full recomputation.
 */
export async function rollUpOrder(work: Work, orderId: string): Promise<void> {
  const [sums] = await work.rows<Sums>(
    `SELECT
       (SELECT CAST(SUM(GREATEST(quantity - COALESCE(shipped_quantity, 0), 0)) AS CHAR) FROM order_line
         WHERE order_id = ? AND COALESCE(removed, 0) = 0) AS open,
       (SELECT SUM(COALESCE(shipped_quantity, 0) >= quantity) FROM order_line
         WHERE order_id = ? AND COALESCE(removed, 0) = 0) AS shipped,
       (SELECT CAST(SUM(amount) AS CHAR) FROM payment_allocation WHERE order_id = ?) AS paid,
       (SELECT CAST(SUM(amount) AS CHAR) FROM invoice WHERE order_id = ? AND state = 'ISSUED') AS invoiced,
       (SELECT COUNT(*) FROM order_milestone WHERE order_id = ? AND late_days > 0) AS late,
       (SELECT DATE_FORMAT(MIN(planned_on), '%Y-%m-%d') FROM order_milestone WHERE order_id = ? AND actual_on IS NULL) AS next`,
    [orderId, orderId, orderId, orderId, orderId, orderId],
  );
  const order = (await work.load('Order', orderId)) ?? {};
  const payable =
    order.payableOn == null && order.deliveredAt != null
      ? {
          payableOn: payableOn(
            dayIn(work.context.organisation.zone, new Date(String(order.deliveredAt))),
            order.paymentDays,
          ),
        }
      : {};
  await work.update('Order', orderId, {
    ...payable,
    openQuantity: sums?.open ?? '0',
    shippedLines: Number(sums?.shipped ?? 0),
    paidTotal: sums?.paid ?? '0',
    invoicedTotal: sums?.invoiced ?? '0',
    lateMilestones: Number(sums?.late ?? 0),
    nextMilestoneOn: sums?.next ?? null,
  });
}

/** The day on which an order is payable: its term after the delivery. */
export function payableOn(deliveredOn: string, paymentDays: unknown): string {
  return addDays(deliveredOn, Number(paymentDays ?? 0));
}
