import type { ResponsibilityPhase } from '@kehu/domain/key-accounts/vocabularies';
import type { Work } from '../../../commands/command.js';
import { sourceOf } from '../../../records/source.js';
import { openBusiness } from './open-business.js';

/**
 * Brings the list of a hand-over up to date with what is open for the customer: what is not on it yet is added,
 * not ticked; nothing is taken off. How many were added.
 */
export async function completeList(
  work: Work,
  handoverId: string,
  customerId: string,
  phase: ResponsibilityPhase,
): Promise<number> {
  const items = await work.rows<{ kind: string; record: string | null; no: number | string }>(
    'SELECT kind, record_id AS record, item_no AS no FROM handover_item WHERE handover_id = ?',
    [handoverId],
  );
  const listed = new Set(items.map(({ kind, record }) => `${kind} ${record}`));
  let last = Math.max(0, ...items.map(({ no }) => Number(no)));
  const missing = (await openBusiness(sourceOf(work), [customerId], phase)).filter(
    ({ kind, id }) => !listed.has(`${kind} ${id}`),
  );
  for (const { kind, id, title, state } of missing) {
    last += 1;
    await work.insert('HandoverItem', {
      handoverId,
      itemNo: last,
      kind,
      recordId: String(id),
      title,
      stateThen: state,
      received: false,
    });
  }
  if (missing.length > 0)
    await work.update('PhaseHandover', handoverId, { itemCount: items.length + missing.length });
  return missing.length;
}
