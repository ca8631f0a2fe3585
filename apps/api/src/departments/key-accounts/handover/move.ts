import type { ResponsibilityPhase } from '@kehu/domain/key-accounts/vocabularies';
import type { Work } from '../../../commands/command.js';
import { ruleViolation } from '../../../commands/errors.js';
import { answersNow } from '../orders/accountable.js';
import { completeList } from './list.js';

/**
 * Moves an account from one phase to the other (R3.2, D5): the account, its open orders and its open
 * after-sales cases with whoever answers for them, states untouched, in the act's one transaction. Account and
 * customer are locked first: an order or case is opened with its customer locked, so one that comes in
 * meanwhile is either moved here or opened in the new phase. What came in since the list was accepted is
 * added to it. Throws a violation when the account is not in the phase that it leaves.
 */
export async function moveAccount(
  work: Work,
  handoverId: string,
  accountId: string,
  from: ResponsibilityPhase,
  to: ResponsibilityPhase,
): Promise<void> {
  const account = (await work.load('KeyAccount', accountId)) ?? {};
  const customerId = String(account.customerId);
  const customer = (await work.load('Customer', customerId)) ?? {};
  if (account.phase !== from)
    throw ruleViolation(
      to === 'REGULAR' ? 'handoverGuard.accountInEarlyPhase' : 'account.alreadyEarly',
      'R3.2',
    );
  await completeList(work, handoverId, customerId, from);
  await work.update('KeyAccount', accountId, { phase: to, phaseSince: work.now.toISOString() });
  const { staffId, departmentId } = await answersNow(work, customer);
  const orders = await work.rows<{ id: string }>(
    "SELECT id FROM sales_order WHERE customer_id = ? AND phase = ? AND state NOT IN ('COMPLETED', 'CANCELLED') ORDER BY id FOR UPDATE",
    [customerId, from],
  );
  for (const { id } of orders)
    await work.update('Order', String(id), {
      phase: to,
      responsibleId: staffId,
      responsibleDepartmentId: departmentId,
    });
  const cases = await work.rows<{ id: string }>(
    "SELECT id FROM after_sales_case WHERE customer_id = ? AND phase = ? AND state <> 'CLOSED' ORDER BY id FOR UPDATE",
    [customerId, from],
  );
  for (const { id } of cases)
    await work.update('AfterSalesCase', String(id), { phase: to, responsibleId: staffId });
}
