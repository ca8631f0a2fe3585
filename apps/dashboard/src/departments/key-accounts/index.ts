import { order, product } from '@kehu/domain/key-accounts/order';
import { type DepartmentRecord, listEntry } from '../../app/departments';
import { orderLines, orders } from './orders';
import { products } from './products';
import { keyAccountTexts } from './texts';

export const keyAccountsDepartment: DepartmentRecord = {
  id: 'key-accounts',
  label: keyAccountTexts.department,
  entries: [listEntry(order, keyAccountTexts.orders), listEntry(product, keyAccountTexts.products)],
  resources: [orders, orderLines, products],
  pages: [],
};
