import type { Department } from '../../departments/department.js';
import { uploadRoutes } from './routes.js';

/** Imports by upload belong to no department: a profile may write kinds of several. */
export function importsDepartment(): Department {
  return { name: 'imports', resolvers: [], commands: [], routes: uploadRoutes };
}
