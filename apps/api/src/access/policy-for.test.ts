import type { Actor } from '@kehu/domain/access/actor';
import { type Role, role } from '@kehu/domain/access/roles';
import { catalogue } from '@kehu/domain/catalogue/catalogue';
import { describe, expect, it } from 'vitest';
import { customersOf } from '../departments/customers/policy.js';
import { policyFor, policyOf } from './policy-for.js';
import { rulesOf, scopesOf } from './rules-register.js';

const actor = (roles: readonly Role[], more: Partial<Actor> = {}): Actor => ({
  staffId: '7',
  login: 'x',
  displayName: 'x',
  roles,
  departmentId: '20',
  departmentIds: ['20', '21'],
  storeId: '20',
  regionIds: ['10'],
  teamIds: ['7', '8'],
  language: 'zh-Hans',
  via: 'session',
  mustChangePassword: false,
  ...more,
});
const grantsOf = (roles: readonly Role[], kind: string, more: Partial<Actor> = {}) =>
  policyFor(actor(roles, more)).kinds.get(kind)?.grants ?? [];

describe('every kind of record', () => {
  it.each(catalogue.map((kind) => [kind.name, kind] as const))(
    '%s has row rules, so that none is open or closed by accident',
    (name, kind) => {
      expect(rulesOf(name)).not.toBeNull();
      expect(scopesOf(kind)).not.toBeNull();
    },
  );

  it('is closed to whoever has no role', () => {
    expect(policyFor(actor([])).kinds.size).toBe(0);
  });
});

describe('a read policy', () => {
  it('says which rows a scope means', () => {
    expect(grantsOf(['STORE_STAFF'], 'Customer')[0]?.where).toEqual({ store: { id: { eq: '20' } } });
    expect(grantsOf(['DEPT_HEAD'], 'Customer')[0]?.where).toEqual({
      department: { id: { in: ['20', '21'] } },
    });
    expect(grantsOf(['AREA_MANAGER'], 'Customer')[0]?.where).toEqual({ region: { id: { in: ['10'] } } });
    expect(grantsOf(['GM'], 'Customer')[0]?.where).toEqual({ and: [] });
  });

  it('lets logistics see the orders that are with it, and their lines', () => {
    const where = { state: { in: ['READY', 'PARTLY_SHIPPED', 'SHIPPED'] } };
    expect(grantsOf(['LOGISTICS'], 'Order').map((grant) => grant.where)).toEqual([where]);
    expect(grantsOf(['LOGISTICS'], 'OrderLine').map((grant) => grant.where)).toEqual([{ order: where }]);
  });

  it('lets engineers see the orders that they support, and no other', () => {
    const [grant] = grantsOf(['TECH'], 'Order');
    expect(JSON.stringify(grant?.where)).toContain('techSupportRequests');
    expect(JSON.stringify(grant?.where)).not.toContain('state');
  });

  it('opens the customer of an open case to whoever it is assigned to by name, to read and nothing else', () => {
    for (const role of ['HANDLER', 'HANDLER_SUP', 'TECH'] as const) {
      const [grant] = grantsOf([role], 'Customer');
      expect(JSON.stringify(grant?.where)).toContain('"handler":{"id":{"eq":"7"}}');
      expect(JSON.stringify(grantsOf([role], 'Customer'))).not.toContain('COPIED');
    }
    // What is assigned to a reviewer of credit is no complaint.
    expect(grantsOf(['CREDIT_REVIEWER'], 'Customer').map((grant) => grant.where)).toEqual([{ or: [] }]);
    expect(customersOf('ASSIGNED', actor(['HANDLER']), 'UPDATE')).toEqual({ or: [] });
  });

  it('lets parts follow their whole', () => {
    expect(grantsOf(['STORE_STAFF'], 'Contact')[0]?.where).toEqual({
      customer: { store: { id: { eq: '20' } } },
    });
    expect(grantsOf(['STORE_STAFF'], 'OrderLine')[0]?.where).toEqual({
      order: { customer: { store: { id: { eq: '20' } } } },
    });
  });

  it('of one without a store reaches no row, which is an empty list and not a refusal', () => {
    const grants = grantsOf(['STORE_STAFF'], 'Customer', { storeId: null });
    expect(grants).toHaveLength(1);
    expect(grants[0]?.where).toEqual({ or: [] });
  });

  it('of assigned cases reaches nothing until there are cases, and shows these fields only', () => {
    const [grant] = grantsOf(['LOGISTICS'], 'Customer');
    expect(grant?.where).toEqual({ or: [] });
    expect(grant?.hidden?.has('phone')).toBe(false);
    expect(grant?.hidden?.has('grade')).toBe(true);
    expect(grant?.hidden?.has('version')).toBe(false);
    expect(policyFor(actor(['LOGISTICS'])).kinds.has('PersonProfile')).toBe(false);
  });

  it('de-identifies for analysts', () => {
    for (const [kind, { grants }] of policyFor(actor(['ANALYST'])).kinds) {
      for (const grant of grants) expect([kind, grant.disclosure]).toEqual([kind, 'DEIDENTIFIED']);
    }
  });

  it('shows own business contacts plainly, birthdays aside, only within what is seen anyway', () => {
    const plain = grantsOf(['KAM'], 'Contact').find((grant) => grant.disclosure === 'PLAIN');
    expect(plain?.hidden?.has('birthday')).toBe(true);
    expect(JSON.stringify(plain?.where)).toContain('ORGANISATION');
    const store = grantsOf(['STORE_STAFF'], 'Customer').find((grant) => grant.disclosure === 'PLAIN');
    expect(JSON.stringify(store?.where)).toContain('"store"');
    expect(grantsOf(['GM'], 'Customer').some((grant) => grant.disclosure === 'PLAIN')).toBe(false);
  });

  it('hides business secrets and the grade without their own rights', () => {
    const hidden = (code: Role, kind: string) => [...(grantsOf([code], kind)[0]?.hidden ?? [])];
    expect(hidden('STORE_STAFF', 'OrganisationProfile')).toContain('annualSales');
    expect(hidden('GM', 'OrganisationProfile')).not.toContain('annualSales');
    expect(hidden('OPS', 'Customer')).toEqual(['grade']);
    expect(hidden('STORE_SUP', 'Customer')).toEqual([]);
  });

  it('of counts only lets analysts group the visitor register by store, purpose and month', () => {
    const policy = policyFor(actor(['ANALYST'])).kinds.get('VisitorRegistration');
    expect(policy?.grants).toEqual([]);
    expect(policy?.countsOnly).toMatchObject({ smallestGroup: 5, buckets: ['MONTH'] });
    expect(policy?.countsOnly?.fields).not.toContain('id');
    expect(policy?.countsOnly?.fields).not.toContain('visitorName');
  });

  it('holds no grant that another one contains', () => {
    expect(grantsOf(['GM', 'STORE_STAFF', 'OPS_CS'], 'Product')).toHaveLength(1);
    expect(grantsOf(['SYS_ADMIN'], 'Staff')).toHaveLength(1);
  });

  it('of several roles keeps the widest and the plainest', () => {
    const grants = grantsOf(['STORE_STAFF', 'ANALYST'], 'Customer');
    expect(new Set(grants.map((grant) => grant.disclosure))).toEqual(
      new Set(['DEIDENTIFIED', 'MASKED', 'PLAIN']),
    );
  });

  it('is made once while nothing of the actor changes', () => {
    expect(policyOf(actor(['GM'], { displayName: '新名' }))).toBe(policyOf(actor(['GM'])));
    for (const more of [
      { staffId: '9' },
      { storeId: null },
      { departmentIds: [] },
      { regionIds: [] },
      { teamIds: [] },
    ]) {
      expect(policyOf(actor(['GM'], more))).not.toBe(policyOf(actor(['GM'])));
    }
    expect(policyOf(actor(['OPS']))).not.toBe(policyOf(actor(['GM'])));
    expect(policyOf(actor(['OPS']))).toEqual(policyFor(actor(['OPS'])));
  });

  it('has a key that changes with the person and with every right', () => {
    const keys = role.codes.map((code) => policyFor(actor([code])).key);
    expect(new Set(keys).size).toBeGreaterThan(15);
    expect(policyFor(actor(['GM'])).key).toBe(policyFor(actor(['GM'])).key);
    expect(policyFor(actor(['GM'], { staffId: '9' })).key).not.toBe(policyFor(actor(['GM'])).key);
    expect(policyFor(actor(['STORE_STAFF'], { storeId: '21' })).key).not.toBe(
      policyFor(actor(['STORE_STAFF'])).key,
    );
  });
});
