import { label } from '@kehu/domain/catalogue/labels';
import type { Work } from '../../../commands/command.js';
import { ruleViolation } from '../../../commands/errors.js';
import { cleanReason, optionalReason } from '../../../commands/reason.js';
import type { RecordRow } from '../../../records/encode.js';
import { endWaitingClock, startWaitingClock } from '../clock/clock.js';
import { type CaseAct, takesPart } from './case-act.js';
import { complainedStaysOut, inTheCase, stillOpen, worksOnIt } from './guards.js';

const guards = [stillOpen, inTheCase, worksOnIt, complainedStaysOut];

/** Whole seconds from the start of the waiting that runs to the act; 0 when none runs. */
export function waitedSince(work: Work, complaint: RecordRow): number {
  if (complaint.waitingSince == null) return 0;
  const since = new Date(String(complaint.waitingSince)).getTime();
  return Math.max(0, Math.floor((work.now.getTime() - since) / 1000));
}

/**
 * Waiting for the customer or a laboratory 送检 begins: it counts for the net clock alone, which stands
 * beside the strict one (F5, practice 3). What is waited for goes on record.
 */
export const startWaiting = (): CaseAct => ({
  name: 'startWaiting',
  label: label('开始等待客户或送检', '開始等待客戶或送檢', 'Start waiting for the customer or a laboratory'),
  right: takesPart,
  guards,
  reason: 'required',
  async run(work, { complaint, input }) {
    if (complaint.waitingSince != null) throw ruleViolation('rule.waitingAlready', 'F5');
    const text = cleanReason(input.reason, 'reason');
    work.reason(text);
    await work.insert('TrackingEntry', {
      complaintId: complaint.id,
      kind: 'NOTE',
      text,
      byId: work.actor.staffId,
      at: work.now.toISOString(),
    });
    await work.update('Complaint', String(complaint.id), { waitingSince: work.now.toISOString() });
    await startWaitingClock(work, complaint, text);
    return undefined;
  },
});

/** What was waited for has come; the time is added to the waited seconds. */
export const endWaiting = (): CaseAct => ({
  name: 'endWaiting',
  label: label('结束等待', '結束等待', 'Stop waiting'),
  right: takesPart,
  guards,
  reason: 'optional',
  async run(work, { complaint, input }) {
    if (complaint.waitingSince == null) throw ruleViolation('rule.notWaiting', 'F5');
    const reason = optionalReason(input.reason, 'reason');
    work.reason(reason);
    await work.update('Complaint', String(complaint.id), {
      waitingSince: null,
      waitedSeconds: Number(complaint.waitedSeconds) + waitedSince(work, complaint),
    });
    await endWaitingClock(work, complaint, reason);
    return undefined;
  },
});
