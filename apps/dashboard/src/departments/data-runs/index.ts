import { exportRun, importRun } from '@kehu/domain/administration/data-runs';
import { catalogue } from '@kehu/domain/catalogue/catalogue';
import { lazy } from 'react';
import { type DepartmentRecord, listEntry } from '../../app/departments';
import type { Rights } from '../../data/rights';
import { dataTexts } from './texts';
import { importTexts } from './upload/texts';

/** Whether there is any kind that the person may import; which profiles that opens, the server says. */
const importsSomething = (rights: Rights): boolean =>
  catalogue.some((kind) => kind.importable && rights.may('IMPORT', kind.subject));

/** Data that came in and went out, and the analysts' own page. */
export const dataDepartment: DepartmentRecord = {
  id: 'data-runs',
  label: dataTexts.data,
  entries: [
    { to: '/imports', label: importTexts.title, shown: importsSomething },
    {
      ...listEntry(importRun, dataTexts.imports),
      shown: (rights) => rights.mayBeyondOwn('READ', importRun.subject) || importsSomething(rights),
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
  pages: [
    {
      path: '/imports',
      page: lazy(async () => ({ default: (await import('./upload/ImportUpload')).ImportUpload })),
    },
  ],
};
