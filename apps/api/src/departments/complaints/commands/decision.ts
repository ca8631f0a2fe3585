import { label } from '@kehu/domain/catalogue/labels';
import { GraphQLBoolean } from 'graphql';
import { inputFields } from '../../../commands/act-schema.js';
import type { Work } from '../../../commands/command.js';
import { badInput } from '../../../commands/errors.js';
import type { Cleared } from '../case/take-step.js';
import { checkNamed, sendCopies } from './copies.js';
import {
  authorship,
  type CaseInput,
  documentFields,
  optionalText,
  type PipelineAct,
  signature,
} from './pipeline-act.js';

/** A supervisor agrees or returns; returning needs a reason. */
function resultOf(input: CaseInput, allowed: readonly string[]): string {
  const result = String(input.result);
  if (!allowed.includes(result))
    throw badInput({ path: 'result', message: 'input.notOneOf', values: { codes: allowed.join(', ') } });
  return result;
}

const review = (
  name: 'reviewInvestigationReport' | 'reviewHandlingOpinion',
  step: 'REPORT' | 'OPINION',
): PipelineAct => ({
  name,
  input: inputFields('SupervisorReview', ['result', 'opinion'], ['result']),
  outcome: (input) => resultOf(input, ['AGREE', 'RETURN']),
  async write(work, input, cleared) {
    const row = documentFields('SupervisorReview', ['result', 'opinion'], input);
    const opinion = row.opinion ?? null;
    if (row.result === 'RETURN' && opinion === null)
      throw badInput({ path: 'opinion', message: 'input.required' });
    await work.insert('SupervisorReview', {
      complaintId: input.id,
      ...row,
      step,
      ...signature(work, cleared),
    });
    if (row.result === 'AGREE') {
      await sendCopies(work, cleared.complaint, [
        { copy: 'REVIEW', departmentId: cleared.facts.handlingDepartmentId },
        ...(step === 'OPINION'
          ? [{ copy: 'REVIEW' as const, recipientId: cleared.complaint.ownerId as string | null }]
          : []),
      ]);
    }
    return { note: opinion as string | null };
  },
});

/** The supervisor reviews the report (R4.11, D1.2 nos. 11 and 12). */
export const reviewInvestigationReport = review('reviewInvestigationReport', 'REPORT');
/** The supervisor reviews the handling opinion (R4.13, D1.2 nos. 18 and 19). */
export const reviewHandlingOpinion = review('reviewHandlingOpinion', 'OPINION');

/** HR and administration sorts and reviews, attaches its opinion and submits (R4.12, D1.2 nos. 13 and 14; F11). */
export const giveHrOpinion: PipelineAct = {
  name: 'giveHrOpinion',
  input: {
    ...inputFields('HrOpinion', ['result', 'opinion'], ['result', 'opinion']),
    skipGeneralManager: {
      type: () => GraphQLBoolean,
      label: label(
        '限额以下，不逐件报总经理（F11）',
        '限額以下，不逐件報總經理（F11）',
        'Small enough to skip the general manager (F11)',
      ),
    },
  },
  outcome: (input) => {
    const result = resultOf(input, ['AGREE', 'RETURN']);
    return result === 'AGREE' && input.skipGeneralManager === true ? 'BATCH' : result;
  },
  async write(work, input, cleared) {
    const row = documentFields('HrOpinion', ['result', 'opinion'], input);
    await work.insert('HrOpinion', { complaintId: input.id, ...row, ...signature(work, cleared) });
    return { note: String(row.opinion).slice(0, 2000) };
  },
};

/** The general manager agrees, instructs or returns; the department is told by itself (R4.12, D1.2 nos. 15 and 16). */
export const decideComplaint: PipelineAct = {
  name: 'decideComplaint',
  input: inputFields('GmDecision', ['result', 'decision'], ['result', 'decision']),
  outcome: (input) => resultOf(input, ['AGREE', 'RETURN', 'INSTRUCT']),
  async write(work, input, cleared) {
    const row = documentFields('GmDecision', ['result', 'decision'], input);
    await work.insert('GmDecision', { complaintId: input.id, ...row, ...signature(work, cleared) });
    if (row.result !== 'RETURN') {
      const { handlingDepartmentId, handlerId } = cleared.facts;
      await sendCopies(work, cleared.complaint, [
        { copy: 'REPLY', departmentId: handlingDepartmentId, recipientId: handlerId },
      ]);
    }
    return { note: String(row.decision).slice(0, 2000) };
  },
};

const opinionFields = ['remedy', 'amount', 'detail', 'executor', 'executeBy', 'customerConditions'] as const;
const opinionInput = inputFields('HandlingOpinion', opinionFields, ['remedy', 'detail']);

/** Writes the next version of the handling opinion; earlier ones stay as they are (F35). */
async function writeOpinion(
  work: Work,
  input: CaseInput,
  cleared: Cleared,
): Promise<{ note: string | null }> {
  const row = documentFields('HandlingOpinion', opinionFields, input);
  const executorId = await checkNamed(work, cleared.facts, row.executorId, 'executorId');
  const basis = cleared.knowledge.lastOf(input.id, 'HrOpinion');
  const earlier = await work.count('HandlingOpinion', { complaintId: input.id });
  await work.insert('HandlingOpinion', {
    complaintId: input.id,
    ...row,
    executorId,
    opinionVersion: earlier + 1,
    basisId: basis?.id ?? null,
    ...authorship(work, cleared),
  });
  return { note: optionalText(input, 'detail', 8000)?.slice(0, 2000) ?? null };
}

/** The handling department forms its opinion on that of HR (R4.13, D1.2 no. 17). */
export const submitHandlingOpinion: PipelineAct = {
  name: 'submitHandlingOpinion',
  input: opinionInput,
  write: writeOpinion,
};

/** A contract dispute goes with an opinion to the general manager (R4.8, D1.2 no. 7b). */
export const submitContractDispute: PipelineAct = {
  name: 'submitContractDispute',
  input: opinionInput,
  write: writeOpinion,
};
