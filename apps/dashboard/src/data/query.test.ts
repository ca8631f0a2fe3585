import { catalogue } from '@kehu/domain/catalogue/catalogue';
import { customer } from '@kehu/domain/customers/customer';
import { order } from '@kehu/domain/key-accounts/order';
import { staff } from '@kehu/domain/organisation/organisation';
import { describe, expect, it } from 'vitest';
import {
  actText,
  countText,
  documentOf,
  exportText,
  listText,
  oneText,
  singularOf,
  someText,
  totalsText,
} from './query';

describe('documents', () => {
  it('name a list, its count and whether more follows', () => {
    expect(listText(order, 'id orderNo').replace(/\s+/g, ' ')).toBe(
      'query OrderList($where: OrderWhere, $orderBy: [OrderOrderBy!], $limit: Int, $offset: Int, $countLimit: Int) { list: orders(where: $where, orderBy: $orderBy, limit: $limit, offset: $offset) { items { id orderNo } totalCount(limit: $countLimit) pageInfo { hasNextPage } } }',
    );
  });

  it('take plurals and singulars from the catalogue', () => {
    expect(someText(staff, 'id')).toContain('staffMembers(');
    expect(oneText(staff, 'id')).toContain('staff(id: $id)');
    expect(singularOf(customer)).toBe('customer');
  });

  it('sum over the whole filtered list, and count exactly', () => {
    expect(totalsText(order, ['total', 'profit'])).toContain(
      'ordersAggregate(where: $where) { count sum { total profit } }',
    );
    expect(totalsText(order, [])).not.toContain('sum');
    expect(countText(order)).toContain('{ totalCount }');
  });

  it('send an act with its typed input', () => {
    expect(actText('updateCustomer', 'customer { id }')).toBe(
      'mutation UpdateCustomer($input: UpdateCustomerInput!) { act: updateCustomer(input: $input) { customer { id } } }',
    );
  });

  it('parse for every kind of the catalogue', () => {
    for (const kind of catalogue)
      for (const text of [
        listText(kind, 'id'),
        someText(kind, 'id'),
        oneText(kind, 'id'),
        exportText(kind, 'id'),
        countText(kind),
      ])
        expect(documentOf(text).kind).toBe('Document');
  });

  it('are parsed once', () => {
    expect(documentOf('{ me { id } }')).toBe(documentOf('{ me { id } }'));
  });
});
