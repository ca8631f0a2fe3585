import type { SolicitationFacts } from '@kehu/domain/key-accounts/solicitation-guards';
import type { SolicitationStage } from '@kehu/domain/key-accounts/vocabularies';
import { addDays, dayIn } from '@kehu/domain/text/dates';
import { fold } from '@kehu/domain/text/fold';
import type { RecordRow } from '../../../records/encode.js';
import { marks } from '../../../records/marks.js';
import type { FactSource } from '../../../records/source.js';
import type { RecordFacts } from '../../../workflow/machine.js';
import { ruleValue } from '../accounts/house-rules.js';

interface Claim {
  readonly name: string;
  readonly customer: string | null;
  readonly owner: string | null;
}

const idOf = (value: unknown): string | null => (value == null ? null : String(value));

/**
 * Who else works on the same customers or names: whoever registered them and is still protected, and whoever
 * manages them as key accounts.
 */
async function claims(
  source: FactSource,
  names: readonly string[],
  customers: readonly string[],
  today: string,
): Promise<readonly Claim[]> {
  const ofCustomer = (column: string) =>
    customers.length > 0 ? ` OR ${column} IN (${marks(customers)})` : '';
  return source.rows<Claim>(
    `SELECT s.prospect_folded AS name, s.customer_id AS customer, s.owner_id AS owner FROM solicitation s
       WHERE s.stage NOT IN ('SIGNED', 'LOST') AND s.protected_until >= ?
         AND (s.prospect_folded IN (${marks(names)})${ofCustomer('s.customer_id')})
     UNION ALL
     SELECT c.name_folded, k.customer_id, COALESCE(k.manager_id, 0) FROM key_account k JOIN customer c ON c.id = k.customer_id
       WHERE k.state <> 'ENDED' AND (c.name_folded IN (${marks(names)})${ofCustomer('k.customer_id')})`,
    [today, ...names, ...customers, ...names, ...customers],
  );
}

/** What is true of some solicitations, read together. */
export async function solicitationFacts(
  source: FactSource,
  rows: readonly RecordRow[],
): Promise<ReadonlyMap<string, RecordFacts<SolicitationFacts>>> {
  if (rows.length === 0) return new Map();
  const today = dayIn(source.zone, source.now);
  const ids = rows.map(({ id }) => String(id));
  const names = rows.map(({ prospect }) => fold(String(prospect ?? '')));
  const customers = [...new Set(rows.flatMap(({ customerId }) => idOf(customerId) ?? []))];
  const [found, visits, contracts, reopenDays] = await Promise.all([
    claims(source, names, customers, today),
    source.rows<{ id: string; n: string }>(
      `SELECT solicitation_id AS id, COUNT(*) AS n FROM customer_visit
         WHERE solicitation_id IN (${marks(ids)}) AND state IN ('DONE', 'REPORTED', 'REVIEWED') GROUP BY solicitation_id`,
      ids,
    ),
    customers.length === 0
      ? Promise.resolve([])
      : source.rows<{ id: string }>(
          `SELECT DISTINCT customer_id AS id FROM contract
             WHERE customer_id IN (${marks(customers)}) AND state = 'ACTIVE' AND starts_on <= ? AND ends_on >= ?`,
          [...customers, today, today],
        ),
    ruleValue(source, 'solicitation.reopenDays', source.now),
  ]);
  const visited = new Map(visits.map(({ id, n }) => [String(id), Number(n)]));
  const contracted = new Set(contracts.map(({ id }) => String(id)));
  return new Map(
    rows.map((row, at) => {
      const customerId = idOf(row.customerId);
      const others = found.filter(
        ({ name, customer, owner }) =>
          (name === names[at] || (customerId !== null && idOf(customer) === customerId)) &&
          String(owner) !== String(row.ownerId),
      );
      return [
        String(row.id),
        {
          stage: row.stage as SolicitationStage,
          protectedForAnother: others.length > 0,
          visits: visited.get(String(row.id)) ?? 0,
          amountGiven: row.expectedAmount != null,
          customerOnFile: customerId !== null,
          contractActive: customerId !== null && contracted.has(customerId),
          lostReasonGiven: false,
          reopenUntil:
            row.endedAt == null
              ? null
              : addDays(dayIn(source.zone, new Date(String(row.endedAt))), Number(reopenDays)),
        },
      ];
    }),
  );
}
