import { type ActSpec, actResolvers } from '../../commands/act-schema.js';
import type { Department } from '../department.js';
import { customerActs } from './acts.js';

/** The customers' department: files of all six types, with contacts, addresses, profiles, tags. */
export function customersDepartment(): Department {
  const acts: readonly ActSpec[] = customerActs();
  return {
    name: 'customers',
    resolvers: actResolvers('Customers', acts),
    commands: acts.map(({ command }) => ({ name: command.name })),
  };
}
