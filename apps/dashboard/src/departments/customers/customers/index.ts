import { customer } from '@kehu/domain/customers/customer';
import type { ResourceRecord } from '../../../app/departments';
import { CustomerList } from './CustomerList';

export const customers: ResourceRecord = {
  kind: customer,
  list: CustomerList,
};
