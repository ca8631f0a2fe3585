import { permits } from '@kehu/domain/access/permissions';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { OrderApprovalKind } from '@kehu/domain/key-accounts/order-vocabularies';
import type { ActInput, Command, Right } from '../../../commands/command.js';
import { badInput, forbidden, ruleViolation } from '../../../commands/errors.js';
import { optionalReason } from '../../../commands/reason.js';
import { checkRow } from '../../../commands/validate.js';
import type { OnOrder } from './follow-up.js';

/** Who decides which approval (practice, KAM 2): finance releases over the credit limit, heads approve prices. */
const decidedUnder: Readonly<Record<OrderApprovalKind, Right>> = {
  CREDIT_RELEASE: { subject: 'creditRelease', action: 'APPROVE' },
  SPECIAL_PRICE: { subject: 'contract', action: 'APPROVE' },
  LATE_CANCELLATION: { subject: 'contract', action: 'APPROVE' },
};

/** Asks for an approval without which the order does not go on. */
export const requestOrderApproval: Command<OnOrder, { readonly id: string }> = {
  name: 'requestOrderApproval',
  permission: { subject: 'order', action: 'UPDATE' },
  targets: ({ orderId }) => [{ kind: 'Order', id: String(orderId), expectedVersion: null }],
  async run(work, { orderId, idempotencyKey: _, ...input }) {
    const row = checkRow(kindNamed('OrderApproval'), input, {
      fields: ['kind', 'amount', 'reason'],
      partial: false,
    });
    const waiting = await work.count('OrderApproval', {
      orderId: String(orderId),
      kind: String(row.kind),
      state: 'REQUESTED',
    });
    if (waiting > 0) throw ruleViolation('order.approvalPending', 'D5');
    await work.insert('OrderApproval', {
      ...row,
      orderId: String(orderId),
      state: 'REQUESTED',
      requestedById: work.actor.staffId,
      requestedAt: work.now.toISOString(),
    });
    return { id: String(orderId) };
  },
};

export type DecideInput = ActInput & {
  readonly approvalId: string;
  readonly decision: string;
  readonly reason?: string | null;
};

/** Decides a requested approval: never one's own request (B7.1). */
export const decideOrderApproval: Command<DecideInput, { readonly id: string }> = {
  name: 'decideOrderApproval',
  permission: null,
  targets: ({ approvalId }) => [
    { kind: 'OrderApproval', id: String(approvalId), expectedVersion: null, reach: 'see' },
  ],
  async run(work, { approvalId, decision, reason }) {
    const approval = (await work.load('OrderApproval', String(approvalId))) ?? {};
    const right = decidedUnder[approval.kind as OrderApprovalKind];
    if (permits(work.actor.roles, right.subject, right.action).length === 0) throw forbidden();
    if (approval.state !== 'REQUESTED') throw ruleViolation('order.approvalDecided', 'D5');
    if (String(approval.requestedById) === work.actor.staffId)
      throw ruleViolation('order.requesterDoesNotDecide', 'B7.1');
    if (decision !== 'APPROVED' && decision !== 'DECLINED')
      throw badInput({
        path: 'decision',
        message: 'input.notOneOf',
        values: { codes: 'APPROVED, DECLINED' },
      });
    const said = optionalReason(reason, 'reason');
    if (decision === 'DECLINED' && said === null)
      throw badInput({ path: 'reason', message: 'input.required' });
    await work.update('OrderApproval', String(approvalId), {
      state: decision,
      decision: said,
      decidedById: work.actor.staffId,
      decidedAt: work.now.toISOString(),
    });
    return { id: String(approval.orderId) };
  },
};
