import { caseSequence } from '@kehu/domain/complaints/case-number';
import { dayIn } from '@kehu/domain/text/dates';
import { dayNumber } from '@kehu/domain/text/day-number';
import { inputFields } from '../../../commands/act-schema.js';
import type { Work } from '../../../commands/command.js';
import type { RecordRow } from '../../../records/encode.js';
import { closingInput } from './closing-input.js';
import { oneOf, sendCopies, tellHrOfOverride } from './copies.js';
import { closingFields, documentFields, type PipelineAct, signature } from './pipeline-act.js';
import { replyFields, writeReply } from './reply.js';

/** Number of an acceptance, `SL-20260307-0012` (R4.15). */
async function acceptance(work: Work): Promise<RecordRow> {
  const day = dayIn(work.context.organisation.zone, work.now);
  const number = await work.nextNumber(caseSequence(day).replace('complaint', 'acceptance'));
  return {
    acceptedAt: work.now.toISOString(),
    acceptNo: dayNumber('SL', day, number),
  };
}

/** The store confirms whether the reason holds and reports upwards (R4.7, D1.2 no. 2). */
export const assessComplaint: PipelineAct = {
  name: 'assessComplaint',
  input: inputFields('StoreAssessment', ['result', 'reason'], ['result', 'reason']),
  async write(work, input, cleared) {
    const row = documentFields('StoreAssessment', ['result', 'reason'], input);
    await work.insert('StoreAssessment', {
      complaintId: input.id,
      ...row,
      ...signature(work, cleared),
    });
    return { note: String(row.reason) };
  },
};

/** The superior rules on acceptance (R4.7, D1.2 nos. 3 and 4; simple procedure S1). */
export const ruleOnComplaint: PipelineAct = {
  name: 'ruleOnComplaint',
  input: inputFields('AcceptanceRuling', ['decision', 'reason'], ['decision', 'reason']),
  outcome: ({ decision }) => String(decision),
  async write(work, input, cleared) {
    const row = documentFields('AcceptanceRuling', ['decision', 'reason'], input);
    await work.insert('AcceptanceRuling', {
      complaintId: input.id,
      ...row,
      override: false,
      ...signature(work, cleared),
    });
    const { complaint } = cleared;
    const ruled = { ruledAt: complaint.ruledAt ?? work.now.toISOString() };
    if (row.decision !== 'ACCEPT') return { note: String(row.reason), changes: ruled };
    await firstCopies(work, cleared.complaint, cleared.facts);
    return { note: String(row.reason), changes: { ...ruled, ...(await acceptance(work)) } };
  },
};

/** Stub to the operating unit, notice to HR and administration (R4.16). */
async function firstCopies(
  work: Work,
  complaint: RecordRow,
  facts: Parameters<typeof oneOf>[2],
): Promise<void> {
  const hr = facts.hrComplainedAbout ? null : await oneOf(work, 'HR_ADMIN', facts);
  await sendCopies(work, complaint, [
    { copy: 'STUB', departmentId: (complaint.storeId as string | null) ?? work.actor.departmentId },
    { copy: 'NOTICE', recipientId: hr },
  ]);
}

/** The customer is told why the complaint is not accepted (R4.7, D1.2 no. 5). */
export const explainNonAcceptance: PipelineAct = {
  name: 'explainNonAcceptance',
  input: { ...replyFields(), ...closingInput },
  async write(work, input, cleared) {
    await writeReply(work, input, cleared, 'NOT_ACCEPTED');
    const now = work.now.toISOString();
    return {
      changes: {
        ...closingFields(input, cleared),
        repliedAt: now,
        firstResponseAt: cleared.complaint.firstResponseAt ?? now,
        closedAt: now,
        closeReason: 'NOT_ACCEPTED',
      },
    };
  },
};

/** Customer service or the general manager overturns a refusal by a new ruling (R4.5, D1.2 no. 6). */
export const overrideRuling: PipelineAct = {
  name: 'overrideRuling',
  input: inputFields('AcceptanceRuling', ['reason'], ['reason']),
  async write(work, input, cleared) {
    const row = documentFields('AcceptanceRuling', ['reason'], input);
    await work.insert('AcceptanceRuling', {
      complaintId: input.id,
      ...row,
      decision: 'ACCEPT',
      override: true,
      ...signature(work, cleared),
    });
    await firstCopies(work, cleared.complaint, cleared.facts);
    if (cleared.standing.roles.includes('GM')) await tellHrOfOverride(work, cleared.complaint, cleared.facts);
    return { note: String(row.reason), changes: await acceptance(work) };
  },
};
