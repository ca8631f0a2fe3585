import { auditEntry, personalDataReveal } from '@kehu/domain/administration/access-records';
import { lazy } from 'react';
import { type DepartmentRecord, listEntry } from '../../app/departments';
import { accessTexts } from './texts';

/** Who may do what, and who did what. */
export const accessDepartment: DepartmentRecord = {
  id: 'access',
  label: accessTexts.access,
  entries: [
    { to: '/permissions', label: accessTexts.permissions, shown: () => true },
    {
      ...listEntry(auditEntry, accessTexts.audit),
      shown: (rights) =>
        rights.mayBeyondOwn('READ', auditEntry.subject) || rights.may('READ', 'administrationAudit'),
    },
    {
      ...listEntry(personalDataReveal, accessTexts.reveals),
      shown: (rights) => rights.mayBeyondOwn('READ', personalDataReveal.subject),
    },
  ],
  resources: [
    {
      kind: auditEntry,
      list: lazy(async () => ({ default: (await import('./AuditEntryList')).AuditEntryList })),
    },
    {
      kind: personalDataReveal,
      list: lazy(async () => ({
        default: (await import('./PersonalDataRevealList')).PersonalDataRevealList,
      })),
    },
  ],
  pages: [
    {
      path: '/permissions',
      page: lazy(async () => ({ default: (await import('./Permissions')).Permissions })),
    },
  ],
};
