import { spanOf } from '@kehu/domain/key-accounts/periods';
import type { PlanFacts } from '@kehu/domain/key-accounts/plan-guards';
import type { PlanPeriod, PlanState } from '@kehu/domain/key-accounts/sales-plan';
import type { RecordRow } from '../../../records/encode.js';
import { marks } from '../../../records/marks.js';
import type { FactSource } from '../../../records/source.js';
import type { RecordFacts } from '../../../workflow/machine.js';

/** States in which a plan stands as approved. */
export const approvedStates = ['APPROVED', 'IN_EXECUTION', 'CLOSED'] as const;

interface Known {
  readonly id: string;
  readonly lines: string;
  readonly parent_state: PlanState | null;
  readonly within: number | null;
  readonly another: string;
}

/**
 * What is true of some plans, in one statement. Parts sum to the parent when no sum of amount, quantity,
 * collection or cost over the plan and its sisters exceeds the parent's by more than the tolerance.
 */
export async function planFacts(
  source: FactSource,
  rows: readonly RecordRow[],
): Promise<ReadonlyMap<string, RecordFacts<PlanFacts>>> {
  const ids = rows.map(({ id }) => String(id));
  if (ids.length === 0) return new Map();
  const approved = marks(approvedStates);
  const known = await source.rows<Known>(
    `SELECT p.id, (SELECT COUNT(*) FROM sales_plan_line l WHERE l.plan_id = p.id) AS \`lines\`,
       q.state AS parent_state,
       (SELECT COALESCE(SUM(s.amount), 0) + p.amount <= q.amount * (1 + q.tolerance)
           AND COALESCE(SUM(s.quantity), 0) + p.quantity <= q.quantity * (1 + q.tolerance)
           AND COALESCE(SUM(s.collection), 0) + p.collection <= q.collection * (1 + q.tolerance)
           AND COALESCE(SUM(s.cost), 0) + p.cost <= q.cost * (1 + q.tolerance)
         FROM sales_plan s WHERE s.parent_id = p.parent_id AND s.id <> p.id AND s.id <> COALESCE(p.previous_id, 0)
           AND s.state NOT IN ('DRAFT', 'RETURNED', 'REVISION', 'SUPERSEDED')) AS within,
       (SELECT COUNT(*) FROM sales_plan a WHERE a.period = p.period AND a.region_id <=> p.region_id
          AND a.owner_id = p.owner_id AND a.id <> p.id AND a.id <> COALESCE(p.previous_id, 0) AND a.state IN (${approved})) AS another
     FROM sales_plan p LEFT JOIN sales_plan q ON q.id = p.parent_id WHERE p.id IN (${marks(ids)})`,
    [...approvedStates, ...ids],
  );
  const byId = new Map(known.map((row) => [String(row.id), row]));
  return new Map(
    rows.map((row) => {
      const found = byId.get(String(row.id));
      const span = spanOf(row.periodType as PlanPeriod, String(row.period));
      const parentState = found?.parent_state ?? null;
      return [
        String(row.id),
        {
          state: row.state as PlanState,
          authorIds: [String(row.ownerId)],
          lines: Number(found?.lines ?? 0),
          hasParent: row.parentId != null,
          parentApproved: parentState !== null && (approvedStates as readonly string[]).includes(parentState),
          sumsToParent: Number(found?.within ?? 0) === 1,
          anotherApproved: Number(found?.another ?? 0) > 0,
          from: span?.from ?? '9999-12-31',
          to: span?.to ?? '9999-12-31',
          reasonGiven: false,
        },
      ];
    }),
  );
}
