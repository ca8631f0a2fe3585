import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { answersFor } from '@kehu/domain/key-accounts/accountability';
import { milestoneKind, noticeOccasion } from '@kehu/domain/key-accounts/order-vocabularies';
import type { ResponsibilityPhase } from '@kehu/domain/key-accounts/vocabularies';
import { dayIn } from '@kehu/domain/text/dates';
import { workingDaysBetween } from '@kehu/domain/text/working-days';
import type { ActInput, Command, Work } from '../../../commands/command.js';
import { badInput, ruleViolation } from '../../../commands/errors.js';
import { checkRow } from '../../../commands/validate.js';
import type { RecordRow } from '../../../records/encode.js';
import { tellCustomerOf } from './notices.js';
import { rollUpOrder } from './roll-up.js';

export type OnOrder = ActInput & Readonly<Record<string, unknown>> & { readonly orderId: string };

const onOrder = ({ orderId }: OnOrder) => [{ kind: 'Order', id: String(orderId), expectedVersion: null }];
const seenOrder = ({ orderId }: OnOrder) => [
  { kind: 'Order', id: String(orderId), expectedVersion: null, reach: 'see' as const },
];
const ended = new Set<unknown>(['COMPLETED', 'CANCELLED']);

async function followed(work: Work, orderId: string): Promise<RecordRow> {
  const order = (await work.load('Order', orderId)) ?? {};
  if (ended.has(order.state)) throw ruleViolation('order.ended', 'D5');
  const phase = (order.phase as ResponsibilityPhase | null) ?? null;
  if (!answersFor('FOLLOW_UP', phase, work.actor.roles))
    throw ruleViolation('order.followUpNotYours', 'R3.2');
  return order;
}

interface Planned {
  readonly kind: string;
  readonly plannedOn: unknown;
}

/** Dates the milestones of an order (D5); a milestone dated again keeps its first date, against which a slip counts. */
export const planMilestones: Command<OnOrder, { readonly id: string }> = {
  name: 'planMilestones',
  permission: { subject: 'order', action: 'UPDATE' },
  targets: onOrder,
  async run(work, { orderId, milestones }) {
    await followed(work, String(orderId));
    const given = Array.isArray(milestones) ? (milestones as Planned[]) : [];
    if (given.length === 0) throw badInput({ path: 'milestones', message: 'input.required' });
    for (const [at, one] of given.entries()) {
      const row = checkRow(
        kindNamed('OrderMilestone'),
        { ...one },
        {
          fields: ['kind', 'plannedOn'],
          partial: false,
          path: `milestones.${at}.`,
        },
      );
      await keepMilestone(work, String(orderId), String(row.kind), { plannedOn: row.plannedOn ?? null });
    }
    await rollUpOrder(work, String(orderId));
    return { id: String(orderId) };
  },
};

/** Records that a milestone was reached, or why it is late (D5). */
export const recordMilestone: Command<OnOrder, { readonly id: string }> = {
  name: 'recordMilestone',
  permission: { subject: 'order', action: 'UPDATE' },
  targets: onOrder,
  async run(work, { orderId, idempotencyKey: _, ...input }) {
    await followed(work, String(orderId));
    const row = checkRow(kindNamed('OrderMilestone'), input, {
      fields: ['kind', 'plannedOn', 'actualOn', 'lateReason'],
      partial: true,
    });
    if (row.kind == null) throw badInput({ path: 'kind', message: 'input.required' });
    const { kind, ...changes } = row;
    await keepMilestone(work, String(orderId), String(kind), changes);
    await rollUpOrder(work, String(orderId));
    return { id: String(orderId) };
  },
};

async function keepMilestone(work: Work, orderId: string, kind: string, changes: RecordRow): Promise<void> {
  if (!milestoneKind.codes.some((code) => code === kind))
    throw badInput({
      path: 'kind',
      message: 'input.notOneOf',
      values: { codes: milestoneKind.codes.join(', ') },
    });
  const today = dayIn(work.context.organisation.zone, work.now);
  const [known] = await work.find('OrderMilestone', { orderId, kind });
  const merged: RecordRow = { ...known, ...changes };
  const plannedOn = merged.plannedOn == null ? today : String(merged.plannedOn);
  const first = known?.firstPlannedOn == null ? plannedOn : String(known.firstPlannedOn);
  const reached = merged.actualOn == null ? plannedOn : String(merged.actualOn);
  const row = {
    plannedOn,
    firstPlannedOn: first,
    actualOn: merged.actualOn ?? null,
    lateReason: merged.lateReason ?? null,
    lateDays: workingDaysBetween(first, reached),
    byId: work.actor.staffId,
    at: work.now.toISOString(),
  };
  if (known) await work.update('OrderMilestone', String(known.id), row);
  else await work.insert('OrderMilestone', { ...row, orderId, kind });
}

/** Puts on record that the customer was told of a delay, a dispatch, a delivery (D5, follow-up rhythm). */
export const tellCustomer: Command<OnOrder, { readonly id: string }> = {
  name: 'tellCustomer',
  permission: { subject: 'order', action: 'UPDATE' },
  targets: onOrder,
  async run(work, { orderId, occasion, ...input }) {
    await followed(work, String(orderId));
    const known = noticeOccasion.codes.find((code) => code === occasion);
    if (!known)
      throw badInput({
        path: 'occasion',
        message: 'input.notOneOf',
        values: { codes: noticeOccasion.codes.join(', ') },
      });
    await tellCustomerOf(work, String(orderId), known, input);
    return { id: String(orderId) };
  },
};

/** A comment of whoever sees the order and may comment (B6: R + comment). */
export const commentOnOrder: Command<OnOrder, { readonly id: string }> = {
  name: 'commentOnOrder',
  permission: null,
  targets: seenOrder,
  async run(work, { orderId, text }) {
    const row = checkRow(kindNamed('OrderComment'), { text }, { fields: ['text'], partial: false });
    await work.insert('OrderComment', {
      ...row,
      orderId: String(orderId),
      byId: work.actor.staffId,
      at: work.now.toISOString(),
    });
    return { id: String(orderId) };
  },
};
