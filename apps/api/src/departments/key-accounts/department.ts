import { type ActSpec, actResolvers } from '../../commands/act-schema.js';
import { workflowActions } from '../../workflow/actions.js';
import type { AnyMachine } from '../../workflow/machine.js';
import type { Department } from '../department.js';
import { afterSalesActs } from './after-sales/acts.js';
import { afterSalesMachine } from './after-sales/machine.js';
import { orderActs } from './orders/acts.js';
import { orderMachine } from './orders/machine.js';
import { shipmentActs } from './shipments/acts.js';
import { shipmentMachine } from './shipments/machine.js';
import { techSupportActs } from './tech-support/acts.js';
import { techSupportMachine } from './tech-support/machine.js';

/** Every act of the department. */
export function keyAccountActs(): ActSpec[] {
  return [...orderActs(), ...shipmentActs(), ...afterSalesActs(), ...techSupportActs()];
}

/** Kinds whose path a table describes; each shows its acts as `allowedActions`. */
const machines: readonly AnyMachine[] = [
  orderMachine,
  shipmentMachine,
  afterSalesMachine,
  techSupportMachine,
];

/** The key accounts' department (regulation 3). */
export function keyAccountsDepartment(): Department {
  const mutations = keyAccountActs();
  return {
    name: 'key-accounts',
    resolvers: [
      ...actResolvers('KeyAccounts', mutations),
      ...machines.map((machine) => workflowActions(machine)),
    ],
    commands: mutations.map(({ command }) => ({ name: command.name })),
  };
}
