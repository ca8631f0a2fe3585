import { type ApprovalFacts, approvalGuards } from '@kehu/domain/key-accounts/approval-guards';
import { type ApprovalGuard, dealerRuleWorkflow } from '@kehu/domain/key-accounts/approval-workflows';
import { type DealerRuleState, dealerRuleState } from '@kehu/domain/key-accounts/dealer';
import { moneyActLabel } from '@kehu/domain/key-accounts/money-act-labels';
import type { Machine } from '../../../workflow/machine.js';
import { nothingYet } from '../approving.js';

/** The path of a dealer rule, as the house runs it (R3.7, D4); its audit trail is its log. */
export const dealerRuleMachine: Machine<DealerRuleState, ApprovalGuard, ApprovalFacts> = {
  workflow: dealerRuleWorkflow,
  stateField: 'state',
  stateLabel: (state) => dealerRuleState.labels[state],
  actLabel: moneyActLabel,
  guards: approvalGuards('R3.7'),
  facts: async (_source, rows) =>
    new Map(
      rows.map((row) => [
        String(row.id),
        {
          ...nothingYet,
          state: String(row.state),
          authorIds: row.authorId == null ? [] : [String(row.authorId)],
          effectiveDateGiven: row.effectiveOn != null,
        },
      ]),
    ),
  steps: null,
  documents: () => [],
};
