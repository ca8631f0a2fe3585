import type { HandoverFacts } from '@kehu/domain/key-accounts/handover-guards';
import type { HandoverState, ResponsibilityPhase } from '@kehu/domain/key-accounts/vocabularies';
import type { RecordRow } from '../../../records/encode.js';
import { marks } from '../../../records/marks.js';
import type { FactSource } from '../../../records/source.js';
import type { RecordFacts } from '../../../workflow/machine.js';
import { openBusiness } from './open-business.js';

/** What is true of some hand-overs, read together. */
export async function handoverFacts(
  source: FactSource,
  rows: readonly RecordRow[],
): Promise<ReadonlyMap<string, RecordFacts<HandoverFacts>>> {
  if (rows.length === 0) return new Map();
  const ids = rows.map(({ id }) => String(id));
  const accountIds = [...new Set(rows.map(({ keyAccountId }) => String(keyAccountId)))];
  const [accounts, open, items] = await Promise.all([
    source.rows<{ id: string; customer: string; phase: ResponsibilityPhase }>(
      `SELECT id, customer_id AS customer, phase FROM key_account WHERE id IN (${marks(accountIds)})`,
      accountIds,
    ),
    source.rows<{ id: string; account: string }>(
      `SELECT id, key_account_id AS account FROM phase_handover
         WHERE key_account_id IN (${marks(accountIds)}) AND state IN ('PROPOSED', 'ACCEPTED')`,
      accountIds,
    ),
    source.rows<{ handover: string; kind: string; record: string | null; received: number | string }>(
      `SELECT handover_id AS handover, kind, record_id AS record, received FROM handover_item WHERE handover_id IN (${marks(ids)})`,
      ids,
    ),
  ]);
  const customers = accounts.filter(({ phase }) => phase === 'EARLY').map(({ customer }) => String(customer));
  const business = await openBusiness(source, customers, 'EARLY');
  return new Map(
    rows.map((row) => {
      const id = String(row.id);
      const account = accounts.find((one) => String(one.id) === String(row.keyAccountId));
      const own = items.filter(({ handover }) => String(handover) === id);
      const listed = new Set(own.map(({ kind, record }) => `${kind} ${record}`));
      return [
        id,
        {
          state: row.state as HandoverState,
          phase: account?.phase ?? 'REGULAR',
          anotherOpen: open.some(
            (one) => String(one.account) === String(row.keyAccountId) && String(one.id) !== id,
          ),
          authorIds: [row.fromManagerId, row.toStaffId].flatMap((who) => (who == null ? [] : [String(who)])),
          notReceived: own.filter(({ received }) => Number(received) === 0).length,
          unlisted: business.filter(
            (one) =>
              String(one.customer) === String(account?.customer) && !listed.has(`${one.kind} ${one.id}`),
          ).length,
          reasonGiven: false,
        },
      ];
    }),
  );
}
