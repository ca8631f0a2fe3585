import { actResolvers } from '../../commands/act-schema.js';
import { workflowActions } from '../../workflow/actions.js';
import type { Department } from '../department.js';
import { orderActs } from './orders/acts.js';
import { orderMachine } from './orders/machine.js';
import { shipmentActs } from './shipments/acts.js';
import { shipmentMachine } from './shipments/machine.js';

/** The key accounts' department (regulation 3). */
export function keyAccountsDepartment(): Department {
  const mutations = [...orderActs(), ...shipmentActs()];
  return {
    name: 'key-accounts',
    resolvers: [
      ...actResolvers('KeyAccounts', mutations),
      workflowActions(orderMachine),
      workflowActions(shipmentMachine),
    ],
    commands: mutations.map(({ command }) => ({ name: command.name })),
  };
}
