import { describe, expect, test } from 'vitest';
import { permits } from '../access/permissions.js';
import type { Role } from '../access/roles.js';
import type { Workflow } from '../workflow/workflow.js';
import { workflowProblems } from '../workflow/workflow.js';
import { afterSalesWorkflow } from './after-sales-workflow.js';
import { dealerRuleWorkflow, expenseWorkflow, proposalWorkflow } from './approval-workflows.js';
import { contractWorkflow } from './contract-workflow.js';
import { handoverWorkflow } from './handover-workflow.js';
import { orderWorkflow } from './order-workflow.js';
import { planWorkflow } from './plan-workflow.js';
import { shipmentWorkflow } from './shipment-workflow.js';
import { solicitationWorkflow } from './solicitation-workflow.js';
import { techSupportWorkflow } from './tech-support-workflow.js';
import { visitWorkflow } from './visit-workflow.js';

const workflows: readonly Workflow<string, string>[] = [
  orderWorkflow,
  shipmentWorkflow,
  afterSalesWorkflow,
  techSupportWorkflow,
  planWorkflow,
  solicitationWorkflow,
  handoverWorkflow,
  contractWorkflow,
  visitWorkflow,
  dealerRuleWorkflow,
  proposalWorkflow,
  expenseWorkflow,
];

describe.each(workflows)('the path of $kind', (workflow) => {
  test('can be reached and ended from everywhere', () => {
    expect(workflowProblems(workflow)).toEqual([]);
  });

  test('names nobody who lacks the right that it asks for', () => {
    const without = workflow.transitions.flatMap(({ id, by, rights }) =>
      by
        .filter((role: Role) =>
          rights.every(({ subject, action }) => permits([role], subject, action).length === 0),
        )
        .map((role) => `${id} ${role}`),
    );
    expect(without).toEqual([]);
  });
});
