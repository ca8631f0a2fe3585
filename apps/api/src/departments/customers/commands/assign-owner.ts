import type { ActInput, Command } from '../../../commands/command.js';
import { badInput, ruleViolation } from '../../../commands/errors.js';
import { cleanReason } from '../../../commands/reason.js';
import { keepHistory } from '../history.js';

export type AssignOwnerInput = ActInput & {
  readonly customerId: string;
  readonly expectedVersion: number;
  readonly ownerId: string;
  readonly reason: string;
};

/**
 * Gives a customer to another owner, with the reason that the history keeps (R2.10, dossier B3 "owner
 * transfer"). A customer that the old owner's department answered for is answered for by the new one's;
 * a store's customer stays with the store.
 */
export const assignCustomerOwner: Command<AssignOwnerInput, { readonly id: string }> = {
  name: 'assignCustomerOwner',
  permission: { subject: 'ownerTransfer', action: 'APPROVE' },
  targets: ({ customerId, expectedVersion, ownerId }) => [
    { kind: 'Customer', id: String(customerId), expectedVersion },
    { kind: 'Staff', id: String(ownerId), expectedVersion: null, reach: 'see', path: 'ownerId' },
  ],
  async run(work, { customerId, ownerId, reason: given }) {
    const reason = cleanReason(given, 'reason');
    // Locked, so that the person does not leave in the same moment.
    const owner = await work.load('Staff', ownerId);
    if (owner?.status === 'LEFT') throw badInput({ path: 'ownerId', message: 'rule.staffNotActive' });
    const before = (await work.load('Customer', customerId)) ?? {};
    if (before.lifecycle === 'MERGED' || before.lifecycle === 'ERASED')
      throw ruleViolation('rule.fileEnded', null);
    const old = before.ownerId == null ? null : await work.peek('Staff', String(before.ownerId));
    const moves =
      before.storeId == null && (before.departmentId == null || before.departmentId === old?.departmentId);
    const changes = {
      ownerId,
      ...(moves && owner?.departmentId != null ? { departmentId: owner.departmentId } : {}),
    };
    work.reason(reason);
    if (await work.update('Customer', customerId, changes))
      await keepHistory(work, customerId, before, changes, reason);
    return { id: customerId };
  },
};
