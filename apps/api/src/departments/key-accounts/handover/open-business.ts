import { endedStates } from '@kehu/domain/complaints/vocabularies';
import type { ResponsibilityPhase } from '@kehu/domain/key-accounts/vocabularies';
import { marks } from '../../../records/marks.js';
import type { FactSource } from '../../../records/source.js';

/** Something of a customer that is not finished and goes with a hand-over. */
export interface OpenRecord {
  readonly kind: 'ORDER' | 'COMPLAINT' | 'AFTER_SALES' | 'TECH_SUPPORT' | 'CONTRACT' | 'RECEIVABLE';
  readonly id: string;
  readonly customer: string;
  readonly title: string;
  readonly state: string | null;
}

const closedOrders = "('COMPLETED', 'CANCELLED')";

/**
 * Open orders and after-sales cases for which the phase answers, open complaints and technical support,
 * contracts in preparation or in force, and orders that are delivered and not paid, of some customers
 * (R3.2, D5). Titles hold numbers and amounts only.
 */
export async function openBusiness(
  source: Pick<FactSource, 'rows'>,
  customers: readonly string[],
  phase: ResponsibilityPhase,
): Promise<readonly OpenRecord[]> {
  if (customers.length === 0) return [];
  const of = `customer_id IN (${marks(customers)})`;
  const ended = endedStates.map((state) => `'${state}'`).join(', ');
  return source.rows<OpenRecord>(
    `SELECT 'ORDER' AS kind, id, customer_id AS customer, order_no AS title, state FROM sales_order
       WHERE ${of} AND phase = ? AND state NOT IN ${closedOrders}
     UNION ALL SELECT 'COMPLAINT', id, customer_id, no, state FROM complaint WHERE ${of} AND state NOT IN (${ended})
     UNION ALL SELECT 'AFTER_SALES', id, customer_id, no, state FROM after_sales_case
       WHERE ${of} AND phase = ? AND state <> 'CLOSED'
     UNION ALL SELECT 'TECH_SUPPORT', id, customer_id, no, state FROM tech_support_request
       WHERE ${of} AND state <> 'CLOSED'
     UNION ALL SELECT 'CONTRACT', id, customer_id, no, state FROM contract
       WHERE ${of} AND state IN ('DRAFT', 'DEPT_REVIEW', 'GM_REVIEW', 'RETURNED', 'ACTIVE')
     UNION ALL SELECT 'RECEIVABLE', id, customer_id,
         CONCAT(order_no, ' ', CAST(CAST(total - COALESCE(paid_total, 0) AS DECIMAL(18,2)) AS CHAR)), state FROM sales_order
       WHERE ${of} AND delivered_at IS NOT NULL AND state <> 'CANCELLED' AND total > COALESCE(paid_total, 0)
     ORDER BY FIELD(kind, 'ORDER', 'COMPLAINT', 'AFTER_SALES', 'TECH_SUPPORT', 'CONTRACT', 'RECEIVABLE'), id`,
    [...customers, phase, ...customers, ...customers, phase, ...customers, ...customers, ...customers],
  );
}
