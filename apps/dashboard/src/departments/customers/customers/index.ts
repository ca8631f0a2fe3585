import { customer } from '@kehu/domain/customers/customer';
import { lazy } from 'react';
import type { ResourceRecord } from '../../../app/departments';
import { CustomerList } from './CustomerList';

export const customers: ResourceRecord = {
  kind: customer,
  list: CustomerList,
  show: lazy(async () => ({ default: (await import('./CustomerShow')).CustomerShow })),
  create: lazy(async () => ({ default: (await import('./CustomerCreate')).CustomerCreate })),
  edit: lazy(async () => ({ default: (await import('./CustomerEdit')).CustomerEdit })),
};
