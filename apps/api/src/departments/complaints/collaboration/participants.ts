import { permits } from '@kehu/domain/access/permissions';
import { label } from '@kehu/domain/catalogue/labels';
import type { Work } from '../../../commands/command.js';
import { badInput } from '../../../commands/errors.js';
import { cleanReason } from '../../../commands/reason.js';
import type { RecordRow } from '../../../records/encode.js';
import { logBeside } from '../case/log-beside.js';
import { endOrders } from '../commands/assignment.js';
import { type CaseAct, takesPart, tell } from './case-act.js';
import { complainedStaysOut, inTheCase, stillOpen, worksOnIt } from './guards.js';
import { conflictOf, others, rolesHeld } from './people.js';

/** A person who can take part: works here, has a right to complaints, and is not complained about. */
async function requirePerson(
  work: Work,
  complaint: RecordRow,
  staffId: unknown,
  right: { readonly subject: string; readonly action: 'CREATE' },
): Promise<RecordRow> {
  const path = 'staffId';
  const person = staffId == null ? null : await work.peek('Staff', String(staffId));
  if (!person) throw badInput({ path, message: 'input.noSuchRecord' });
  if (person.status === 'LEFT') throw badInput({ path, message: 'rule.staffNotActive' });
  const conflict = await conflictOf(work, complaint, person);
  if (conflict) throw badInput({ path, message: conflict });
  if (permits(await rolesHeld(work, String(person.id)), right.subject, right.action).length === 0)
    throw badInput({ path, message: 'rule.hasNoAccess' });
  return person;
}

const staffField = { kind: 'CaseParticipant', fields: ['staff'], required: ['staff'] } as const;

/** 抄送: somebody is to see the case. He reads its file from then on, and signs for the card's copy. */
export const copyCase = (): CaseAct => ({
  name: 'copyCase',
  label: label('抄送', '副知', 'Copy a case to somebody'),
  right: takesPart,
  guards: [inTheCase, complainedStaysOut],
  adds: true,
  writes: staffField,
  returns: 'CaseParticipant',
  async run(work, { complaint, row }) {
    const card = { subject: 'complaintCard', action: 'CREATE' } as const;
    const person = await requirePerson(work, complaint, row.staffId, card);
    const known = await work.find('CaseParticipant', {
      complaintId: String(complaint.id),
      staffId: String(person.id),
      part: 'COPIED',
      until: null,
    });
    if (known.length > 0) throw badInput({ path: 'staffId', message: 'rule.copiedAlready' });
    const id = await work.insert('CaseParticipant', {
      complaintId: complaint.id,
      staffId: person.id,
      part: 'COPIED',
      since: work.now.toISOString(),
    });
    // The card goes with it, so that the receipt is on record like that of every other copy (R4.16).
    await work.insert('CardCopy', {
      complaintId: complaint.id,
      copy: 'COPIED',
      recipientId: person.id,
      sentAt: work.now.toISOString(),
    });
    return { id, told: await tell(work, complaint, others(work, person.id), 'note.copied') };
  },
});

/** A copy ends: for oneself, or by whoever works on the case. */
export const endCopy = (): CaseAct => ({
  name: 'endCopy',
  label: label('取消抄送', '取消副知', 'End a copy'),
  right: takesPart,
  guards: [inTheCase, complainedStaysOut],
  part: 'CaseParticipant',
  open: (part, complaint, who) => {
    if (part.part !== 'COPIED' || part.until != null) return { message: 'rule.taskState' };
    return String(part.staffId) === who.staffId ? null : worksOnIt(complaint, who);
  },
  async run(work, { complaint, part }) {
    await work.update('CaseParticipant', String(part.id), { until: work.now.toISOString() });
    return { id: String(complaint.id) };
  },
});

/** The case passes to the person named, by an order of whoever names; the earlier order ends (R4.9, F12). */
async function passTo(work: Work, complaint: RecordRow, person: RecordRow, reason: string): Promise<void> {
  const complaintId = String(complaint.id);
  const departmentId = person.departmentId ?? complaint.handlingDepartmentId;
  await endOrders(work, complaintId, reason);
  await work.insert('AssignmentOrder', {
    complaintId,
    departmentId,
    handlerId: person.id,
    instruction: reason,
    byId: work.actor.staffId,
    onBehalfOfId: null,
    at: work.now.toISOString(),
  });
  await work.update('Complaint', complaintId, {
    handlerId: person.id,
    handlingDepartmentId: departmentId,
    deskId: person.id,
    deskDepartmentId: departmentId,
  });
}

/**
 * The general manager names who investigates, above all where HR and administration is itself
 * complained about (F12). A case that is being handled passes to the person named; one that is not
 * assigned yet is assigned by the general manager, to the person named.
 */
export const nameInvestigator = (): CaseAct => ({
  name: 'nameInvestigator',
  label: label('指定调查人', '指定調查人', 'Name an investigator'),
  right: { subject: 'departmentAssignment', action: 'APPROVE' },
  guards: [stillOpen, complainedStaysOut],
  writes: staffField,
  reason: 'required',
  async run(work, { complaint, row, input }) {
    const reason = cleanReason(input.reason, 'reason');
    const investigates = { subject: 'investigationReport', action: 'CREATE' } as const;
    const person = await requirePerson(work, complaint, row.staffId, investigates);
    work.reason(reason);
    const at = work.now.toISOString();
    const where = { complaintId: String(complaint.id), part: 'INVESTIGATOR', until: null };
    for (const earlier of await work.find('CaseParticipant', where))
      await work.update('CaseParticipant', String(earlier.id), { until: at });
    await work.insert('CaseParticipant', {
      complaintId: complaint.id,
      staffId: person.id,
      part: 'INVESTIGATOR',
      since: at,
    });
    if (complaint.state === 'ASSIGNED' || complaint.state === 'INVESTIGATING')
      await passTo(work, complaint, person, reason);
    const concernsId = String(person.id);
    await logBeside(work, complaint, 'nameInvestigator', { note: reason, concernsId });
    const told = await tell(work, complaint, others(work, person.id), 'note.namedInvestigator', {
      weight: 'TODO',
      dueAt: complaint.dueAt as string,
    });
    return { told };
  },
});
