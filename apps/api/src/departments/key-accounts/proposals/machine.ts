import { type ApprovalFacts, approvalGuards } from '@kehu/domain/key-accounts/approval-guards';
import { type ApprovalGuard, proposalWorkflow } from '@kehu/domain/key-accounts/approval-workflows';
import { moneyActLabel } from '@kehu/domain/key-accounts/money-act-labels';
import { type ProposalState, proposalState } from '@kehu/domain/key-accounts/proposal';
import type { Machine } from '../../../workflow/machine.js';
import { nothingYet } from '../approving.js';

/** The path of a proposal, as the house runs it (R3.3, R3.7, D4); its audit trail is its log. */
export const proposalMachine: Machine<ProposalState, ApprovalGuard, ApprovalFacts> = {
  workflow: proposalWorkflow,
  stateField: 'state',
  stateLabel: (state) => proposalState.labels[state],
  actLabel: moneyActLabel,
  guards: approvalGuards('R3.3'),
  facts: async (_source, rows) =>
    new Map(
      rows.map((row) => [
        String(row.id),
        { ...nothingYet, state: String(row.state), authorIds: [String(row.proposerId)] },
      ]),
    ),
  steps: null,
  documents: () => [],
};
