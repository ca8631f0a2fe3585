import type { OrderFacts } from '@kehu/domain/key-accounts/order-facts';
import type {
  MilestoneKind,
  NoticeOccasion,
  OrderApprovalKind,
  OrderReviewItemKind,
  OrderState,
} from '@kehu/domain/key-accounts/order-vocabularies';
import type { ResponsibilityPhase } from '@kehu/domain/key-accounts/vocabularies';
import { dayIn } from '@kehu/domain/text/dates';
import { workingDaysBetween } from '@kehu/domain/text/working-days';
import { Decimal } from 'decimal.js';
import type { RecordRow } from '../../../records/encode.js';
import { marks } from '../../../records/marks.js';
import type { FactSource } from '../../../records/source.js';
import type { RecordFacts } from '../../../workflow/machine.js';

/** A milestone may slip so many working days before it needs a reason and word to the customer (D5). */
export const toleratedSlipDays = 2;

interface LineSums {
  readonly id: string;
  readonly lines: string;
  readonly shipped: string;
  readonly open: string;
  readonly unsettled: string;
}

interface MilestoneRow {
  readonly id: string;
  readonly kind: MilestoneKind;
  readonly planned: string;
  readonly first: string;
  readonly actual: string | null;
  readonly reason: string | null;
}

/** Rows grouped by the order that they belong to. */
function byOrder<Row extends { readonly id: unknown }>(rows: readonly Row[]): (id: string) => readonly Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = String(row.id);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return (id) => groups.get(id) ?? [];
}

/**
 * What is true of some orders, read together: nine statements, however many orders. Quantities are compared
 * in the database, exactly; a line is shipped when nothing but its tolerance is open.
 */
export async function orderFacts(
  source: FactSource,
  rows: readonly RecordRow[],
): Promise<ReadonlyMap<string, RecordFacts<OrderFacts>>> {
  const ids = rows.map(({ id }) => String(id));
  if (ids.length === 0) return new Map();
  const list = marks(ids);
  const contracts = [
    ...new Set(rows.flatMap(({ contractId }) => (contractId == null ? [] : [String(contractId)]))),
  ];
  const today = dayIn(source.zone, source.now);
  const [
    lines,
    reviews,
    approvals,
    notices,
    milestones,
    changes,
    shipments,
    invoices,
    afterSales,
    submitters,
    terms,
  ] = await Promise.all([
    source.rows<LineSums>(
      `SELECT order_id AS id, SUM(COALESCE(removed, 0) = 0) AS \`lines\`,
           SUM(COALESCE(shipped_quantity, 0) > 0) AS shipped,
           SUM(COALESCE(removed, 0) = 0 AND COALESCE(shipped_quantity, 0) < quantity * (1 - COALESCE(tolerance, 0))) AS open,
           SUM(COALESCE(removed, 0) = 0 AND COALESCE(delivered_quantity, 0) + COALESCE(returned_quantity, 0) < COALESCE(shipped_quantity, 0)) AS unsettled
         FROM order_line WHERE order_id IN (${list}) GROUP BY order_id`,
      ids,
    ),
    source.rows<{ id: string; kind: OrderReviewItemKind; met: number }>(
      `SELECT r.order_id AS id, r.kind, r.met FROM order_review_item r JOIN sales_order o ON o.id = r.order_id
         WHERE r.order_id IN (${list}) AND r.order_version = COALESCE(o.order_version, 1)`,
      ids,
    ),
    source.rows<{ id: string; kind: OrderApprovalKind }>(
      `SELECT a.order_id AS id, a.kind FROM order_approval a
         WHERE a.order_id IN (${list}) AND a.state = 'APPROVED'
           AND NOT EXISTS (SELECT 1 FROM order_change c WHERE c.order_id = a.order_id AND c.\`at\` > a.requested_at)`,
      ids,
    ),
    source.rows<{ id: string; occasion: NoticeOccasion; at: string }>(
      `SELECT order_id AS id, occasion, MAX(\`at\`) AS at FROM customer_notice
         WHERE order_id IN (${list}) GROUP BY order_id, occasion`,
      ids,
    ),
    source.rows<MilestoneRow>(
      `SELECT order_id AS id, kind, DATE_FORMAT(planned_on, '%Y-%m-%d') AS planned,
           DATE_FORMAT(first_planned_on, '%Y-%m-%d') AS first, DATE_FORMAT(actual_on, '%Y-%m-%d') AS actual,
           late_reason AS reason
         FROM order_milestone WHERE order_id IN (${list})`,
      ids,
    ),
    source.rows<{ id: string }>(
      `SELECT order_id AS id FROM order_change WHERE order_id IN (${list}) AND customer_confirmed_at IS NULL`,
      ids,
    ),
    source.rows<{ id: string; open: string; signed: string; proven: string }>(
      `SELECT order_id AS id, SUM(state NOT IN ('SIGNED', 'PARTLY_SIGNED', 'REFUSED', 'CLOSED', 'CANCELLED')) AS open,
           SUM(signed_at IS NOT NULL) AS signed, SUM(signed_at IS NOT NULL AND signed_by IS NOT NULL) AS proven
         FROM shipment WHERE order_id IN (${list}) GROUP BY order_id`,
      ids,
    ),
    source.rows<{ id: string }>(
      `SELECT order_id AS id FROM invoice WHERE order_id IN (${list}) AND state = 'ISSUED' GROUP BY order_id`,
      ids,
    ),
    source.rows<{ id: string; open: string }>(
      `SELECT order_id AS id, COUNT(*) AS open FROM after_sales_case
         WHERE order_id IN (${list}) AND state <> 'CLOSED' GROUP BY order_id`,
      ids,
    ),
    source.rows<{ id: string; person: string | null; principal: string | null }>(
      `SELECT s.order_id AS id, s.by_id AS person, s.on_behalf_of_id AS principal FROM order_step s
         WHERE s.order_id IN (${list}) AND s.act = 'submitOrder'
           AND NOT EXISTS (SELECT 1 FROM order_step l WHERE l.order_id = s.order_id AND l.act = 'submitOrder' AND l.id > s.id)`,
      ids,
    ),
    contracts.length === 0
      ? Promise.resolve([])
      : source.rows<{ id: string; state: string; starts: string; ends: string }>(
          `SELECT id, state, DATE_FORMAT(starts_on, '%Y-%m-%d') AS starts, DATE_FORMAT(ends_on, '%Y-%m-%d') AS ends
             FROM contract WHERE id IN (${marks(contracts)})`,
          contracts,
        ),
  ]);
  const of = {
    lines: byOrder(lines),
    reviews: byOrder(reviews),
    approvals: byOrder(approvals),
    notices: byOrder(notices),
    milestones: byOrder(milestones),
    changes: byOrder(changes),
    shipments: byOrder(shipments),
    invoices: byOrder(invoices),
    afterSales: byOrder(afterSales),
    submitters: byOrder(submitters),
    terms: byOrder(terms),
  };
  return new Map(
    rows.map((row) => {
      const id = String(row.id);
      const [sums] = of.lines(id);
      const [shipping] = of.shipments(id);
      const [term] = row.contractId == null ? [] : of.terms(String(row.contractId));
      const told = of.notices(id).map(({ occasion }) => occasion);
      const phase = (row.phase as ResponsibilityPhase | null) ?? null;
      return [
        id,
        {
          state: row.state as OrderState,
          phase,
          heldFrom: (row.heldFrom as OrderState | null) ?? null,
          lines: Number(sums?.lines ?? 0),
          hasContract: row.contractId != null,
          contractInForce:
            term !== undefined && term.state === 'ACTIVE' && term.starts <= today && term.ends >= today,
          contractRequired: phase !== null,
          promised: row.promisedAt != null,
          reviewed: of.reviews(id).map(({ kind }) => kind),
          notMet: of
            .reviews(id)
            .filter(({ met }) => Number(met) === 0)
            .map(({ kind }) => kind),
          approved: of.approvals(id).map(({ kind }) => kind),
          told,
          planned: of.milestones(id).map(({ kind }) => kind),
          unexplainedSlips: of.milestones(id).filter((milestone) => slipsUnexplained(milestone, told, today))
            .length,
          changeOpen: of.changes(id).length > 0,
          shipped: Number(sums?.shipped ?? 0) > 0,
          allShipped: sums !== undefined && Number(sums.lines) > 0 && Number(sums.open) === 0,
          allSettled: sums !== undefined && Number(sums.open) === 0 && Number(sums.unsettled) === 0,
          openShipments: Number(shipping?.open ?? 0),
          hasProof:
            shipping !== undefined && Number(shipping.signed) > 0 && shipping.signed === shipping.proven,
          invoiced: of.invoices(id).length > 0,
          paidOrTermed: isPaid(row) || (row.payableOn != null && String(row.payableOn) >= today),
          openAfterSales: Number(of.afterSales(id)[0]?.open ?? 0),
          submitterIds: of
            .submitters(id)
            .flatMap(({ person, principal }) =>
              [person, principal].flatMap((who) => (who == null ? [] : [String(who)])),
            ),
          customerAnswered: false,
          reasonGiven: false,
        },
      ];
    }),
  );
}

/** Later than tolerated against its first plan, without a reason or without word to the customer. */
function slipsUnexplained(
  { kind, planned, first, actual, reason }: MilestoneRow,
  told: readonly NoticeOccasion[],
  today: string,
): boolean {
  if (kind === 'INVOICED' || kind === 'PAID') return false;
  const reached = actual ?? (planned > today ? planned : today);
  if (workingDaysBetween(first, reached) <= toleratedSlipDays) return false;
  return reason === null || !told.includes('DELAY');
}

function isPaid(row: RecordRow): boolean {
  return new Decimal(String(row.paidTotal ?? 0)).gte(String(row.total ?? 0));
}
