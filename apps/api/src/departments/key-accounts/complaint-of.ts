import type { ComplaintCategory } from '@kehu/domain/complaints/vocabularies';
import type { Work } from '../../commands/command.js';
import { registerComplaint } from '../complaints/intake/register.js';

/** What a complaint about a delivery or a service begins with. */
export interface ComplaintSeed {
  readonly customerId: string;
  readonly orderId: string | null;
  readonly category: ComplaintCategory;
  readonly subject: string;
  readonly description: string;
}

/**
 * Registers a complaint with everything filled in (D5), within the act that gave rise to it; by the same rules
 * and guards as one that somebody types. Returns its id.
 */
export async function complaintOf(work: Work, seed: ComplaintSeed): Promise<string> {
  const { id } = await registerComplaint.run(work, {
    ...seed,
    severity: 'GENERAL',
    channel: 'OTHER',
    demands: [{ type: 'OTHER', detail: null }],
  });
  return id;
}
