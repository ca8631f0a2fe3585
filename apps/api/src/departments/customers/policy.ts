import type { Actor } from '@kehu/domain/access/actor';
import type { Role } from '@kehu/domain/access/roles';
import { endedStates } from '@kehu/domain/complaints/vocabularies';
import type { Where } from '@kehu/query/arguments';
import { everything, type KindRules, nothing, type ScopeFilter } from '../../access/department-policy.js';
import { closedTo } from '../complaints/policy.js';

/**
 * The customers that a scope reaches (dossier B2): own = the customers of whom the actor is the owner;
 * store = of the actor's store; department = that the actor's department or one below it answers for;
 * region = of the actor's regions; assigned = of a complaint that the actor handles (`ofAssignedCases`),
 * to be read and nothing else.
 */
export const customersOf: ScopeFilter = (scope, actor, action) => {
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
      return action === 'READ' ? ofAssignedCases(actor) : nothing;
  }
};

/** Roles to whom the dossier gives the files of customers with the cases that they handle (B3); others' assignments are no complaints. */
const handling: readonly Role[] = ['HANDLER', 'HANDLER_SUP', 'TECH'];

/**
 * The customer of a complaint that is assigned to the actor by name, as long as it is open; none by a copy,
 * a request for help or a task, and none of a case that is closed to him because it is about himself (B7.2).
 */
function ofAssignedCases(actor: Actor): Where {
  if (!actor.roles.some((role) => handling.includes(role))) return nothing;
  const assigned: Where = {
    state: { notIn: [...endedStates] },
    or: [
      { handler: { id: { eq: actor.staffId } } },
      {
        participants: {
          some: {
            staff: { id: { eq: actor.staffId } },
            part: { eq: 'INVESTIGATOR' },
            until: { isNull: true },
          },
        },
      },
    ],
  };
  return { complaints: { some: { and: [assigned, ...closedTo(actor)] } } };
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
