import type { CaseFacts } from '@kehu/domain/complaints/case-facts';
import { caseNumber, caseSequence } from '@kehu/domain/complaints/case-number';
import { complaintTransitions } from '@kehu/domain/complaints/workflow';
import { dayIn } from '@kehu/domain/text/dates';
import type { Work } from '../../../commands/command.js';
import { notify, type Told } from '../../../notify/notify.js';
import type { RecordRow } from '../../../records/encode.js';
import { sourceOf } from '../../../records/source.js';
import { openingClock, startCaseClock } from '../clock/clock.js';
import { knowCases } from './facts.js';
import { readTree } from './organisation-tree.js';
import { peopleWith } from './people.js';
import { readSettings } from './settings.js';
import { deskAfter, nextStep, type StepTaken, tellNext } from './take-step.js';

/** Categories in which the person complained about does not learn who complained until the reply (practice 13). */
const serviceCategories: readonly unknown[] = ['SERVICE_ATTITUDE'];

/**
 * Opens a case: transition 1 of the pipeline (D1.2). `row` holds what was entered and decided about it
 * (fields of Complaint: procedure, severity, situation, policyVersion, procedureVersion …); what it leaves
 * out of the pipeline's own is filled: number `TS-YYYYMMDD-NNNN`, state, counters, case owner, desk,
 * deadlines. `outside` are the deadlines that outside bodies set; the strictest counts. Who is complained
 * about as head of a unit brings that unit with him (B7.2).
 */
export async function openCase(
  work: Work,
  row: RecordRow,
  outside: readonly (string | Date | null | undefined)[] = [],
): Promise<StepTaken> {
  const now = work.now.toISOString();
  const blank = {
    anonymous: false,
    keyAccount: false,
    disputed: false,
    rejections: 0,
    returns: 0,
    refusals: 0,
    reopenCount: 0,
    recurrence: false,
    situation: 'A_QUALITY',
    receivedAt: now,
    receivedById: work.actor.staffId,
  };
  const full: RecordRow = {
    ...blank,
    ...row,
    ...(await aboutWhom(work, row)),
    state: 'REGISTERED',
    stateSince: now,
    no: row.no ?? (await newNumber(work)),
    ownerId: row.ownerId ?? (await caseOwner(work)),
  };
  const shielded = await isShielded(work, full);
  const opening = await openingClock(work, full, outside);
  const id = await work.insert('Complaint', { ...full, shielded, ...opening });
  const inserted = (await work.load('Complaint', id)) ?? {};
  const { desk, situations } = await deskAfter(work, inserted);
  await startCaseClock(work, inserted);
  await work.update('Complaint', id, { deskId: desk.staffId, deskDepartmentId: desk.departmentId });
  const [first] = complaintTransitions;
  const stepId = await work.insert('CaseStep', {
    complaintId: id,
    action: first?.act ?? 'registerComplaint',
    transition: first?.id ?? '1',
    from: null,
    to: 'REGISTERED',
    byId: work.actor.staffId,
    onBehalfOfId: null,
    departmentId: work.actor.departmentId,
    at: now,
    late: false,
    conflictOverride: false,
  });
  const complaint = (await work.load('Complaint', id)) ?? {};
  const told = await tellNext(work, complaint, 'registerComplaint', situations);
  if (complaint.severity === 'SEVERE') told.push(...(await tellSevere(work, complaint)));
  return { id, stepId, complaint, told, next: await nextStep(work, complaint, situations) };
}

async function newNumber(work: Work): Promise<string> {
  const day = dayIn(work.context.organisation.zone, work.now);
  return caseNumber(day, await work.nextNumber(caseSequence(day)));
}

/** Customer service leads the case for its whole life (R4.25): whoever registers it there, else the emptiest desk. */
export async function caseOwner(work: Work): Promise<string | null> {
  if (work.actor.roles.includes('OPS_CS')) return work.actor.staffId;
  const people = await peopleWith(sourceOf(work), ['OPS_CS']);
  const present = people.filter(({ onLeave }) => !onLeave);
  const [first] = [...(present.length > 0 ? present : people)].sort((a, b) => a.load - b.load);
  return first?.id ?? null;
}

/** The unit of the person complained about, and whether that person leads it. */
export async function aboutWhom(work: Work, row: RecordRow): Promise<RecordRow> {
  const staffId = row.complainedStaffId == null ? null : String(row.complainedStaffId);
  if (staffId === null) return { aboutHead: false };
  const [headed] = (await readTree(sourceOf(work))).headedBy(staffId);
  const person = await work.peek('Staff', staffId);
  const unit = row.complainedDepartmentId ?? headed?.id ?? person?.departmentId ?? null;
  return { aboutHead: headed !== undefined, complainedDepartmentId: unit };
}

/** Whether the person complained about must not learn who complained, by category and setting. */
export async function isShielded(work: Work, row: RecordRow): Promise<boolean> {
  if (!serviceCategories.includes(row.category)) return false;
  const setting = await readSettings(sourceOf(work));
  return setting('complained.reads', row.severity as CaseFacts['severity']) === 'on';
}

/** A severe event is told at once to customer service, HR and the general manager (D1.3). */
export async function tellSevere(work: Work, complaint: RecordRow): Promise<Told[]> {
  const { facts } = await knowCases(sourceOf(work), [complaint]);
  const known = facts.get(String(complaint.id));
  const people = await peopleWith(sourceOf(work), ['OPS_CS', 'HR_ADMIN', 'GM']);
  const to = people
    .filter(({ roles }) => !known?.hrComplainedAbout || roles.some((role) => role !== 'HR_ADMIN'))
    .map(({ id }) => id)
    .filter((id) => id !== work.actor.staffId && id !== known?.complainedStaffId);
  const no = String(complaint.no);
  return notify(work, {
    to,
    message: 'case.severe',
    content: { no },
    weight: 'URGENT',
    kind: 'Complaint',
    recordId: String(complaint.id),
    recordNo: no,
    dueAt: (complaint.stepDueAt as string | null) ?? null,
  });
}
