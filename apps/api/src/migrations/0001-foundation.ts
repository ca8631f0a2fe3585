import type { Migration } from '@kehu/database/migrations';
import { administrationTables } from './0001-foundation/administration.js';
import { customersTables } from './0001-foundation/customers.js';
import { organisationTables } from './0001-foundation/organisation.js';
import { salesTables } from './0001-foundation/sales.js';

/**
 * The tables of every kind of record of the first release. The catalogue says what the columns mean;
 * a test holds the two together. Foreign keys are set for relations without which a row makes no
 * sense; each relation and each default list order has its index.
 */
export const foundation: Migration = {
  id: '0001-foundation',
  steps: [...organisationTables, ...customersTables, ...salesTables, ...administrationTables],
};
