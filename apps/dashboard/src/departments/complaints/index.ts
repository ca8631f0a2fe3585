import { label } from '@kehu/domain/catalogue/labels';
import { complaint } from '@kehu/domain/complaints/complaint';
import { lazy } from 'react';
import { type DepartmentRecord, listEntry } from '../../app/departments';

/** Complaints: registering, the cases, their documents on paper; loaded only when opened. */
export const complaintsDepartment: DepartmentRecord = {
  id: 'complaints',
  label: label('投诉', '投訴', 'Complaints'),
  entries: [
    {
      to: '/complaints/create',
      label: label('登记投诉', '登記投訴', 'Register a complaint'),
      shown: (rights) => rights.may('CREATE', complaint.subject),
    },
    listEntry(complaint, label('投诉案件', '投訴案件', 'Cases')),
  ],
  resources: [
    {
      kind: complaint,
      list: lazy(async () => ({ default: (await import('./case/CaseList')).CaseList })),
      show: lazy(async () => ({ default: (await import('./case/CaseShow')).CaseShow })),
      create: lazy(async () => ({ default: (await import('./registration/Registration')).Registration })),
    },
  ],
  pages: [
    {
      path: '/complaints/:id/print/:document',
      page: lazy(async () => ({ default: (await import('./print/CasePrint')).CasePrint })),
    },
    {
      path: '/about-me',
      page: lazy(async () => ({ default: (await import('./case/AboutMe')).AboutMe })),
    },
  ],
};
