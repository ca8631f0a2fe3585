import { label } from '@kehu/domain/catalogue/labels';
import type { Work } from '../../../commands/command.js';
import { badInput, ruleViolation } from '../../../commands/errors.js';
import type { RecordRow } from '../../../records/encode.js';
import { trackingCame } from '../clock/clock.js';
import { type CaseAct, type PartGuard, supervises, takesPart, tell } from './case-act.js';
import { complainedStaysOut, hrOrGm, inTheCase, stillOpen } from './guards.js';
import { answerersOf, conflictOf, mayTakePart, others } from './people.js';

const entry = (work: Work, complaint: RecordRow, row: RecordRow): Promise<string> =>
  work.insert('TrackingEntry', {
    complaintId: complaint.id,
    byId: work.actor.staffId,
    at: work.now.toISOString(),
    ...row,
  });

/** An instant of the input that must not lie ahead, nor before the case. */
export function happenedAt(work: Work, complaint: RecordRow, given: unknown, path: string): string {
  const at = typeof given === 'string' ? given : work.now.toISOString();
  if (new Date(at).getTime() > work.now.getTime()) throw badInput({ path, message: 'input.future' });
  if (new Date(at).getTime() < new Date(String(complaint.receivedAt)).getTime())
    throw badInput({ path, message: 'rule.beforeReceipt' });
  return at;
}

/** Tracking, soothing and notes by everybody in the case (R1.5). Supervision has acts of its own. */
export const addTrackingEntry = (): CaseAct => ({
  name: 'addTrackingEntry',
  label: label('记录跟踪或安抚', '記錄追蹤或安撫', 'Record tracking or soothing'),
  right: takesPart,
  guards: [inTheCase, complainedStaysOut],
  adds: true,
  writes: { kind: 'TrackingEntry', fields: ['kind', 'text'] },
  returns: 'TrackingEntry',
  async run(work, { complaint, row }) {
    if (!['TRACK', 'SOOTHE', 'NOTE'].includes(String(row.kind)))
      throw badInput({
        path: 'kind',
        message: 'input.notOneOf',
        values: { codes: 'TRACK, SOOTHE, NOTE' },
      });
    const id = await entry(work, complaint, row);
    if (row.kind !== 'NOTE') await trackingCame(work, complaint, work.now);
    return { id };
  },
});

/** 催办: to whoever's desk the case lies on, on record (R4.5, R4.25). */
export const urgeComplaint = (): CaseAct => ({
  name: 'urgeComplaint',
  label: label('催办', '催辦', 'Urge'),
  right: supervises,
  guards: [stillOpen, complainedStaysOut],
  adds: true,
  writes: { kind: 'TrackingEntry', fields: ['text'] },
  returns: 'TrackingEntry',
  async run(work, { complaint, row }) {
    const desk = await answerersOf(work, complaint);
    if (desk.length === 0) throw ruleViolation('rule.noDesk', 'R4.5');
    const id = await entry(work, complaint, { ...row, kind: 'URGE', toId: desk[0] ?? null });
    const told = await tell(work, complaint, others(work, desk), 'note.urged', {
      weight: 'WARNING',
      dueAt: (complaint.stepDueAt ?? complaint.dueAt) as string | null,
    });
    return { id, told };
  },
});

/** Somebody who may be asked about the case: he reads it from then on, so it is nobody whom it is about. */
async function requireAddressee(work: Work, complaint: RecordRow, staffId: string): Promise<void> {
  const path = 'toId';
  const person = (await work.sees('Staff', staffId)) ? await work.peek('Staff', staffId) : null;
  if (!person) throw badInput({ path, message: 'input.noSuchRecord' });
  if (person.status === 'LEFT') throw badInput({ path, message: 'rule.staffNotActive' });
  const conflict = await conflictOf(work, complaint, person);
  if (conflict) throw badInput({ path, message: conflict });
  if (!(await mayTakePart(work, staffId))) throw badInput({ path, message: 'rule.hasNoAccess' });
}

/** 督办 by HR or the general manager, which asks for an answer (R4.25); to whoever's desk it is unless somebody is named. */
export const superviseComplaint = (): CaseAct => ({
  name: 'superviseComplaint',
  label: label('督办', '督辦', 'Supervise'),
  right: supervises,
  guards: [stillOpen, hrOrGm, complainedStaysOut],
  adds: true,
  writes: { kind: 'TrackingEntry', fields: ['text', 'to'] },
  returns: 'TrackingEntry',
  async run(work, { complaint, row }) {
    if (row.toId != null) await requireAddressee(work, complaint, String(row.toId));
    const to = row.toId == null ? await answerersOf(work, complaint) : [String(row.toId)];
    if (to.length === 0) throw ruleViolation('rule.noDesk', 'R4.25');
    const id = await entry(work, complaint, { ...row, kind: 'SUPERVISE', toId: to[0] ?? null });
    const told = await tell(work, complaint, others(work, to), 'note.supervised', {
      weight: 'TODO',
      dueAt: (complaint.stepDueAt ?? complaint.dueAt) as string | null,
    });
    return { id, told };
  },
});

/** An urge or a supervision is answered once, by whom it went to or whose desk the case is on now. */
const waitsForAnswer: PartGuard = (part, complaint, actor) => {
  if (part.kind !== 'URGE' && part.kind !== 'SUPERVISE')
    return { message: 'rule.taskState', article: 'R4.25' };
  if (part.acknowledgedAt != null) return { message: 'rule.answeredAlready', article: 'R4.25' };
  const named = [part.toId, complaint.deskId].some((id) => id != null && String(id) === actor.staffId);
  const unit = complaint.deskId == null ? complaint.deskDepartmentId : null;
  const addressed = named || (unit != null && actor.departmentIds.includes(String(unit)));
  return addressed ? null : { message: 'rule.notAddressed', article: 'R4.25' };
};

/** Whoever was urged or supervised answers; the words go beside the entry as a note. */
export const acknowledgeTracking = (): CaseAct => ({
  name: 'acknowledgeTracking',
  label: label('回应催办或督办', '回應催辦或督辦', 'Answer an urge or a supervision'),
  right: takesPart,
  guards: [],
  part: 'TrackingEntry',
  open: waitsForAnswer,
  writes: { kind: 'TrackingEntry', fields: ['text'] },
  returns: 'TrackingEntry',
  async run(work, { complaint, part, row, as }) {
    const addressed = part.toId === as.staffId || (await answerersOf(work, complaint)).includes(as.staffId);
    if (!addressed) throw ruleViolation('rule.notAddressed', 'R4.25');
    await work.update('TrackingEntry', String(part.id), { acknowledgedAt: work.now.toISOString() });
    await entry(work, complaint, { ...row, kind: 'NOTE', toId: part.byId ?? null });
    return { told: await tell(work, complaint, others(work, part.byId), 'note.supervisionAnswered') };
  },
});
