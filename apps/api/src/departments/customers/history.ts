import type { Work } from '../../commands/command.js';
import type { RecordRow } from '../../records/encode.js';

/** What of a customer has a history, and the property that holds it. */
const attributes = [
  ['OWNER', 'ownerId'],
  ['GRADE', 'grade'],
  ['REGION', 'regionId'],
  ['STORE', 'storeId'],
] as const;

/**
 * Keeps owner, grade, region and store of a customer with from and to, so that "as they were then"
 * has an answer (dossier C2). `before` is null for a new customer.
 */
export async function keepHistory(
  work: Work,
  customerId: string,
  before: RecordRow | null,
  after: RecordRow,
  reason: string | null,
): Promise<void> {
  const at = work.now.toISOString();
  for (const [attribute, property] of attributes) {
    if (!(property in after)) continue;
    const value = after[property] ?? null;
    if (before ? (before[property] ?? null) === value : value === null) continue;
    for (const open of await work.find('CustomerHistory', { customerId, attribute, validTo: null })) {
      await work.update('CustomerHistory', String(open.id), { validTo: at });
    }
    // Also "nobody" is a state that began at a time, once there was somebody.
    await work.insert('CustomerHistory', {
      customerId,
      attribute,
      [property]: value,
      validFrom: at,
      changedById: work.actor.via === 'operator' ? null : work.actor.staffId,
      reason,
    });
  }
}
