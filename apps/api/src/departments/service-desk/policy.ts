import { everything, type KindRules, nothing } from '../../access/department-policy.js';

/**
 * The visitor register 来访登记 (R1.4): a register belongs to the store or department that was visited;
 * own = visits to the actor, and of the actor's own customers. Whoever may only count (dossier B3,
 * "R counts") groups by store, purpose and month.
 */
export const serviceDeskRules: readonly KindRules[] = [
  {
    kind: 'VisitorRegistration',
    scopes: (scope, actor) => {
      switch (scope) {
        case 'ALL':
          return everything;
        case 'OWN':
          return {
            or: [
              { visitedStaff: { id: { eq: actor.staffId } } },
              { customer: { owner: { id: { eq: actor.staffId } } } },
            ],
          };
        case 'TEAM':
          return {
            or: [
              { visitedStaff: { id: { in: actor.teamIds } } },
              { customer: { owner: { id: { in: actor.teamIds } } } },
            ],
          };
        case 'STORE':
          return actor.storeId === null ? nothing : { store: { id: { eq: actor.storeId } } };
        case 'DEPARTMENT':
          return { store: { id: { in: actor.departmentIds } } };
        case 'REGION':
          return { store: { region: { id: { in: actor.regionIds } } } };
        case 'ASSIGNED':
          return nothing;
      }
    },
    countable: {
      fields: ['store.id', 'store.code', 'store.name', 'purpose', 'arrivedAt'],
      buckets: ['MONTH'],
    },
  },
];
