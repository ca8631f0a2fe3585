import { label } from '@kehu/domain/catalogue/labels';
import type { PlanFacts } from '@kehu/domain/key-accounts/plan-guards';
import type { PlanGuard } from '@kehu/domain/key-accounts/plan-workflow';
import type { PlanState } from '@kehu/domain/key-accounts/sales-plan';
import { GraphQLString } from 'graphql';
import { reasonField } from '../../../commands/act-schema.js';
import type { WorkflowAct } from '../../../workflow/act.js';
import { logStep } from '../../../workflow/act.js';
import { hasReason, reasonOf } from '../../../workflow/step-input.js';
import { planMachine } from './machine.js';

type PlanAct = WorkflowAct<PlanState, PlanGuard, PlanFacts>;

/** The acts of a plan's path (D4), in their order. */
export function planSteps(): PlanAct[] {
  const decision = {
    decision: {
      type: () => GraphQLString,
      required: true as const,
      label: label('PASS 或 RETURN', 'PASS 或 RETURN', 'PASS or RETURN'),
    },
    ...reasonField(false),
  };
  return [
    {
      name: 'submitPlan',
      input: reasonField(false),
      write: async (work, input) => ({
        note: reasonOf(input),
        changes: { submittedAt: work.now.toISOString() },
      }),
    },
    {
      name: 'reviewPlan',
      input: decision,
      outcome: (input) => String(input.decision),
      given: (_work, input) => hasReason(input),
      write: async (_work, input) => ({ note: reasonOf(input) }),
    },
    {
      name: 'approvePlan',
      input: decision,
      outcome: (input) => String(input.decision),
      given: (_work, input) => hasReason(input),
      async write(work, input, row, { transition, standing }) {
        if (transition.to !== 'APPROVED') return { note: reasonOf(input) };
        if (row.previousId != null) {
          // The version that it replaces ends in the same moment, so that never two are in force.
          const previousId = String(row.previousId);
          const previous = (await work.load('SalesPlan', previousId)) ?? {};
          await work.update('SalesPlan', previousId, {
            state: 'SUPERSEDED',
            stateSince: work.now.toISOString(),
          });
          const effect = planMachine.workflow.transitions.find(({ act }) => act === 'supersedePlan');
          if (!effect) throw new Error('The table of plans has no transition that supersedes.');
          await logStep(
            work,
            planMachine,
            previousId,
            previous.state as PlanState,
            { transition: effect, standing },
            reasonOf(input),
          );
          await work.sql('UPDATE sales_plan SET parent_id = ? WHERE parent_id = ?', [
            String(row.id),
            previousId,
          ]);
        }
        return { note: reasonOf(input), changes: { approvedAt: work.now.toISOString() } };
      },
    },
    { name: 'executePlan', input: {} },
    { name: 'closePlan', input: {} },
  ];
}
