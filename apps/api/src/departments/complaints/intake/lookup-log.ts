import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Work } from '../../../commands/command.js';
import type { RequestContext } from '../../../context.js';
import { insertRows } from '../../../records/bulk.js';
import { storedInstant } from '../../../records/decode.js';

/** Marks the entries of the log of personal data that stand for a look-up at intake. */
export const intakeBasis = 'findForIntake';
/** So long a customer who was looked up may be taken into a case. */
const usableMilliseconds = 2 * 3_600_000;

/** Puts the look-up of customers beyond the own scope on record (personal-data access). */
export async function logLookup(
  context: RequestContext,
  staffId: string,
  customerIds: readonly string[],
  by: string,
): Promise<void> {
  const { services } = context;
  const ids = await services.ids.take(customerIds.length);
  const now = services.clock.now();
  const rows = customerIds.map((customerId, at) => ({
    id: ids[at] ?? '',
    at: now.toISOString(),
    staffId,
    customerId,
    entity: 'Customer',
    entityId: customerId,
    fieldNames: by,
    reason: '登记投诉时查找客户',
    basis: intakeBasis,
  }));
  await insertRows(services.database, kindNamed('PersonalDataReveal'), rows, services.codec, now);
}

/**
 * Whether the person looked this customer up for a case not long ago and has not registered that case yet:
 * a look-up serves one case only.
 */
export async function wasLookedUp(work: Work, customerId: string): Promise<boolean> {
  const since = storedInstant(new Date(work.now.getTime() - usableMilliseconds));
  const rows = await work.rows<{ n: unknown }>(
    `SELECT 1 AS n FROM personal_data_reveal r
     WHERE r.staff_id = ? AND r.customer_id = ? AND r.basis = ? AND r.at >= ?
       AND NOT EXISTS (SELECT 1 FROM complaint c WHERE c.customer_id = r.customer_id
                       AND c.received_by_id = r.staff_id AND c.created_at > r.at) LIMIT 1`,
    [work.actor.staffId, customerId, intakeBasis, since],
  );
  return rows.length > 0;
}
