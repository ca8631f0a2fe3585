import { type ActSpec, actResolvers, rootResolvers } from '../../commands/act-schema.js';
import { allowedActions } from '../../commands/allowed-actions.js';
import { workflowActions } from '../../workflow/actions.js';
import type { AnyMachine } from '../../workflow/machine.js';
import type { Department } from '../department.js';
import { accountActs } from './accounts/acts.js';
import { accountActions, besideThePath } from './accounts/beside.js';
import { afterSalesActs } from './after-sales/acts.js';
import { afterSalesMachine } from './after-sales/machine.js';
import { contractActs } from './contracts/acts.js';
import { contractMachine } from './contracts/machine.js';
import { handoverActs } from './handover/acts.js';
import { handoverMachine } from './handover/machine.js';
import { moneyActions, moneyActs, moneyBeside, moneyMachines, moneyQueryRules, moneyRoots } from './money.js';
import { orderActs } from './orders/acts.js';
import { orderMachine } from './orders/machine.js';
import { planActs } from './plans/acts.js';
import { actualsRoot } from './plans/actuals.js';
import { planMachine } from './plans/machine.js';
import { proposalRoot } from './plans/proposal.js';
import { shipmentActs } from './shipments/acts.js';
import { shipmentMachine } from './shipments/machine.js';
import { solicitationActs } from './solicitation/acts.js';
import { solicitationMachine } from './solicitation/machine.js';
import { techSupportActs } from './tech-support/acts.js';
import { techSupportMachine } from './tech-support/machine.js';
import { visitActs } from './visits/acts.js';
import { visitMachine } from './visits/machine.js';

/** Every act of the department. */
export function keyAccountActs(): ActSpec[] {
  return [
    ...orderActs(),
    ...shipmentActs(),
    ...afterSalesActs(),
    ...techSupportActs(),
    ...planActs(),
    ...solicitationActs(),
    ...contractActs(),
    ...accountActs(),
    ...visitActs(),
    ...handoverActs(),
    ...moneyActs(),
  ];
}

/** Kinds whose path a table describes; each shows its acts as `allowedActions`. */
const machines: readonly AnyMachine[] = [
  orderMachine,
  shipmentMachine,
  afterSalesMachine,
  techSupportMachine,
  planMachine,
  solicitationMachine,
  contractMachine,
  visitMachine,
  handoverMachine,
  ...moneyMachines,
];

/** Acts beside the tables of the kinds that have a path. */
const beside = { ...besideThePath, ...moneyBeside };

/** For each query beside the catalogue's the rule that decides who is answered what. */
const rules: Readonly<Record<string, string>> = {
  salesPlanProposal:
    'needs a right to read sales plans; worked out by the read engine with the policy of the asker',
  salesPlanActuals: 'whoever sees the plan; sums what the policy of the asker shows',
  ...moneyQueryRules,
};

/** The key accounts' department (regulation 3). */
export function keyAccountsDepartment(): Department {
  const mutations = keyAccountActs();
  return {
    name: 'key-accounts',
    resolvers: [
      ...actResolvers('KeyAccounts', mutations),
      ...machines.map((machine) => workflowActions(machine, beside[machine.workflow.kind])),
      allowedActions('KeyAccount', accountActions),
      ...moneyActions(),
      rootResolvers('KeyAccounts', [proposalRoot(), actualsRoot(), ...moneyRoots()]),
    ],
    commands: mutations.map(({ command }) => ({ name: command.name })),
    queries: rules,
  };
}
