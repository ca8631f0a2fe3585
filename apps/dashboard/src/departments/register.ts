import type { DepartmentRecord } from '../app/departments';
import { customersDepartment } from './customers';

/** Every department of the dashboard, in the order of the menu. A new department is one line here. */
export const departments: readonly DepartmentRecord[] = [customersDepartment];
