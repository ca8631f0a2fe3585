import type { ResponsibilityPhase } from '@kehu/domain/key-accounts/vocabularies';
import type { Work } from '../../../commands/command.js';
import type { RecordRow } from '../../../records/encode.js';

/** Who answers for what is done for a customer now (R3.2): a person in the early phase, a department afterwards. */
export interface Responsibility {
  readonly phase: ResponsibilityPhase | null;
  readonly staffId: string | null;
  readonly departmentId: string | null;
  readonly regionId: string | null;
  /** False while the account is paused or after it ended: nothing new is begun with it. */
  readonly active: boolean;
}

/** By the phase of the customer's account; operations answer for customers who are no key accounts. */
export async function answersNow(work: Work, customer: RecordRow): Promise<Responsibility> {
  const [account] = await work.find('KeyAccount', { customerId: String(customer.id) });
  const phase = (account?.phase as ResponsibilityPhase | undefined) ?? null;
  const regionId = account?.regionId == null ? null : String(account.regionId);
  const active = account === undefined || account.state === 'ACTIVE';
  if (phase === 'EARLY') {
    const manager = account?.managerId == null ? null : String(account.managerId);
    const person = manager === null ? null : await work.peek('Staff', manager);
    return {
      phase,
      staffId: manager,
      departmentId: person?.departmentId == null ? null : String(person.departmentId),
      regionId,
      active,
    };
  }
  const [operations] = await work.find('Department', { kind: 'OPS', active: true });
  return { phase, staffId: null, departmentId: operations ? String(operations.id) : null, regionId, active };
}
