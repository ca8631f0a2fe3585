import { customerReply } from '@kehu/domain/complaints/documents';
import { contact } from '@kehu/domain/customers/contact';
import { customer } from '@kehu/domain/customers/customer';
import { order } from '@kehu/domain/key-accounts/order';
import { visitorRegistration } from '@kehu/domain/service-desk/visitor-registration';
import { describe, expect, it } from 'vitest';
import type { Right } from '../app/boot/session';
import { rightsOf } from './rights';

const right = (subject: string, action = 'READ', more: Partial<Right> = {}): Right => ({
  subject,
  action,
  scope: 'ALL',
  masked: true,
  disclosure: 'MASKED',
  fields: null,
  ...more,
});

describe('rights', () => {
  it('open nothing without a grant', () => {
    const rights = rightsOf([]);
    expect(rights.reads(customer)).toBe(false);
    expect(rights.seesField(customer, 'name')).toBe(false);
  });

  it('count without reading', () => {
    const rights = rightsOf([right('visitorRegister', 'COUNT')]);
    expect(rights.reads(visitorRegistration)).toBe(false);
    expect(rights.counts(visitorRegistration)).toBe(true);
  });

  it('read the reply that explained a refusal by its own subject, and write no other by it', () => {
    const rights = rightsOf([right('notAcceptedReply'), right('notAcceptedReply', 'PERFORM')]);
    expect(rights.reads(customerReply)).toBe(true);
    expect(rights.seesField(customerReply, 'content')).toBe(true);
    expect(rights.may('PERFORM', customerReply.subject)).toBe(false);
    expect(rightsOf([right('notAcceptedReply', 'PERFORM')]).reads(customerReply)).toBe(false);
  });

  it('hide a relation whose target may not be read', () => {
    expect(rightsOf([right('customerFile')]).seesField(customer, 'owner')).toBe(false);
    expect(rightsOf([right('customerFile'), right('staff')]).seesField(customer, 'owner')).toBe(true);
  });

  it('keep to the fields that a grant names, by kind', () => {
    const rights = rightsOf([
      right('customerFile', 'READ', { fields: ['Customer.name', 'CustomerAddress.*'] }),
    ]);
    expect(rights.seesField(customer, 'name')).toBe(true);
    expect(rights.seesField(customer, 'grade')).toBe(false);
    expect(rights.reads(contact)).toBe(false);
  });

  it('keep masked identifiers out of filters and sorts, and names from whoever reads without them', () => {
    const shown = (disclosure: string) => rightsOf([right('customerFile', 'READ', { disclosure })]);
    expect(shown('MASKED').usesField(customer, 'phone')).toBe(false);
    expect(shown('PLAIN').usesField(customer, 'phone')).toBe(true);
    expect(shown('MASKED').filtersField(customer, 'phone')).toBe(true);
    expect(shown('MASKED').filtersField(contact, 'email')).toBe(false);
    expect(shown('MASKED').usesField(customer, 'name')).toBe(true);
    expect(shown('DEIDENTIFIED').usesField(customer, 'name')).toBe(false);
    expect(rightsOf([right('order')]).usesField(order, 'total')).toBe(true);
  });

  it('tell what is one’s own from what is everybody’s', () => {
    const rights = rightsOf([right('audit', 'READ', { scope: 'OWN' }), right('roleGrant')]);
    expect(rights.mayBeyondOwn('READ', 'audit')).toBe(false);
    expect(rights.mayBeyondOwn('READ', 'roleGrant')).toBe(true);
    expect(rights.mayForAll('READ', 'roleGrant')).toBe(true);
  });
});
