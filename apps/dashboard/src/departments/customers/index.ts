import { label } from '@kehu/domain/catalogue/labels';
import { customer } from '@kehu/domain/customers/customer';
import { lazy } from 'react';
import { type DepartmentRecord, listEntry } from '../../app/departments';
import { customers } from './customers';

export const customersDepartment: DepartmentRecord = {
  id: 'customers',
  label: label('客户', '客戶', 'Customers'),
  entries: [listEntry(customer, label('客户', '客戶', 'Customers'))],
  resources: [customers],
  pages: [
    {
      path: '/customers/:id/print',
      page: lazy(async () => ({ default: (await import('./customers/CustomerPrint')).CustomerPrint })),
    },
  ],
};
