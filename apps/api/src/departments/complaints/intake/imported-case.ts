import { type ComplaintState, complaintState } from '@kehu/domain/complaints/vocabularies';
import type { Work } from '../../../commands/command.js';
import type { RecordRow } from '../../../records/encode.js';
import { aboutWhom, caseOwner, isShielded } from '../case/open-case.js';
import { deskAfter } from '../case/take-step.js';

/** What a document says that was written before the product was there. */
const onPaper = '上线前已办理，见纸质材料。';

/** From which state on a document must lie there, in the order of the pipeline; the way of a refusal stands apart. */
const way: readonly ComplaintState[] = [
  'REGISTERED',
  'PENDING_RULING',
  'ACCEPTED',
  'ASSIGNED',
  'INVESTIGATING',
  'REPORT_REVIEW',
  'HR_REVIEW',
  'GM_REVIEW',
  'OPINION_DRAFT',
  'OPINION_REVIEW',
  'REPLY_PENDING',
  'EXECUTING',
];

/**
 * Makes a case that came in with a file (cases in hand at go-live) one that can go on: the documents of the
 * steps that were taken before, each saying that it lies on paper; the outside deadline where it is the
 * stricter; owner and desk. What is there already is left; nobody is named as an author.
 */
export async function completeImportedCase(work: Work, complaint: RecordRow): Promise<RecordRow> {
  const id = String(complaint.id);
  const state = complaint.state as ComplaintState;
  await writePaperDocuments(work, complaint, state);
  const intakes = await work.find('ComplaintIntake', { complaintId: id });
  const dues = [complaint.dueAt, ...intakes.map(({ outsideDueAt }) => outsideDueAt)]
    .filter((due) => due != null)
    .map((due) => new Date(due as string).getTime());
  const changes: RecordRow = {
    dueAt: new Date(Math.min(...dues)).toISOString(),
    ownerId: complaint.ownerId ?? (await caseOwner(work)),
    shielded: await isShielded(work, complaint),
    ...(await aboutWhom(work, complaint)),
    ...timesOf(complaint, state),
  };
  await work.update('Complaint', id, changes);
  const entered = (await work.load('Complaint', id)) ?? { ...complaint, ...changes };
  const { desk } = await deskAfter(work, entered);
  await work.update('Complaint', id, { deskId: desk.staffId, deskDepartmentId: desk.departmentId });
  return (await work.load('Complaint', id)) ?? entered;
}

/** Nobody knows when the single steps were taken; the entry into the present state bounds them all. */
function timesOf(complaint: RecordRow, state: ComplaintState): RecordRow {
  const at = complaint.stateSince ?? complaint.receivedAt;
  const reached = (from: ComplaintState) => way.indexOf(state) >= way.indexOf(from);
  const refused = state === 'NOT_ACCEPTED';
  return {
    ...(refused || reached('ACCEPTED') ? { ruledAt: complaint.ruledAt ?? at } : {}),
    ...(reached('ACCEPTED') ? { acceptedAt: complaint.acceptedAt ?? at } : {}),
    ...(reached('ASSIGNED') ? { assignedAt: complaint.assignedAt ?? at } : {}),
    ...(reached('REPORT_REVIEW') ? { reportedAt: complaint.reportedAt ?? at } : {}),
  };
}

async function writePaperDocuments(work: Work, complaint: RecordRow, state: ComplaintState): Promise<void> {
  if (!complaintState.codes.includes(state) || state === 'REGISTERED') return;
  const complaintId = String(complaint.id);
  const at = new Date(String(complaint.stateSince ?? complaint.receivedAt)).toISOString();
  const reached = (from: ComplaintState) => way.indexOf(state) >= way.indexOf(from);
  const write = async (kind: string, row: RecordRow) => {
    if ((await work.count(kind, { complaintId })) === 0) await work.insert(kind, { complaintId, ...row });
  };
  const refused = state === 'NOT_ACCEPTED';
  await write('StoreAssessment', { result: refused ? 'NOT_HOLD' : 'HOLDS', reason: onPaper, at });
  if (refused || reached('ACCEPTED'))
    await write('AcceptanceRuling', {
      decision: refused ? 'NOT_ACCEPT' : 'ACCEPT',
      reason: onPaper,
      override: false,
      at,
    });
  if (refused || complaint.procedure === 'SIMPLE') return;
  const departmentId = complaint.handlingDepartmentId;
  if (reached('ASSIGNED') && departmentId != null)
    await write('AssignmentOrder', {
      departmentId,
      handlerId: complaint.handlerId ?? null,
      instruction: onPaper,
      at,
    });
  if (reached('REPORT_REVIEW'))
    await write('InvestigationReport', {
      reportVersion: 1,
      cause: onPaper,
      course: onPaper,
      conclusion: complaint.conclusion ?? 'UNPROVEN',
      conclusionText: onPaper,
      countermeasures: onPaper,
      preventiveMeasures: onPaper,
      signedAt: at,
    });
  if (reached('HR_REVIEW'))
    await write('SupervisorReview', { step: 'REPORT', result: 'AGREE', opinion: onPaper, at });
  if (reached('GM_REVIEW')) await write('HrOpinion', { result: 'AGREE', opinion: onPaper, at });
  if (reached('OPINION_DRAFT')) await write('GmDecision', { result: 'AGREE', decision: onPaper, at });
  if (reached('OPINION_REVIEW'))
    await write('HandlingOpinion', { opinionVersion: 1, remedy: 'EXPLAIN', detail: onPaper, signedAt: at });
  if (state === 'EXECUTING')
    await write('CustomerReply', { kind: 'FINAL', mode: 'ORAL', content: onPaper, at });
}
