import type { DepartmentRecord } from '../app/departments';
import { accessDepartment } from './access';
import { administrationDepartment } from './administration';
import { complaintsDepartment } from './complaints';
import { customersDepartment } from './customers';
import { dataDepartment } from './data-runs';
import { keyAccountsDepartment } from './key-accounts';
import { platformDepartment } from './platform';
import { serviceDeskDepartment } from './service-desk';

/** Every department of the dashboard, in the order of the menu. A new department is one line here. */
export const departments: readonly DepartmentRecord[] = [
  platformDepartment,
  complaintsDepartment,
  customersDepartment,
  keyAccountsDepartment,
  serviceDeskDepartment,
  dataDepartment,
  administrationDepartment,
  accessDepartment,
];
