import type { Actor } from '@kehu/domain/access/actor';
import type { Scope } from '@kehu/domain/access/permission';
import type { Where } from '@kehu/query/arguments';
import { everything, type KindRules, nothing } from '../../access/department-policy.js';

/**
 * The customers that a scope reaches (dossier B2): own = the customers of whom the actor is the owner;
 * store = of the actor's store; department = that the actor's department or one below it answers for;
 * region = of the actor's regions. Assigned cases reach no customer until there are cases.
 */
export function customersOf(scope: Scope, actor: Actor): Where {
  switch (scope) {
    case 'ALL':
      return everything;
    case 'OWN':
      return { owner: { id: { eq: actor.staffId } } };
    case 'TEAM':
      return { owner: { id: { in: actor.teamIds } } };
    case 'STORE':
      return actor.storeId === null ? nothing : { store: { id: { eq: actor.storeId } } };
    case 'DEPARTMENT':
      return { department: { id: { in: actor.departmentIds } } };
    case 'REGION':
      return { region: { id: { in: actor.regionIds } } };
    case 'ASSIGNED':
      return nothing;
  }
}

const organisations: Where = { partyType: { eq: 'ORGANISATION' } };

/** Business secrets (dossier C2, CS) and, under the grade's own column of B3, grade and potential. */
export const customersRules: readonly KindRules[] = [
  {
    kind: 'Customer',
    scopes: customersOf,
    fieldSubjects: { grade: 'customerGrade' },
    // The main line of an own organisation stands plainly before its owner (practice, settings 8).
    plainUnder: [{ subject: 'businessContact', where: organisations }],
  },
  {
    kind: 'Contact',
    // A birthday is nobody's business contact.
    plainUnder: [{ subject: 'businessContact', where: { customer: organisations }, hidden: ['birthday'] }],
  },
  { kind: 'CustomerAddress' },
  { kind: 'CustomerTag' },
  { kind: 'CustomerHistory', fieldSubjects: { grade: 'customerGrade' } },
  { kind: 'PersonProfile' },
  {
    kind: 'OrganisationProfile',
    fieldSubjects: {
      annualSales: 'businessSecret',
      salesRecord: 'businessSecret',
      creditStatus: 'businessSecret',
      creditLimit: 'businessSecret',
      potential: 'customerGrade',
    },
  },
];
