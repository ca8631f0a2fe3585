import type { Where } from '@kehu/query/arguments';
import {
  everything,
  inRegions,
  type KindRules,
  nothing,
  type ScopeFilter,
  throughStaff,
  wholeHouse,
} from '../../access/department-policy.js';

/** People by their place in the house. */
const staffOf: ScopeFilter = (scope, actor) => {
  switch (scope) {
    case 'ALL':
      return everything;
    case 'OWN':
      return { id: { eq: actor.staffId } };
    case 'TEAM':
      return { id: { in: actor.teamIds } };
    case 'STORE':
      return actor.storeId === null ? nothing : { department: { id: { eq: actor.storeId } } };
    case 'DEPARTMENT':
      return { department: { id: { in: actor.departmentIds } } };
    case 'REGION':
      return inRegions(actor);
    case 'ASSIGNED':
      return nothing;
  }
};

/** Own views and the shared ones are read; only the own ones are changed. */
const viewsOf: ScopeFilter = (scope, actor, action) => {
  const own: Where = { staff: { id: { eq: actor.staffId } } };
  if (scope !== 'OWN') return wholeHouse(scope, actor, action);
  return action === 'READ' ? { or: [own, { shared: { eq: true } }] } : own;
};

/** Kinds whose changes the system administrator may read about: accounts, rights, settings; no customer content. */
export const administrationKinds: readonly string[] = [
  'ApiToken',
  'CodeListEntry',
  'Department',
  'LabelOverride',
  'Organisation',
  'Region',
  'RoleGrant',
  'Staff',
];

export const administrationRules: readonly KindRules[] = [
  { kind: 'Organisation', scopes: wholeHouse },
  { kind: 'Region', scopes: wholeHouse },
  { kind: 'Department', scopes: wholeHouse },
  { kind: 'Staff', scopes: staffOf },
  { kind: 'RoleGrant', scopes: throughStaff('staff') },
  { kind: 'ApiToken', scopes: throughStaff('staff') },
  {
    kind: 'AuditEntry',
    scopes: throughStaff('actor'),
    alsoUnder: [{ subject: 'administrationAudit', where: { entity: { in: administrationKinds } } }],
  },
  { kind: 'PersonalDataReveal', scopes: throughStaff('staff') },
  { kind: 'PersonalDataView', scopes: throughStaff('staff') },
  { kind: 'ImportRun', scopes: throughStaff('staff') },
  { kind: 'ImportRowError' },
  { kind: 'ExportRun', scopes: throughStaff('staff') },
  { kind: 'CodeListEntry', scopes: wholeHouse },
  { kind: 'LabelOverride', scopes: wholeHouse },
  { kind: 'SavedView', scopes: viewsOf },
];
