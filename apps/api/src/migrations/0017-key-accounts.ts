import type { Migration } from '@kehu/database/migrations';
import { accountTables } from './0017-key-accounts/accounts.js';
import { orderColumns } from './0017-key-accounts/columns.js';
import { fileTables } from './0017-key-accounts/files.js';
import { orderTables } from './0017-key-accounts/orders.js';
import { serviceTables } from './0017-key-accounts/service.js';

/** Key accounts (regulation 3): sign-up, orders under way, shipments, after-sales, plans, dealers, cost. */
export const keyAccounts: Migration = {
  id: '0017-key-accounts',
  steps: [...orderColumns, ...accountTables, ...orderTables, ...serviceTables, ...fileTables],
};
