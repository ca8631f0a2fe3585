import { order, orderLine } from '@kehu/domain/key-accounts/order';
import { lazy } from 'react';
import type { ResourceRecord } from '../../../app/departments';
import { OrderLineList } from './OrderLineList';
import { OrderList } from './OrderList';

export const orders: ResourceRecord = {
  kind: order,
  list: OrderList,
  show: lazy(async () => ({ default: (await import('./OrderShow')).OrderShow })),
};

export const orderLines: ResourceRecord = { kind: orderLine, list: OrderLineList };
