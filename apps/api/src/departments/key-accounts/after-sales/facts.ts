import type { AfterSalesState } from '@kehu/domain/key-accounts/after-sales';
import type { AfterSalesFacts } from '@kehu/domain/key-accounts/after-sales-guards';
import type { ResponsibilityPhase } from '@kehu/domain/key-accounts/vocabularies';
import type { RecordRow } from '../../../records/encode.js';
import { marks } from '../../../records/marks.js';
import type { FactSource } from '../../../records/source.js';
import type { RecordFacts } from '../../../workflow/machine.js';

/** What is true of some after-sales cases, in one statement. */
export async function afterSalesFacts(
  source: FactSource,
  rows: readonly RecordRow[],
): Promise<ReadonlyMap<string, RecordFacts<AfterSalesFacts>>> {
  const ids = rows.map(({ id }) => String(id));
  if (ids.length === 0) return new Map();
  const known = await source.rows<{
    id: string;
    support: string;
    complaint: string | null;
    too_much: string | null;
  }>(
    `SELECT c.id,
       (SELECT COUNT(*) FROM tech_support_request t WHERE t.after_sales_case_id = c.id AND t.state NOT IN ('CONFIRMED', 'CLOSED')) AS support,
       (SELECT k.state FROM complaint k WHERE k.id = c.complaint_id) AS complaint,
       (SELECT SUM(COALESCE(l.returned_quantity, 0) + p.quantity > COALESCE(l.shipped_quantity, 0))
          FROM after_sales_line p JOIN order_line l ON l.id = p.order_line_id WHERE p.after_sales_case_id = c.id) AS too_much
     FROM after_sales_case c WHERE c.id IN (${marks(ids)})`,
    ids,
  );
  const byId = new Map(known.map((row) => [String(row.id), row]));
  return new Map(
    rows.map((row) => {
      const found = byId.get(String(row.id));
      const complaint = found?.complaint ?? null;
      return [
        String(row.id),
        {
          state: row.state as AfterSalesState,
          phase: (row.phase as ResponsibilityPhase | null) ?? null,
          hasDiagnosis: row.diagnosis != null,
          hasResult: row.result != null,
          withinShipped: row.kind !== 'RETURN' || Number(found?.too_much ?? 0) === 0,
          openSupport: Number(found?.support ?? 0),
          complaintEnded:
            complaint === null || ['CLOSED', 'CLOSED_NOT_ACCEPTED', 'WITHDRAWN'].includes(complaint),
          reasonGiven: false,
        },
      ];
    }),
  );
}
