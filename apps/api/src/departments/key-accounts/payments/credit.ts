import { Decimal } from 'decimal.js';
import type { FactSource } from '../../../records/source.js';

/** How a customer's credit stands, in yuan. Not masked: for rules, and for people who may see it. */
export interface Credit {
  /** Open receivables and confirmed orders that are not delivered yet, less what was paid on them. */
  readonly used: Decimal;
  /** Null: nobody set a limit. */
  readonly limit: Decimal | null;
}

/**
 * The credit that a customer uses, without one order: what is owed for delivered orders on a term, and what
 * confirmed orders will be owed for (practice, KAM 2). The limit is that of the file, else of the dealership.
 */
export async function creditOf(source: FactSource, customerId: string, without: string): Promise<Credit> {
  const [row] = await source.rows<{ used: string | null; credit_limit: string | null }>(
    `SELECT
       (SELECT CAST(SUM(GREATEST(total + IF(tax_mode = 'EXCLUDED', COALESCE(tax_total, 0), 0) - COALESCE(paid_total, 0), 0)) AS CHAR)
         FROM sales_order WHERE customer_id = ? AND id <> ?
           AND state NOT IN ('DRAFT', 'SUBMITTED', 'REVIEWED', 'CANCELLED')
           AND (confirmed_at IS NOT NULL OR payable_on IS NOT NULL)) AS used,
       CAST(COALESCE((SELECT MAX(credit_limit) FROM organisation_profile WHERE customer_id = ?),
         (SELECT MAX(credit_limit) FROM dealer WHERE customer_id = ?)) AS CHAR) AS credit_limit`,
    [customerId, without, customerId, customerId],
  );
  return {
    used: new Decimal(row?.used ?? '0'),
    limit: row?.credit_limit == null ? null : new Decimal(row.credit_limit),
  };
}
