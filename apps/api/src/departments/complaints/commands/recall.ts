import { complaintTransitions } from '@kehu/domain/complaints/workflow';
import type { Work } from '../../../commands/command.js';
import { ruleViolation } from '../../../commands/errors.js';
import { cleanReason } from '../../../commands/reason.js';
import { finishToDos } from '../../../notify/commands.js';
import { notify } from '../../../notify/notify.js';
import type { RecordRow } from '../../../records/encode.js';
import { caseFacts } from '../case/facts.js';
import { nextStep, tellNext } from '../case/take-step.js';
import { moveCaseClock } from '../clock/clock.js';
import { endOrders } from './assignment.js';
import { namesOf, onCase } from './on-case.js';

/** Steps that went out of the house or ended the case cannot be taken back. */
const final: ReadonlySet<string> = new Set(
  complaintTransitions
    .filter(({ id, to, writes }) => id === '1' || writes.includes('CustomerReply') || to.startsWith('CLOSED'))
    .map(({ id }) => id)
    .concat('25', '25b', '24'),
);

/** Acts that hand a case on without a step: whoever did one had opened it. */
const handedOn: readonly unknown[] = ['passOnCase', 'nameInvestigator'];

/**
 * Takes the last step back 撤回, by whoever took it or in whose name it was taken, until the next person
 * has opened the case. What the step changed of the case is as it was, its clock and its counters too:
 * the limit of the state runs on from when it was first entered. Documents stay; an assignment that the
 * step ended is in force again, and one that it made has ended.
 */
export const recallStep = onCase('recallStep', async (work, complaint, input) => {
  const id = String(complaint.id);
  const steps = await work.find('CaseStep', { complaintId: id });
  const last = steps.findLast(({ from, to, recalledAt }) => from !== to && recalledAt == null);
  const name = last && nameOn(work, last);
  if (!last || !name) throw ruleViolation('rule.notYourStep', null);
  const since = steps.slice(steps.indexOf(last) + 1);
  if (last.seenAt != null || since.some(({ action }) => handedOn.includes(action)))
    throw ruleViolation('rule.stepSeen', null);
  const prior = last.priorValues as RecordRow | null | undefined;
  if (!prior || final.has(String(last.transition)) || last.to !== complaint.state)
    throw ruleViolation('rule.stepFinal', null);
  const reason = cleanReason(input.reason, 'reason');
  const principal = name === work.actor.staffId ? null : name;
  work.onBehalfOf(principal);
  await work.load('CaseStep', String(last.id));
  await work.update('CaseStep', String(last.id), { recalledAt: work.now.toISOString() });
  await restoreParts(work, id, last, prior, reason);
  await work.update('Complaint', id, prior);
  const entered = (await work.load('Complaint', id)) ?? {};
  const { stepDueAt } = await moveCaseClock(
    work,
    complaint,
    entered,
    { id: 'recall', act: 'recallStep' },
    new Date(String(entered.stateSince)),
  );
  await work.update('Complaint', id, { stepDueAt });
  await work.insert('CaseStep', {
    complaintId: id,
    action: 'recallStep',
    transition: 'recall',
    from: complaint.state,
    to: last.from,
    byId: work.actor.staffId,
    onBehalfOfId: principal,
    departmentId: work.actor.departmentId,
    at: work.now.toISOString(),
    note: reason,
    late: false,
    conflictOverride: false,
    since: complaint.stateSince ?? null,
    seenAt: work.now.toISOString(),
  });
  const after = (await work.load('Complaint', id)) ?? {};
  const { settings } = await caseFacts(work, after);
  await finishToDos(work, 'Complaint', id);
  const told = [
    ...(await tellFormerDesk(work, complaint, after)),
    ...(await tellNext(work, after, 'recallStep', settings.situations)),
  ];
  return { id, told, next: await nextStep(work, after, settings.situations) };
});

/** The name by which the actor took a step, or in which it was taken for whom he stands in; null: not his. */
function nameOn(work: Work, { byId, onBehalfOfId }: RecordRow): string | null {
  const on = [byId, onBehalfOfId].map(String);
  return namesOf(work.actor).find((name) => on.includes(name)) ?? null;
}

/** Orders and parts that the step made end; orders that it ended or took are as they were. Told by its instant. */
async function restoreParts(
  work: Work,
  complaintId: string,
  { at }: RecordRow,
  prior: RecordRow,
  reason: string,
): Promise<void> {
  const orders = await work.find('AssignmentOrder', { complaintId });
  if (orders.some((order) => order.at === at)) await endOrders(work, complaintId, reason);
  for (const order of orders) {
    if (order.endedAt === at)
      await work.update('AssignmentOrder', String(order.id), { endedAt: null, endReason: null });
    if (order.seenAt === at)
      await work.update('AssignmentOrder', String(order.id), {
        seenAt: null,
        seenById: null,
        ...('handlerId' in prior ? { handlerId: prior.handlerId } : {}),
      });
  }
  for (const part of await work.find('CaseParticipant', { complaintId, until: null })) {
    if (part.since === at)
      await work.update('CaseParticipant', String(part.id), { until: work.now.toISOString() });
  }
}

async function tellFormerDesk(work: Work, before: RecordRow, after: RecordRow) {
  const former = before.deskId == null ? null : String(before.deskId);
  if (former === null || former === work.actor.staffId || former === String(after.deskId)) return [];
  const no = String(before.no);
  return notify(work, {
    to: [former],
    message: 'case.recalled',
    content: { no },
    weight: 'INFO',
    kind: 'Complaint',
    recordId: String(before.id),
    recordNo: no,
  });
}
