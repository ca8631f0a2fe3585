import { exportsDepartment } from '../exports/department.js';
import { filesDepartment } from '../files/department.js';
import { importsDepartment } from '../imports/upload/department.js';
import { notifyDepartment } from '../notify/department.js';
import { administrationDepartment } from './administration/department.js';
import { complaintsDepartment } from './complaints/department.js';
import { customersDepartment } from './customers/department.js';
import type { Department } from './department.js';
import { keyAccountsDepartment } from './key-accounts/department.js';
import { platformDepartment } from './platform/department.js';

/** Every department of the API; a new one is one line here. */
export const departments: readonly Department[] = [
  administrationDepartment(),
  complaintsDepartment(),
  customersDepartment(),
  exportsDepartment(),
  filesDepartment(),
  importsDepartment(),
  keyAccountsDepartment(),
  notifyDepartment(),
  platformDepartment(),
];
