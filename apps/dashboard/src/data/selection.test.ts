import { customer } from '@kehu/domain/customers/customer';
import { order } from '@kehu/domain/key-accounts/order';
import { describe, expect, it } from 'vitest';
import type { Right } from '../app/boot/session';
import { rightsOf } from './rights';
import { selectionOf } from './selection';

const all = (subject: string): Right => ({
  subject,
  action: 'READ',
  scope: 'ALL',
  masked: true,
  disclosure: 'MASKED',
  fields: null,
});
const clerk = rightsOf([all('customerFile'), all('order'), all('organisation'), all('staff')]);

describe('selections', () => {
  it('always hold the id', () => {
    expect(selectionOf(customer, [], clerk)).toBe('id');
  });

  it('select a relation by its id and title', () => {
    expect(selectionOf(customer, ['name', 'owner'], clerk)).toBe('id name owner { id displayName }');
  });

  it('follow a path, and join paths of one relation', () => {
    expect(selectionOf(order, ['region.code', 'region.name', 'customer'], clerk)).toBe(
      'id region { id code name } customer { id name }',
    );
  });

  it('ask for times in the organisation’s zone', () => {
    expect(selectionOf(order, ['orderedAt'], clerk)).toBe('id orderedAt(in: ORGANISATION)');
  });

  it('leave out what the person may not see, since one forbidden name refuses the whole request', () => {
    const narrow = rightsOf([{ ...all('customerFile'), fields: ['Customer.name'] }]);
    expect(selectionOf(customer, ['name', 'grade', 'owner', 'nonsense'], narrow)).toBe('id name');
  });
});
