import type { Actor } from '@kehu/domain/access/actor';
import { brokenGuards } from '@kehu/domain/access/separation-of-duties';
import type { ActionRule, Obstacle } from '../../commands/allowed-actions.js';
import type { RecordRow } from '../../records/encode.js';

const update = { subject: 'staff', action: 'UPDATE' } as const;
const left = (row: RecordRow): Obstacle | null =>
  row.status === 'LEFT' ? { message: 'rule.staffNotActive' } : null;

/** What may be done with a person of the company. */
export const staffActions: readonly ActionRule[] = [
  { action: 'updateStaff', right: update },
  {
    action: 'setStaffStatus',
    right: update,
    obstacle: (row, actor) => (row.id === actor.staffId ? { message: 'rule.notOneself' } : null),
  },
  {
    action: 'resetStaffPassword',
    right: update,
    obstacle: (row, actor) => {
      if (row.id === actor.staffId) return { message: 'rule.passwordOfOthers' };
      return row.login === null ? { message: 'rule.loginNeeded' } : left(row);
    },
  },
  {
    action: 'grantRole',
    right: { subject: 'roleGrant', action: 'CREATE' },
    obstacle: (row, actor) =>
      row.id === actor.staffId ? { message: 'rule.grantToOneself', article: 'B7.5' } : left(row),
  },
];

const approve = { subject: 'roleGrant', action: 'APPROVE' } as const;

/** Only a grant that waits, and only by a second person (dossier B7.5). */
function waitsForMe(row: RecordRow, actor: Actor): Obstacle | null {
  if (row.state !== 'PENDING') return { message: 'rule.grantState' };
  const broken = brokenGuards(['secondPersonApproves'], {
    actor,
    granteeId: String(row.staffId),
    grantedById: row.grantedById == null ? null : String(row.grantedById),
  });
  return broken.length > 0 ? { message: 'rule.secondPerson', article: 'B7.5' } : null;
}

/** What may be done with a role grant. */
export const roleGrantActions: readonly ActionRule[] = [
  { action: 'approveRoleGrant', right: approve, obstacle: waitsForMe },
  { action: 'refuseRoleGrant', right: approve, obstacle: waitsForMe },
  {
    action: 'revokeRoleGrant',
    right: { subject: 'roleGrant', action: 'UPDATE' },
    obstacle: (row) =>
      row.state === 'ACTIVE' || row.state === 'PENDING' ? null : { message: 'rule.grantState' },
  },
];
