import { apiToken, roleGrant } from '@kehu/domain/administration/access-records';
import { codeListEntry, organisation } from '@kehu/domain/administration/settings';
import { department, region, staff } from '@kehu/domain/organisation/organisation';
import { lazy } from 'react';
import { type DepartmentRecord, listEntry } from '../../app/departments';
import { adminTexts } from './texts';

/** Administration: people, departments, rights, lists; loaded only when opened. */
export const administrationDepartment: DepartmentRecord = {
  id: 'administration',
  label: adminTexts.administration,
  entries: [
    listEntry(staff, adminTexts.staff),
    listEntry(department, adminTexts.departments),
    listEntry(region, adminTexts.regions),
    {
      ...listEntry(roleGrant, adminTexts.grants),
      shown: (rights) => rights.mayBeyondOwn('READ', roleGrant.subject),
    },
    {
      ...listEntry(apiToken, adminTexts.tokens),
      shown: (rights) => rights.mayForAll('UPDATE', apiToken.subject) || rights.may('PERFORM', 'adHocQuery'),
    },
    {
      ...listEntry(codeListEntry, adminTexts.codeLists),
      shown: (rights) => rights.may('UPDATE', codeListEntry.subject),
    },
    {
      to: '/organisation',
      label: adminTexts.organisation,
      shown: (rights) => rights.may('UPDATE', organisation.subject),
    },
  ],
  resources: [
    {
      kind: staff,
      list: lazy(async () => ({ default: (await import('./staffMembers/StaffList')).StaffList })),
      show: lazy(async () => ({ default: (await import('./staffMembers/StaffShow')).StaffShow })),
    },
    {
      kind: department,
      list: lazy(async () => ({ default: (await import('./departments/DepartmentList')).DepartmentList })),
    },
    {
      kind: region,
      list: lazy(async () => ({ default: (await import('./regions/RegionList')).RegionList })),
    },
    {
      kind: roleGrant,
      list: lazy(async () => ({ default: (await import('./roleGrants/RoleGrantList')).RoleGrantList })),
    },
    {
      kind: apiToken,
      list: lazy(async () => ({ default: (await import('./apiTokens/ApiTokenList')).ApiTokenList })),
    },
    {
      kind: codeListEntry,
      list: lazy(async () => ({
        default: (await import('./codeListEntries/CodeListEntryList')).CodeListEntryList,
      })),
    },
  ],
  pages: [
    {
      path: '/organisation',
      page: lazy(async () => ({
        default: (await import('./organisations/OrganisationPage')).OrganisationPage,
      })),
    },
  ],
};
