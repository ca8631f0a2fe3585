import type { Work } from '../../../commands/command.js';
import type { RecordRow } from '../../../records/encode.js';
import { keepHistory } from '../../customers/history.js';

export interface Assignment {
  readonly managerId: string;
  readonly regionId: string;
  readonly reason: string;
  /** The assignment itself, where it was arranged before and its day has come. */
  readonly id?: string;
}

/**
 * The account is this manager's from now on (R3.1): the assignments before it end, the customer file follows
 * with its own history, and so does what the manager answers for in the early phase. The account is locked;
 * customer, orders and cases are locked after it, in this order.
 */
export async function takeOver(work: Work, accountId: string, assignment: Assignment): Promise<void> {
  const { managerId, regionId, reason, id: own } = assignment;
  const account = (await work.load('KeyAccount', accountId)) ?? {};
  const at = work.now.toISOString();
  for (const earlier of await work.find('AccountAssignment', { keyAccountId: accountId, endsAt: null })) {
    if (String(earlier.id) === own || String(earlier.startsAt) > at) continue;
    await work.update('AccountAssignment', String(earlier.id), { endsAt: at });
  }
  await work.update('KeyAccount', accountId, { managerId, regionId });
  const customerId = String(account.customerId);
  const customer = (await work.load('Customer', customerId)) ?? {};
  const manager = await work.peek('Staff', managerId);
  const changes: RecordRow = {
    type: 'KEY_ACCOUNT',
    ownerId: managerId,
    regionId,
    ...(manager?.departmentId == null ? {} : { departmentId: manager.departmentId }),
  };
  await work.update('Customer', customerId, changes);
  await keepHistory(work, customerId, customer, changes, reason);
  if (account.phase === 'EARLY') await moveResponsible(work, customerId, managerId, manager);
}

async function moveResponsible(
  work: Work,
  customerId: string,
  managerId: string,
  manager: RecordRow | null,
): Promise<void> {
  const open = await work.rows<{ id: string }>(
    "SELECT id FROM sales_order WHERE customer_id = ? AND phase = 'EARLY' AND state NOT IN ('COMPLETED', 'CANCELLED') ORDER BY id FOR UPDATE",
    [customerId],
  );
  for (const { id } of open)
    await work.update('Order', String(id), {
      responsibleId: managerId,
      responsibleDepartmentId: manager?.departmentId ?? null,
    });
  const cases = await work.rows<{ id: string }>(
    "SELECT id FROM after_sales_case WHERE customer_id = ? AND phase = 'EARLY' AND state <> 'CLOSED' ORDER BY id FOR UPDATE",
    [customerId],
  );
  for (const { id } of cases) await work.update('AfterSalesCase', String(id), { responsibleId: managerId });
}
