import { label } from '@kehu/domain/catalogue/labels';
import { replyOutcome } from '@kehu/domain/complaints/document-vocabularies';
import { GraphQLString } from 'graphql';
import { inputFields } from '../../../commands/act-schema.js';
import type { Work } from '../../../commands/command.js';
import { badInput } from '../../../commands/errors.js';
import { catalogueTypes } from '../../../graphql/schema/catalogue-types.js';
import type { FieldSpecs } from '../../../graphql/schema/declare.js';
import type { Cleared } from '../case/take-step.js';
import { closingInput } from './closing-input.js';
import { sendCopies, takeAttachment } from './copies.js';
import {
  type CaseInput,
  closingFields,
  documentFields,
  neededText,
  optionalText,
  type PipelineAct,
  signature,
} from './pipeline-act.js';

const written = ['mode', 'content', 'document', 'talkedTo', 'phone'] as const;
const longestReply = 8000;
const answered = ['response', 'rejectionReason'] as const;

/** What a reply to the customer states: written with its document, oral with person and telephone (R4.14). */
export const replyFields = (): FieldSpecs => inputFields('CustomerReply', written, ['mode', 'content']);

/** Writes the reply; an oral one names with whom, its telephone is the complainant's unless another is given. */
export async function writeReply(
  work: Work,
  input: CaseInput,
  cleared: Cleared,
  kind: 'FINAL' | 'NOT_ACCEPTED',
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  // Imported replies may be longer; what is typed for a customer to read is not.
  optionalText(input, 'content', longestReply);
  const fields = [...written, ...Object.keys(more)];
  const row = documentFields('CustomerReply', fields, { ...input, ...more });
  const oral = row.mode === 'ORAL';
  const { complaint } = cleared;
  const talkedTo = row.talkedTo ?? null;
  const phone = row.phone ?? (oral ? complaint.complainantPhone : null) ?? null;
  if (oral && talkedTo === null) throw badInput({ path: 'talkedTo', message: 'input.required' });
  if (oral && phone === null) throw badInput({ path: 'phone', message: 'input.required' });
  const documentId = await takeAttachment(work, input.id, row.documentId, 'documentId');
  return work.insert('CustomerReply', {
    complaintId: input.id,
    ...row,
    kind,
    documentId,
    talkedTo,
    phone,
    ...signature(work, cleared),
  });
}

/** Outcomes in which the customer does not accept. */
const rejections: readonly string[] = ['REJECTED', 'TO_GM', 'CLOSE_DISPUTED'];

/** The final reply, which customer service alone gives (R4.14, D1.2 nos. 20–22). */
export function replyToCustomer(): PipelineAct {
  const { declarations } = catalogueTypes();
  declarations.enum('ReplyOutcome', replyOutcome.codes, undefined, replyOutcome.labels);
  return {
    name: 'replyToCustomer',
    input: {
      outcome: {
        type: declarations.ref('ReplyOutcome'),
        required: true,
        label: label('答复结果', '答覆結果', 'What comes of it'),
      },
      ...replyFields(),
      ...inputFields('CustomerReply', answered),
      outsideChannels: {
        type: () => GraphQLString,
        label: label(
          '已告知的外部途径（有争议结案时必填）',
          '已告知的外部途徑（有爭議結案時必填）',
          'Outside channels that the customer was told of (for a disputed closure)',
        ),
      },
      ...closingInput,
    },
    outcome: ({ outcome }) => String(outcome),
    async write(work, input, cleared) {
      const outcome = String(input.outcome);
      const rejected = rejections.includes(outcome);
      const rejectionReason = rejected
        ? neededText(input, 'rejectionReason')
        : optionalText(input, 'rejectionReason');
      const named = optionalText(input, 'outsideChannels', 500);
      const channels = outcome === 'CLOSE_DISPUTED' ? neededText(input, 'outsideChannels', 500) : named;
      const response = rejected ? 'REJECT' : (input.response ?? (outcome === 'EXECUTE' ? 'ACCEPT' : null));
      if (!rejected && response === 'REJECT')
        throw badInput({ path: 'response', message: 'rule.rejectedReply' });
      await writeReply(work, input, cleared, 'FINAL', { response, rejectionReason });
      return {
        note: channels ?? rejectionReason,
        changes: { ...closingFields(input, cleared), ...afterReply(work, outcome, cleared) },
        ...(await toBeCarriedOut(work, outcome, cleared)),
      };
    },
  };
}

function afterReply(work: Work, outcome: string, { complaint }: Cleared): Record<string, unknown> {
  const now = work.now.toISOString();
  const replied = { repliedAt: now, firstResponseAt: complaint.firstResponseAt ?? now };
  switch (outcome) {
    case 'CLOSE':
      return {
        ...replied,
        closedAt: now,
        closeReason: complaint.procedure === 'SIMPLE' ? 'SETTLED_ON_SPOT' : 'SETTLED',
        disputed: false,
      };
    case 'CLOSE_DISPUTED':
      return { ...replied, closedAt: now, closeReason: 'DISPUTED', disputed: true };
    case 'EXECUTE':
      return { ...replied, disputed: false };
    default:
      // The customer does not accept: the reply was not the last one. A simple case goes the standard way.
      return {
        disputed: true,
        firstResponseAt: replied.firstResponseAt,
        ...(complaint.procedure === 'SIMPLE' ? { procedure: 'STANDARD' } : {}),
      };
  }
}

/** Whoever carries out the remedy takes part in the case from now on and gets the reply's copy. */
async function toBeCarriedOut(work: Work, outcome: string, cleared: Cleared): Promise<object> {
  if (outcome !== 'EXECUTE') return {};
  const opinion = cleared.knowledge.lastOf(String(cleared.complaint.id), 'HandlingOpinion');
  const executorId = opinion ? (await work.peek('HandlingOpinion', opinion.id))?.executorId : null;
  if (executorId == null) return {};
  await addExecutor(work, String(cleared.complaint.id), String(executorId));
  await sendCopies(work, cleared.complaint, [{ copy: 'REPLY', recipientId: String(executorId) }]);
  return {};
}

/** Whoever carries out a remedy has a part in the case, once. */
export async function addExecutor(work: Work, complaintId: string, staffId: string): Promise<void> {
  const part = { complaintId, staffId, part: 'EXECUTOR' };
  if ((await work.find('CaseParticipant', part)).length > 0) return;
  await work.insert('CaseParticipant', { ...part, since: work.now.toISOString() });
}
