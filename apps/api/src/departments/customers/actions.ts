import type { ActionRule, Obstacle } from '../../commands/allowed-actions.js';
import type { RecordRow } from '../../records/encode.js';

const update = { subject: 'customerFile', action: 'UPDATE' } as const;

const ended = (row: RecordRow): Obstacle | null =>
  row.lifecycle === 'MERGED' || row.lifecycle === 'ERASED' ? { message: 'rule.fileEnded' } : null;

/** What may be done on a customer file. */
export const customerActions: readonly ActionRule[] = [
  { action: 'updateCustomer', right: update, obstacle: ended },
  { action: 'assignCustomerOwner', right: { subject: 'ownerTransfer', action: 'APPROVE' }, obstacle: ended },
  { action: 'addContact', right: update, obstacle: ended },
  { action: 'addCustomerAddress', right: update, obstacle: ended },
  { action: 'tagCustomer', right: update, obstacle: ended },
  { action: 'savePersonProfile', right: update, fits: (row) => row.partyType === 'PERSON', obstacle: ended },
  {
    action: 'saveOrganisationProfile',
    right: update,
    fits: (row) => row.partyType === 'ORGANISATION',
    obstacle: ended,
  },
  { action: 'revealPersonalData', right: { subject: 'customerFile', action: 'REVEAL' } },
];
