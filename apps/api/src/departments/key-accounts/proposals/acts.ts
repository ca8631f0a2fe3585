import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { ApprovalFacts } from '@kehu/domain/key-accounts/approval-guards';
import type { ApprovalGuard } from '@kehu/domain/key-accounts/approval-workflows';
import { moneyActLabel } from '@kehu/domain/key-accounts/money-act-labels';
import type { ProposalState } from '@kehu/domain/key-accounts/proposal';
import { instantOfLocal } from '@kehu/domain/text/local-time';
import { addWorkingDays } from '@kehu/domain/text/working-days';
import { holdersOf } from '../../../access/role-holders.js';
import { type ActSpec, inputFields } from '../../../commands/act-schema.js';
import type { ActInput, Command, Work } from '../../../commands/command.js';
import { badInput } from '../../../commands/errors.js';
import { checkRow } from '../../../commands/validate.js';
import type { Told } from '../../../notify/notify.js';
import type { RecordRow } from '../../../records/encode.js';
import { type WorkflowAct, workflowSpec } from '../../../workflow/act.js';
import { clear } from '../../../workflow/clear.js';
import { fieldsOf, hasReason, reasonOf } from '../../../workflow/step-input.js';
import { numberOfDay, tell, today } from '../accounts/house-rules.js';
import { recordAnswer as answer, decisionFields, decisionOf, headsOf, nothingYet } from '../approving.js';
import { proposalMachine } from './machine.js';

type ProposalAct = WorkflowAct<ProposalState, ApprovalGuard, ApprovalFacts>;

/** A proposal is answered within so many working days (D4). */
export const answerDays = 15;

const proposalFields = ['title', 'type', 'problem', 'suggestion', 'expectedSaving', 'policy'] as const;

type ProposalMessage =
  | 'proposal.toReview'
  | 'proposal.toDecide'
  | 'proposal.adopted'
  | 'proposal.declined'
  | 'proposal.checked';

function tellOf(
  work: Work,
  row: RecordRow,
  to: readonly unknown[],
  message: ProposalMessage,
  content: Readonly<Record<string, string>> = {},
): Promise<readonly Told[]> {
  const todo = message === 'proposal.toReview' || message === 'proposal.toDecide';
  return tell(work, {
    to,
    message,
    content,
    kind: 'ImprovementProposal',
    recordId: String(row.id),
    no: String(row.no),
    weight: todo ? 'TODO' : 'INFO',
    dueAt: todo && row.dueAt != null ? String(row.dueAt) : null,
  });
}

/** The last moment of a day in the organisation's zone. */
function endOf(day: string, zone: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(instantOfLocal(zone, { year, month, day: date + 1 }).getTime() - 1).toISOString();
}

export type SubmitProposalInput = ActInput & Readonly<Record<string, unknown>>;

/** Makes a reasonable suggestion 合理化建议 (R3.3, R3.7); it is answered within 15 working days. */
export const submitProposal: Command<SubmitProposalInput, { readonly id: string }> = {
  name: 'submitProposal',
  permission: { subject: 'proposal', action: 'CREATE' },
  async run(work, { idempotencyKey: _, ...input }) {
    const row = checkRow(kindNamed('ImprovementProposal'), input, { fields: proposalFields, partial: false });
    if (row.policyId != null && !(await work.sees('DealerPolicy', String(row.policyId))))
      throw badInput({ path: 'policyId', message: 'input.noSuchRecord' });
    await clear(work, proposalMachine, null, 'submitProposal', null, nothingYet);
    const day = addWorkingDays(today(work), answerDays);
    const no = await numberOfDay(work, 'JY', 'proposal');
    const proposal: RecordRow = {
      ...row,
      no,
      state: 'SUBMITTED',
      proposerId: work.actor.staffId,
      submittedAt: work.now.toISOString(),
      dueAt: endOf(day, work.context.organisation.zone),
    };
    const id = await work.insert('ImprovementProposal', proposal);
    const heads = await headsOf(work, work.actor.staffId);
    await tellOf(work, { ...proposal, id }, heads, 'proposal.toReview', { day });
    return { id };
  },
};

const review = inputFields('ImprovementProposal', ['review'], ['review']);
const effect = inputFields('ImprovementProposal', ['effect', 'realisedSaving'], ['effect']);

function proposalSteps(): ProposalAct[] {
  return [
    {
      name: 'reviewProposal',
      input: review,
      given: (_work, input) => ({
        reasonGiven: fieldsOf('ImprovementProposal', input, ['review']).review != null,
      }),
      async write(work, input, row) {
        const deciders = await holdersOf(work, ['GM']);
        return {
          changes: { ...fieldsOf('ImprovementProposal', input, ['review']), reviewerId: work.actor.staffId },
          told: await tellOf(work, row, deciders, 'proposal.toDecide'),
        };
      },
    },
    {
      name: 'decideProposal',
      input: decisionFields('ADOPT / DECLINE'),
      outcome: decisionOf,
      given: (_work, input) => hasReason(input),
      async write(work, input, row, { transition }) {
        const decisionReason = reasonOf(input);
        const message = transition.to === 'ADOPTED' ? 'proposal.adopted' : 'proposal.declined';
        return {
          changes: { decisionReason, decidedById: work.actor.staffId, decidedAt: work.now.toISOString() },
          told: await tellOf(work, row, [row.proposerId], message, { reason: decisionReason ?? '–' }),
        };
      },
    },
    {
      name: 'implementProposal',
      input: {},
      write: async (work) => ({ changes: { implementedAt: work.now.toISOString() } }),
    },
    {
      name: 'checkProposalEffect',
      input: effect,
      given: (_work, input) => ({
        effectGiven: fieldsOf('ImprovementProposal', input, ['effect']).effect != null,
      }),
      write: async (work, input, row) => ({
        changes: {
          ...fieldsOf('ImprovementProposal', input, ['effect', 'realisedSaving']),
          checkedById: work.actor.staffId,
          checkedAt: work.now.toISOString(),
        },
        told: await tellOf(work, row, [row.proposerId], 'proposal.checked'),
      }),
    },
  ];
}

/** Mutations on proposals (R3.3, R3.7). */
export function proposalActs(): ActSpec[] {
  const submit = {
    command: submitProposal,
    label: moneyActLabel('submitProposal'),
    input: inputFields('ImprovementProposal', proposalFields, ['title', 'type', 'problem', 'suggestion']),
    returns: 'ImprovementProposal',
    answer,
  } as unknown as ActSpec;
  return [submit, ...proposalSteps().map((act) => workflowSpec(proposalMachine, act))];
}
