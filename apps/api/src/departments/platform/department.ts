import { actResolvers } from '../../commands/act-schema.js';
import { allowedActions } from '../../commands/allowed-actions.js';
import type { Department } from '../department.js';
import { delegationActions, taskActions } from './actions.js';
import { platformActs } from './acts.js';

/** The desk of everybody: tasks given by leaders and delegations. */
export function platformDepartment(): Department {
  const acts = platformActs();
  return {
    name: 'platform',
    resolvers: [
      ...actResolvers('Platform', acts),
      allowedActions('AssignedTask', taskActions),
      allowedActions('Delegation', delegationActions),
    ],
    commands: acts.map(({ command }) => ({ name: command.name })),
  };
}
