import { organisation } from '@kehu/domain/administration/settings';
import { label } from '@kehu/domain/catalogue/labels';
import { complaint } from '@kehu/domain/complaints/complaint';
import { complaintMonthlyReport } from '@kehu/domain/complaints/monthly-report';
import { complaintSetting } from '@kehu/domain/complaints/rules';
import { lazy } from 'react';
import { type DepartmentRecord, listEntry } from '../../app/departments';
import type { Rights } from '../../data/rights';

/** Fills the monthly table in, or reviews it (R4.27). */
const keepsTable = (rights: Rights) =>
  rights.mayForAll('UPDATE', complaintMonthlyReport.subject) ||
  rights.mayForAll('APPROVE', complaintMonthlyReport.subject);
const readsCases = (rights: Rights) => rights.reads(complaint);

/** Complaints: registering, the cases, their documents on paper; loaded only when opened. */
export const complaintsDepartment: DepartmentRecord = {
  id: 'complaints',
  label: label('投诉', '投訴', 'Complaints'),
  entries: [
    {
      to: '/complaints/create',
      label: label('登记投诉', '登記投訴', 'Register a complaint'),
      // Seven entries at most: who keeps the monthly table registers from the list of cases.
      shown: (rights) => rights.may('CREATE', complaint.subject) && !keepsTable(rights),
    },
    listEntry(complaint, label('投诉案件', '投訴案件', 'Cases')),
    { to: '/case-board', label: label('案件看板', '案件看板', 'Case board'), shown: readsCases },
    {
      to: '/case-oversight',
      label: label('督办台账', '督辦台帳', 'Supervision ledger'),
      shown: (rights) => rights.may('PERFORM', 'supervision'),
    },
    {
      to: '/complaint-figures',
      label: label('投诉统计', '投訴統計', 'Figures'),
      shown: (rights) => rights.reads(complaint) && rights.reads(complaintMonthlyReport),
    },
    {
      to: '/complaint-monthly',
      label: label('月度统计表', '月度統計表', 'Monthly table'),
      shown: keepsTable,
    },
    { to: '/regulations', label: label('办法条款', '辦法條款', 'Regulations'), shown: readsCases },
    {
      to: '/complaint-settings',
      label: label('参数设置', '參數設定', 'Settings'),
      // Everybody may read the settings that bind him; in the menu they stand for those who keep them.
      shown: (rights) =>
        rights.may('UPDATE', complaintSetting.subject) ||
        (rights.reads(complaintSetting) && rights.may('UPDATE', organisation.subject)),
    },
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
    { path: '/case-board', page: lazy(async () => ({ default: (await import('./board/Board')).Board })) },
    {
      path: '/case-oversight',
      page: lazy(async () => ({ default: (await import('./oversight/Oversight')).Oversight })),
    },
    {
      path: '/complaint-figures',
      page: lazy(async () => ({ default: (await import('./figures/Figures')).Figures })),
    },
    {
      path: '/complaint-monthly',
      page: lazy(async () => ({ default: (await import('./monthly/Monthly')).Monthly })),
    },
    {
      path: '/complaint-monthly/print',
      page: lazy(async () => ({ default: (await import('./monthly/MonthlyPrint')).MonthlyPrint })),
    },
    {
      path: '/regulations',
      page: lazy(async () => ({ default: (await import('./regulations/Regulations')).Regulations })),
    },
    {
      path: '/complaint-settings',
      page: lazy(async () => ({ default: (await import('./settings/SettingsPage')).SettingsPage })),
    },
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
