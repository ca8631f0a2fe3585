import type { Actor } from '@kehu/domain/access/actor';
import type { ActionRule, Obstacle } from '../../commands/allowed-actions.js';
import type { RecordRow } from '../../records/encode.js';

const perform = { subject: 'assignedTask', action: 'PERFORM' } as const;

const task = (action: string, who: 'assigner' | 'assignee', states: readonly string[]): ActionRule => ({
  action,
  right: perform,
  obstacle: (row: RecordRow, { staffId }: Actor): Obstacle | null => {
    if (row[`${who}Id`] !== staffId)
      return {
        message: who === 'assigner' ? 'rule.assignerOnly' : 'rule.assigneeOnly',
        article: 'R2.10',
      };
    return states.includes(String(row.state)) ? null : { message: 'rule.taskState', article: 'R2.10' };
  },
});

/** What may be done with a task. */
export const taskActions: readonly ActionRule[] = [
  task('acceptTask', 'assignee', ['OPEN']),
  task('completeTask', 'assignee', ['OPEN', 'ACCEPTED', 'RETURNED']),
  task('confirmTask', 'assigner', ['DONE']),
  task('returnTask', 'assigner', ['DONE']),
  task('cancelTask', 'assigner', ['OPEN', 'ACCEPTED', 'RETURNED']),
];

/** What may be done with a delegation; that it is over by its end is said by the act. */
export const delegationActions: readonly ActionRule[] = [
  {
    action: 'endDelegation',
    right: { subject: 'delegation', action: 'UPDATE' },
    obstacle: (row) => (row.endedAt == null ? null : { message: 'rule.delegationEnded', article: 'B7.7' }),
  },
];
