import type { OrderState } from '@kehu/domain/key-accounts/order-vocabularies';
import type { ShipmentState } from '@kehu/domain/key-accounts/shipment';
import type { ShipmentFacts } from '@kehu/domain/key-accounts/shipment-guards';
import type { RecordRow } from '../../../records/encode.js';
import { marks } from '../../../records/marks.js';
import type { FactSource } from '../../../records/source.js';
import type { RecordFacts } from '../../../workflow/machine.js';

interface Known {
  readonly id: string;
  readonly order_state: OrderState;
  /** Lines that carry more than is open, tolerance included. */
  readonly too_much: string | null;
  readonly exceptions: string;
}

/** What is true of some shipments, in one statement; quantities are compared in the database, exactly. */
export async function shipmentFacts(
  source: FactSource,
  rows: readonly RecordRow[],
): Promise<ReadonlyMap<string, RecordFacts<ShipmentFacts>>> {
  const ids = rows.map(({ id }) => String(id));
  if (ids.length === 0) return new Map();
  const known = await source.rows<Known>(
    `SELECT s.id, o.state AS order_state,
       (SELECT SUM(COALESCE(l.removed, 0) = 1 OR COALESCE(l.shipped_quantity, 0) + p.quantity > l.quantity * (1 + COALESCE(l.tolerance, 0)))
          FROM shipment_line p JOIN order_line l ON l.id = p.order_line_id WHERE p.shipment_id = s.id) AS too_much,
       (SELECT COUNT(*) FROM shipment_exception e WHERE e.shipment_id = s.id AND e.resolved_at IS NULL) AS exceptions
     FROM shipment s JOIN sales_order o ON o.id = s.order_id WHERE s.id IN (${marks(ids)})`,
    ids,
  );
  const byId = new Map(known.map((row) => [String(row.id), row]));
  return new Map(
    rows.map((row) => {
      const found = byId.get(String(row.id));
      return [
        String(row.id),
        {
          state: row.state as ShipmentState,
          heldFrom: (row.heldFrom as ShipmentState | null) ?? null,
          orderState: found?.order_state ?? 'DRAFT',
          withinOpen: Number(found?.too_much ?? 0) === 0,
          hasCarrier: row.carrier != null,
          signed: 'NONE',
          hasSigner: row.signedBy != null,
          openExceptions: Number(found?.exceptions ?? 0),
          reasonGiven: false,
        },
      ];
    }),
  );
}
