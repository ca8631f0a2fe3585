import type { Migration } from '@kehu/database/migrations';
import { caseTables } from './0005-complaints/cases.js';
import { deskTables } from './0005-complaints/desk.js';
import { documentTables } from './0005-complaints/documents.js';
import { handlingTables } from './0005-complaints/handling.js';
import { ruleTables } from './0005-complaints/rules.js';

/** Complaints (regulation 4): the case, its documents, steps and deadlines, and the desk around it. */
export const complaints: Migration = {
  id: '0005-complaints',
  steps: [...caseTables, ...documentTables, ...handlingTables, ...ruleTables, ...deskTables],
};
