import type { ContractFacts } from '@kehu/domain/key-accounts/contract-guards';
import type { ContractState } from '@kehu/domain/key-accounts/vocabularies';
import { Decimal } from 'decimal.js';
import type { RecordRow } from '../../../records/encode.js';
import { marks } from '../../../records/marks.js';
import type { FactSource } from '../../../records/source.js';
import type { RecordFacts } from '../../../workflow/machine.js';
import { ruleValue } from '../accounts/house-rules.js';

/** Whether a department head approves alone: up to the limit; an amount that nobody wrote is not within one. */
export function withinLimit(amount: unknown, limit: string): boolean {
  if (limit === '') return true;
  return amount != null && new Decimal(String(amount)).lte(limit);
}

/** What is true of some contracts, read together. */
export async function contractFacts(
  source: FactSource,
  rows: readonly RecordRow[],
): Promise<ReadonlyMap<string, RecordFacts<ContractFacts>>> {
  const ids = rows.map(({ id }) => String(id));
  if (ids.length === 0) return new Map();
  const [known, limit] = await Promise.all([
    source.rows<{ id: string; papers: string; renewals: string }>(
      `SELECT c.id, (SELECT COUNT(*) FROM contract_file f WHERE f.contract_id = c.id) AS papers,
           (SELECT COUNT(*) FROM contract n WHERE n.previous_id = c.id AND n.state <> 'TERMINATED') AS renewals
         FROM contract c WHERE c.id IN (${marks(ids)})`,
      ids,
    ),
    ruleValue(source, 'contract.headLimit', source.now),
  ]);
  const byId = new Map(known.map((row) => [String(row.id), row]));
  return new Map(
    rows.map((row) => {
      const found = byId.get(String(row.id));
      return [
        String(row.id),
        {
          state: row.state as ContractState,
          authorIds: [row.ownerId, row.submittedById].flatMap((id) => (id == null ? [] : [String(id)])),
          papers: Number(found?.papers ?? 0),
          withinLimit: withinLimit(row.amount, limit),
          renewed: Number(found?.renewals ?? 0) > 0,
          reasonGiven: false,
        },
      ];
    }),
  );
}
