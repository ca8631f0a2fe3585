import { label } from '@kehu/domain/catalogue/labels';
import { isOurFault } from '@kehu/domain/complaints/fault';
import { addDays, dayIn } from '@kehu/domain/text/dates';
import { holdersOf } from '../../../access/role-holders.js';
import type { Work } from '../../../commands/command.js';
import { badInput, ruleViolation } from '../../../commands/errors.js';
import { cleanReason } from '../../../commands/reason.js';
import type { RecordRow } from '../../../records/encode.js';
import { effectiveSetting } from '../clock/clock.js';
import { type CaseAct, supervises, takesPart, tell } from './case-act.js';
import { complainedStaysOut, inTheCase, stillOpen, worksOnIt } from './guards.js';
import { others } from './people.js';
import { countAround } from './preventive-effect.js';

const today = (work: Work): string => dayIn(work.context.organisation.zone, work.now);

/** A measure against recurrence, with an owner, a date, and a later date at which its effect is checked (R4.4). */
export const addPreventiveAction = (): CaseAct => ({
  name: 'addPreventiveAction',
  label: label('新增预防措施', '新增預防措施', 'Add a preventive action'),
  right: takesPart,
  guards: [inTheCase, worksOnIt, complainedStaysOut],
  adds: true,
  writes: {
    kind: 'PreventiveAction',
    fields: ['measure', 'owner', 'dueOn', 'checkOn'],
    required: ['measure', 'owner', 'dueOn'],
  },
  returns: 'PreventiveAction',
  async run(work, { complaint, row }) {
    const owner = row.ownerId == null ? null : await work.peek('Staff', String(row.ownerId));
    if (!owner) throw badInput({ path: 'ownerId', message: 'input.noSuchRecord' });
    if (owner.status === 'LEFT') throw badInput({ path: 'ownerId', message: 'rule.staffNotActive' });
    for (const needed of ['measure', 'dueOn'] as const)
      if (row[needed] == null) throw badInput({ path: needed, message: 'input.required' });
    const dueOn = String(row.dueOn);
    if (dueOn < today(work)) throw badInput({ path: 'dueOn', message: 'input.past' });
    const checkOn = row.checkOn == null ? await checkDay(work, complaint, dueOn) : String(row.checkOn);
    if (checkOn <= dueOn) throw badInput({ path: 'checkOn', message: 'rule.endBeforeStart' });
    const id = await work.insert('PreventiveAction', { ...row, complaintId: complaint.id, checkOn });
    const told = await tell(work, complaint, others(work, owner.id), 'note.preventionGiven', {
      weight: 'TODO',
    });
    return { id, told };
  },
});

/** The organisation's days after the due day of the measure. */
async function checkDay(work: Work, complaint: RecordRow, dueOn: string): Promise<string> {
  const { value } = await effectiveSetting(work, 'prevention.checkDays', complaint.severity as never);
  const days = Math.max(1, Number(value));
  return addDays(dueOn, days);
}

/** The owner, or somebody above him, says how the measure was carried out. The person complained about may be its owner. */
export const completePreventiveAction = (): CaseAct => ({
  name: 'completePreventiveAction',
  label: label('完成预防措施', '完成預防措施', 'Complete a preventive action'),
  right: takesPart,
  guards: [inTheCase],
  open: ({ ownerId, doneAt }, _, { teamIds }) => {
    if (!teamIds.includes(String(ownerId))) return { message: 'rule.preventionOwner', article: 'R4.4' };
    return doneAt == null ? null : { message: 'rule.preventionDone', article: 'R4.4' };
  },
  part: 'PreventiveAction',
  writes: { kind: 'PreventiveAction', fields: ['doneNote'], required: ['doneNote'] },
  returns: 'PreventiveAction',
  async run(work, { complaint, part, row }) {
    if (row.doneNote == null) throw badInput({ path: 'doneNote', message: 'input.required' });
    await work.update('PreventiveAction', String(part.id), {
      doneAt: work.now.toISOString(),
      doneNote: row.doneNote,
    });
    const to = others(work, await holdersOf(work, ['HR_ADMIN']));
    return { told: await tell(work, complaint, to, 'note.preventionDone') };
  },
});

/**
 * From the check date on somebody else than the owner decides whether the measure helped; the numbers
 * before and after that the system counted stand with the decision (R4.4, E1.16).
 */
export const checkPreventiveAction = (): CaseAct => ({
  name: 'checkPreventiveAction',
  label: label('检查预防措施的效果', '檢查預防措施的效果', 'Check the effect of a preventive action'),
  right: supervises,
  guards: [complainedStaysOut],
  open: ({ doneAt, checkedAt, ownerId }, _, { staffId }) => {
    if (doneAt == null) return { message: 'rule.preventionNotDone', article: 'R4.4' };
    if (checkedAt != null) return { message: 'rule.preventionChecked', article: 'R4.4' };
    return ownerId === staffId ? { message: 'rule.ownMeasure', article: 'B7.1' } : null;
  },
  part: 'PreventiveAction',
  writes: {
    kind: 'PreventiveAction',
    fields: ['effective', 'checkNote'],
    required: ['effective', 'checkNote'],
  },
  returns: 'PreventiveAction',
  async run(work, { complaint, part, row }) {
    if (row.effective == null) throw badInput({ path: 'effective', message: 'input.required' });
    if (row.checkNote == null) throw badInput({ path: 'checkNote', message: 'input.required' });
    if (part.ownerId === work.actor.staffId) throw ruleViolation('rule.ownMeasure', 'B7.1');
    if (today(work) < String(part.checkOn))
      throw ruleViolation('rule.notBeforeCheckDate', 'R4.4', { date: String(part.checkOn) });
    const counted = await countAround(work, complaint, new Date(String(part.doneAt)), work.now);
    await work.update('PreventiveAction', String(part.id), {
      effective: row.effective,
      checkNote: row.checkNote,
      checkedAt: work.now.toISOString(),
      checkedById: work.actor.staffId,
      before: counted.before,
      after: counted.after,
    });
    return undefined;
  },
});

/** No measure is needed, with the reason: only where the fault is not ours (practice 6). */
export const skipPreventiveAction = (): CaseAct => ({
  name: 'skipPreventiveAction',
  label: label('不需预防措施', '不需預防措施', 'Say why no preventive action is needed'),
  right: takesPart,
  guards: [stillOpen, inTheCase, worksOnIt, complainedStaysOut],
  reason: 'required',
  async run(work, { complaint, input }) {
    const reason = cleanReason(input.reason, 'reason');
    if (isOurFault(complaint.conclusion)) throw ruleViolation('rule.preventionNeeded', 'R4.4');
    await work.update('Complaint', String(complaint.id), { noPreventionReason: reason });
    return undefined;
  },
});
