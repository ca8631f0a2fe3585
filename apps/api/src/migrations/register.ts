import type { Migration } from '@kehu/database/migrations';
import { foundation } from './0001-foundation.js';
import { access } from './0002-access.js';
import { importedGrants } from './0003-imported-grants.js';
import { complaints } from './0005-complaints.js';
import { clockTables } from './0006-clock.js';
import { memberNo } from './0007-member-no.js';
import { fileTables } from './0008-files.js';
import { outbox } from './0009-outbox.js';
import { undertakings } from './0010-undertakings.js';
import { receiptNo } from './0012-receipt-no.js';
import { recallAndSample } from './0016-recall-and-sample.js';
import { keyAccounts } from './0017-key-accounts.js';

/** Every migration in order; a new one is one line at the end. */
export const migrations: readonly Migration[] = [
  foundation,
  access,
  importedGrants,
  complaints,
  clockTables,
  memberNo,
  fileTables,
  outbox,
  undertakings,
  receiptNo,
  recallAndSample,
  keyAccounts,
];
