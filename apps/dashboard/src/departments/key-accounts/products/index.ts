import { product } from '@kehu/domain/key-accounts/order';
import { lazy } from 'react';
import type { ResourceRecord } from '../../../app/departments';
import { ProductList } from './ProductList';

export const products: ResourceRecord = {
  kind: product,
  list: ProductList,
  show: lazy(async () => ({ default: (await import('./ProductShow')).ProductShow })),
};
