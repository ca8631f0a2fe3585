import { exportRun, importRun } from '@kehu/domain/administration/data-runs';
import { lazy } from 'react';
import { type DepartmentRecord, listEntry } from '../../app/departments';
import { dataTexts } from './texts';

/** Data that came in and went out, and the analysts' own page. */
export const dataDepartment: DepartmentRecord = {
  id: 'data-runs',
  label: dataTexts.data,
  entries: [
    {
      ...listEntry(importRun, dataTexts.imports),
      shown: (rights) =>
        rights.mayBeyondOwn('READ', importRun.subject) || rights.may('IMPORT', 'customerFile'),
    },
    listEntry(exportRun, dataTexts.exports),
    {
      to: '/graphiql',
      label: dataTexts.query,
      shown: (rights) => rights.may('PERFORM', 'adHocQuery'),
      outside: true,
    },
  ],
  resources: [
    {
      kind: importRun,
      list: lazy(async () => ({ default: (await import('./ImportRunList')).ImportRunList })),
      show: lazy(async () => ({ default: (await import('./ImportRunShow')).ImportRunShow })),
    },
    {
      kind: exportRun,
      list: lazy(async () => ({ default: (await import('./ExportRunList')).ExportRunList })),
    },
  ],
  pages: [],
};
