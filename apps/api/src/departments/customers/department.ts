import { type ActSpec, actResolvers } from '../../commands/act-schema.js';
import { allowedActions } from '../../commands/allowed-actions.js';
import type { Department } from '../department.js';
import { customerActions } from './actions.js';
import { customerActs } from './acts.js';

/** The customers' department: files of all six types, with contacts, addresses, profiles, tags. */
export function customersDepartment(): Department {
  const acts: readonly ActSpec[] = customerActs();
  return {
    name: 'customers',
    resolvers: [...actResolvers('Customers', acts), allowedActions('Customer', customerActions)],
    commands: acts.map(({ command }) => ({ name: command.name })),
  };
}
