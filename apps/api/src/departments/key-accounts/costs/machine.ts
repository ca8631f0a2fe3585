import { type ApprovalFacts, approvalGuards } from '@kehu/domain/key-accounts/approval-guards';
import { type ApprovalGuard, expenseWorkflow } from '@kehu/domain/key-accounts/approval-workflows';
import { type ExpenseState, expenseState } from '@kehu/domain/key-accounts/cost';
import { moneyActLabel } from '@kehu/domain/key-accounts/money-act-labels';
import { marks } from '../../../records/marks.js';
import type { Machine } from '../../../workflow/machine.js';
import { nothingYet } from '../approving.js';

/** The path of an expense, as the house runs it (R3.4); its audit trail is its log. */
export const expenseMachine: Machine<ExpenseState, ApprovalGuard, ApprovalFacts> = {
  workflow: expenseWorkflow,
  stateField: 'state',
  stateLabel: (state) => expenseState.labels[state],
  actLabel: moneyActLabel,
  guards: approvalGuards('R3.4'),
  async facts(source, rows) {
    const ids = rows.map(({ id }) => String(id));
    const papers =
      ids.length === 0
        ? []
        : await source.rows<{ id: unknown; papers: string | number }>(
            `SELECT expense_id AS id, COUNT(*) AS papers FROM expense_file WHERE expense_id IN (${marks(ids)}) GROUP BY expense_id`,
            ids,
          );
    const byId = new Map(papers.map((row) => [String(row.id), Number(row.papers)]));
    return new Map(
      rows.map((row) => [
        String(row.id),
        {
          ...nothingYet,
          state: String(row.state),
          authorIds: [String(row.byId)],
          papers: byId.get(String(row.id)) ?? 0,
        },
      ]),
    );
  },
  steps: null,
  documents: () => [],
};
