import type { Queryable } from '@kehu/database/connection';
import { importError } from '@kehu/importer/problem';
import type { RecordRow } from '../records/encode.js';

/** What the product works out of an imported shipment: since when it stands as it does, as its days tell. */
export function shipmentTimes({ signedAt, dispatchedAt, plannedOn }: RecordRow): RecordRow {
  const since = signedAt ?? dispatchedAt ?? (plannedOn == null ? null : `${plannedOn}T00:00:00.000Z`);
  return since == null ? {} : { stateSince: since };
}

/**
 * Brings what stands on imported payments up to date: what of each is not booked yet. Throws `ImportError` when
 * a file lowers a payment below what finance has booked of it.
 */
export async function settleImportedPayments(
  connection: Queryable,
  paymentIds: readonly string[],
): Promise<void> {
  if (paymentIds.length === 0) return;
  await connection.change(
    `UPDATE payment p SET p.unallocated = p.amount - COALESCE(
       (SELECT SUM(a.amount) FROM payment_allocation a WHERE a.payment_id = p.id), 0)
     WHERE p.id IN (?)`,
    [paymentIds],
  );
  const [overbooked] = await connection.query<{ no: string }>(
    'SELECT no FROM payment WHERE id IN (?) AND unallocated < 0 ORDER BY id LIMIT 1',
    [paymentIds],
  );
  if (overbooked) throw importError('import.paymentBooked', { no: overbooked.no });
}

/**
 * What was shipped here is not a file's to say: lines that shipments of the product carry keep their sum. Throws
 * `ImportError` when a line would then be shipped beyond what was ordered, or returned beyond what was shipped (D5).
 */
async function keepShipped(connection: Queryable, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return;
  await connection.change(
    `UPDATE order_line l JOIN (
       SELECT c.order_line_id, SUM(c.quantity) AS shipped FROM shipment_line c
         JOIN shipment s ON s.id = c.shipment_id JOIN order_line o ON o.id = c.order_line_id
       WHERE o.order_id IN (?) AND s.state NOT IN ('PLANNED', 'PICKED', 'CANCELLED') GROUP BY c.order_line_id
     ) t ON t.order_line_id = l.id SET l.shipped_quantity = t.shipped`,
    [orderIds],
  );
  const [wrong] = await connection.query<{ no: string; line: number | string }>(
    `SELECT o.order_no AS no, l.line_no AS line FROM order_line l JOIN sales_order o ON o.id = l.order_id
     WHERE l.order_id IN (?) AND (COALESCE(l.shipped_quantity, 0) > l.quantity * (1 + COALESCE(l.tolerance, 0))
       OR COALESCE(l.returned_quantity, 0) > COALESCE(l.shipped_quantity, 0)) ORDER BY l.id LIMIT 1`,
    [orderIds],
  );
  if (wrong) throw importError('import.shippedMore', { no: wrong.no, line: String(wrong.line) });
}

/**
 * Brings the figures that an imported order carries of its lines up to date; those of payments and invoices
 * are not a file's to change. The same figures as `rollUpOrder` keeps.
 */
export async function rollUpImportedOrders(
  connection: Queryable,
  orderIds: readonly string[],
): Promise<void> {
  if (orderIds.length === 0) return;
  await keepShipped(connection, orderIds);
  await connection.change(
    `UPDATE sales_order o LEFT JOIN (
       SELECT order_id, SUM(GREATEST(quantity - COALESCE(shipped_quantity, 0), 0)) AS open,
         SUM(COALESCE(shipped_quantity, 0) >= quantity) AS shipped
       FROM order_line WHERE order_id IN (?) AND COALESCE(removed, 0) = 0 GROUP BY order_id
     ) l ON l.order_id = o.id
     SET o.open_quantity = COALESCE(l.open, 0), o.shipped_lines = COALESCE(l.shipped, 0)
     WHERE o.id IN (?)`,
    [orderIds, orderIds],
  );
}
