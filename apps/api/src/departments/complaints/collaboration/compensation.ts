import type { Actor } from '@kehu/domain/access/actor';
import { label } from '@kehu/domain/catalogue/labels';
import { approvalLimit, isWithin, type LimitRow } from '@kehu/domain/complaints/approval-limits';
import { dayIn } from '@kehu/domain/text/dates';
import { holdersOf } from '../../../access/role-holders.js';
import type { Work } from '../../../commands/command.js';
import { badInput, ruleViolation } from '../../../commands/errors.js';
import type { RecordRow } from '../../../records/encode.js';
import { type CaseAct, type PartGuard, tell } from './case-act.js';
import { complainedStaysOut, inTheCase, stillOpen } from './guards.js';
import { others, peopleOf, rolesHeld } from './people.js';

const compensation = (action: 'CREATE' | 'APPROVE' | 'PERFORM') => ({ subject: 'compensation', action });

/** Every limit that the organisation set, in the order in which it was written. */
async function limitRows(work: Work): Promise<LimitRow[]> {
  return (await work.find('ApprovalLimit', {})).map((row) => ({
    role: String(row.role),
    type: row.type == null ? null : String(row.type),
    maxAmount: String(row.maxAmount),
    effectiveFrom: String(row.effectiveFrom),
  }));
}

const today = (work: Work): string => dayIn(work.context.organisation.zone, work.now);

/** A discount or compensation asked for a case, by a rule of sale where there is one (R4.18). */
export const requestCompensation = (): CaseAct => ({
  name: 'requestCompensation',
  label: label('申请赔偿', '申請賠償', 'Ask for compensation'),
  right: compensation('CREATE') as CaseAct['right'],
  guards: [stillOpen, inTheCase, complainedStaysOut],
  adds: true,
  writes: {
    kind: 'CompensationRequest',
    fields: ['type', 'amount', 'rule', 'reason'],
    required: ['type', 'amount', 'reason'],
  },
  returns: 'CompensationRequest',
  async run(work, { complaint, row }) {
    for (const needed of ['type', 'amount', 'reason'] as const)
      if (row[needed] == null) throw badInput({ path: needed, message: 'input.required' });
    const rule = row.ruleId == null ? null : await work.peek('SalesRule', String(row.ruleId));
    if (row.ruleId != null && !rule) throw badInput({ path: 'ruleId', message: 'input.noSuchRecord' });
    if (rule && rule.active !== true) throw badInput({ path: 'ruleId', message: 'rule.ruleInactive' });
    const id = await work.insert('CompensationRequest', {
      ...row,
      complaintId: complaint.id,
      state: 'REQUESTED',
      requestedById: work.actor.staffId,
      requestedAt: work.now.toISOString(),
    });
    const to = others(work, await approversOf(work, complaint, String(row.type), String(row.amount)));
    return { id, told: await tell(work, complaint, to, 'note.compensationAsked', { weight: 'TODO' }) };
  },
});

/** Who decides an amount: the heads of the handling department whose limit reaches it, else the general manager. */
async function approversOf(
  work: Work,
  complaint: RecordRow,
  type: string,
  amount: string,
): Promise<string[]> {
  const limits = await limitRows(work);
  const department = complaint.handlingDepartmentId;
  const within: string[] = [];
  for (const head of department == null ? [] : await peopleOf(work, String(department))) {
    const limit = approvalLimit(limits, await rolesHeld(work, head), type, today(work));
    if (head !== work.actor.staffId && limit !== null && isWithin(amount, limit)) within.push(head);
  }
  return within.length > 0 ? within : holdersOf(work, ['GM']);
}

/** The limit of the organisation for whoever decides; the general manager has none (F16, R4.18). */
async function requireWithinLimit(work: Work, request: RecordRow, { roles }: Actor): Promise<void> {
  if (roles.includes('GM')) return;
  const { type, amount } = request;
  const limit = approvalLimit(await limitRows(work), roles, String(type), today(work));
  if (limit === null) throw ruleViolation('rule.noLimit', 'R4.18');
  if (!isWithin(String(amount), limit)) throw ruleViolation('rule.aboveLimit', 'R4.18', { limit });
}

const decides = { kind: 'CompensationRequest', fields: ['decision'] } as const;

const inState =
  (state: string): PartGuard =>
  (request) =>
    request.state === state ? null : { message: 'rule.compensationState', article: 'R4.18' };

/** Waits for a decision, by another person than who asked. */
const waiting: PartGuard = (request, complaint, who) =>
  inState('REQUESTED')(request, complaint, who) ??
  (request.requestedById === who.staffId ? { message: 'rule.requesterApproves', article: 'B7.1' } : null);

/** Nor does whoever asked decide in somebody else's name (B7.1, B7.7). */
function requireOther(work: Work, request: RecordRow): void {
  if (request.requestedById === work.actor.staffId) throw ruleViolation('rule.requesterApproves', 'B7.1');
}

/** Approves a request: another person than who asked, and within the own limit. */
export const approveCompensation = (): CaseAct => ({
  name: 'approveCompensation',
  label: label('批准赔偿', '核准賠償', 'Approve compensation'),
  right: compensation('APPROVE') as CaseAct['right'],
  guards: [complainedStaysOut],
  open: waiting,
  part: 'CompensationRequest',
  writes: decides,
  returns: 'CompensationRequest',
  async run(work, { complaint, part, row, as }) {
    requireOther(work, part);
    await requireWithinLimit(work, part, as);
    await decide(work, part, row, 'APPROVED');
    const to = others(work, part.requestedById, complaint.handlerId, await holdersOf(work, ['FINANCE']));
    return { told: await tell(work, complaint, to, 'note.compensationApproved', { weight: 'TODO' }) };
  },
});

/** Declines a request, with a reason; no limit is asked for a no. */
export const declineCompensation = (): CaseAct => ({
  name: 'declineCompensation',
  label: label('不批准赔偿', '不核准賠償', 'Decline compensation'),
  right: compensation('APPROVE') as CaseAct['right'],
  guards: [complainedStaysOut],
  open: waiting,
  part: 'CompensationRequest',
  writes: { ...decides, required: ['decision'] },
  returns: 'CompensationRequest',
  async run(work, { complaint, part, row }) {
    if (row.decision == null) throw badInput({ path: 'decision', message: 'input.required' });
    requireOther(work, part);
    await decide(work, part, row, 'DECLINED');
    const to = others(work, part.requestedById, complaint.handlerId);
    return { told: await tell(work, complaint, to, 'note.compensationDeclined') };
  },
});

async function decide(work: Work, request: RecordRow, row: RecordRow, state: string): Promise<void> {
  await work.update('CompensationRequest', String(request.id), {
    state,
    decision: row.decision ?? null,
    decidedById: work.actor.staffId,
    decidedAt: work.now.toISOString(),
  });
}

/** Finance, whoever handles the case, and whoever was named to carry out its remedy (B4). */
async function requireExecutor(work: Work, complaint: RecordRow, as: Actor): Promise<void> {
  const { roles, staffId, departmentIds } = as;
  if (roles.includes('FINANCE') || complaint.handlerId === staffId) return;
  const handling = complaint.handlingDepartmentId;
  if (complaint.handlerId == null && handling != null && departmentIds.includes(String(handling))) return;
  const part = { complaintId: String(complaint.id), staffId, part: 'EXECUTOR', until: null };
  if ((await work.find('CaseParticipant', part)).length > 0) return;
  throw ruleViolation('rule.executeByFinance', 'R4.18');
}

/** Carried out by finance or the handling side, with a voucher (R4.18, B4). */
export const executeCompensation = (): CaseAct => ({
  name: 'executeCompensation',
  label: label('执行赔偿', '執行賠償', 'Carry out compensation'),
  right: compensation('PERFORM') as CaseAct['right'],
  guards: [complainedStaysOut],
  open: inState('APPROVED'),
  part: 'CompensationRequest',
  writes: { kind: 'CompensationRequest', fields: ['voucher'], required: ['voucher'] },
  returns: 'CompensationRequest',
  async run(work, { complaint, part, row, as }) {
    if (row.voucher == null) throw badInput({ path: 'voucher', message: 'input.required' });
    await requireExecutor(work, complaint, as);
    await work.update('CompensationRequest', String(part.id), {
      state: 'EXECUTED',
      voucher: row.voucher,
      executedById: work.actor.staffId,
      executedAt: work.now.toISOString(),
    });
    const to = others(work, complaint.ownerId, complaint.handlerId, part.requestedById);
    return { told: await tell(work, complaint, to, 'note.compensationExecuted') };
  },
});
