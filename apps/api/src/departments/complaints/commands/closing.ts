import { label } from '@kehu/domain/catalogue/labels';
import { GraphQLString } from 'graphql';
import { inputFields, reasonField } from '../../../commands/act-schema.js';
import { cleanReason } from '../../../commands/reason.js';
import { catalogueTypes } from '../../../graphql/schema/catalogue-types.js';
import type { FieldSpecs } from '../../../graphql/schema/declare.js';
import { scalars } from '../../../graphql/schema/kinds.js';
import type { Told } from '../../../notify/notify.js';
import { giveUndertaking, promisedIn } from '../case/undertaking.js';
import { givenDepartment, writeOrder } from './assignment.js';
import { closingInput } from './closing-input.js';
import { checkNamed, takeAttachment } from './copies.js';
import { closingFields, neededText, optionalText, type PipelineAct } from './pipeline-act.js';
import { addExecutor } from './reply.js';

const paper = (hans: string, hant: string, en: string) => ({
  type: () => scalars.id,
  label: label(hans, hant, en),
});

let declared = false;

/** What is promised when a case closes before its remedy is carried out (F7). */
function undertakingInput(): FieldSpecs {
  const { declarations } = catalogueTypes();
  if (!declared) {
    declared = true;
    declarations.input('UndertakingInput', {
      text: {
        type: () => GraphQLString,
        required: true,
        label: label('承诺的内容', '承諾的內容', 'What will be done'),
      },
      ...inputFields('AssignedTask', ['dueAt', 'assignee'], ['dueAt', 'assignee']),
    });
  }
  return {
    undertaking: {
      type: declarations.ref('UndertakingInput'),
      label: label(
        '尚未落实：限期落实的承诺',
        '尚未落實：限期落實的承諾',
        'Not carried out yet: an undertaking with a date',
      ),
    },
  };
}

/** The remedy was carried out, with proof; or it is promised by a date, and tracked (D1.2 no. 23, F7). */
export const closeComplaint = (): PipelineAct => ({
  name: 'closeComplaint',
  input: {
    proof: {
      type: () => GraphQLString,
      label: label('执行凭证', '執行憑證', 'Proof: voucher, goods or payment'),
    },
    proofAttachmentId: paper('凭证附件', '憑證附件', 'Proof, attached'),
    ...undertakingInput(),
    ...closingInput,
  },
  given: (_work, input) => ({
    givenProof: optionalText(input, 'proof') !== null,
    givenUndertaking: input.undertaking != null,
  }),
  async write(work, input, cleared) {
    const { complaint, facts, standing } = cleared;
    await takeAttachment(work, input.id, input.proofAttachmentId, 'proofAttachmentId');
    const giverId = standing.principal?.staffId ?? standing.actor.staffId;
    const promised = promisedIn(work, input.undertaking, [giverId, standing.actor.staffId]);
    const told: Told[] = [];
    if (promised) {
      await checkNamed(work, facts, promised.assigneeId, 'undertaking.assigneeId');
      await addExecutor(work, input.id, promised.assigneeId);
      told.push(...(await giveUndertaking(work, complaint, promised, giverId)));
    }
    // Both stand in the note of the step.
    const proof = promised ? optionalText(input, 'proof', 1700) : neededText(input, 'proof');
    return {
      note: [proof, promised?.title].filter(Boolean).join('；'),
      told,
      changes: { ...closingFields(input, cleared), closedAt: work.now.toISOString(), closeReason: 'SETTLED' },
    };
  },
});

/** A closed case is opened again: new fact, or remedy not done; a new clock, the old breach stays (D1.2 no. 24). */
export const reopenComplaint: PipelineAct = {
  name: 'reopenComplaint',
  input: {
    ...reasonField(true),
    ...inputFields('AssignmentOrder', ['department', 'handler', 'dueAt']),
  },
  given: (work, input, complaint) =>
    givenDepartment(work, {
      ...input,
      departmentId: input.departmentId ?? complaint.handlingDepartmentId,
    }),
  async write(work, input, cleared) {
    const reason = cleanReason(input.reason, 'reason');
    const { complaint } = cleared;
    const same = input.departmentId == null || input.departmentId === complaint.handlingDepartmentId;
    const { changes } = await writeOrder(
      work,
      {
        ...input,
        departmentId: input.departmentId ?? complaint.handlingDepartmentId,
        handlerId: input.handlerId ?? (same ? complaint.handlerId : null),
        instruction: reason,
      },
      cleared,
    );
    return {
      note: reason,
      changes: {
        ...changes,
        // A reopened case goes the whole way, also one that was settled on the spot.
        ...(complaint.procedure === 'SIMPLE' ? { procedure: 'STANDARD' } : {}),
        closedAt: null,
        closeReason: null,
        reopenCount: Number(complaint.reopenCount ?? 0) + 1,
      },
    };
  },
};

/** The customer withdraws; the statement is on file (D1.2 no. 25). */
export const withdrawComplaint: PipelineAct = {
  name: 'withdrawComplaint',
  input: {
    statement: {
      type: () => GraphQLString,
      required: true,
      label: label('客户撤回的说明', '客戶撤回的說明', "The customer's statement"),
    },
    statementAttachmentId: paper('说明附件', '說明附件', 'The statement, attached'),
    ...closingInput,
  },
  given: (_work, input) => ({ givenStatement: optionalText(input, 'statement') !== null }),
  async write(work, input, cleared) {
    await takeAttachment(work, input.id, input.statementAttachmentId, 'statementAttachmentId');
    return {
      note: neededText(input, 'statement'),
      changes: {
        ...closingFields(input, cleared),
        closedAt: work.now.toISOString(),
        closeReason: 'WITHDRAWN',
      },
    };
  },
};

/** Nobody can be answered: HR and administration closes (F13). */
export const closeAnonymousComplaint: PipelineAct = {
  name: 'closeAnonymousComplaint',
  input: { ...reasonField(true), ...closingInput },
  async write(work, input, cleared) {
    return {
      note: cleanReason(input.reason, 'reason'),
      changes: {
        ...closingFields(input, cleared),
        closedAt: work.now.toISOString(),
        closeReason: 'ANONYMOUS',
      },
    };
  },
};
