import type { ActInput, Command, Work } from '../commands/command.js';
import { badInput } from '../commands/errors.js';

export interface MarkReadInput extends ActInput {
  readonly ids: readonly string[];
}
export interface MarkedRead {
  /** How many were unread. */
  readonly count: number;
}

/** Most messages that one act marks. */
const most = 200;
/** Of an act that marks all: more are left for the next one. */
const mostOfAll = 1000;

/** Marks own messages as read; reading a message is no to-do done. What is read already stays as it is. */
export const markNotificationsRead: Command<MarkReadInput, MarkedRead> = {
  name: 'markNotificationsRead',
  permission: { subject: 'notification', action: 'UPDATE' },
  targets: ({ ids }) =>
    [...new Set((Array.isArray(ids) ? ids : []).slice(0, most).map(String))].map((id) => ({
      kind: 'Notification',
      id,
      expectedVersion: null,
    })),
  async run(work, { ids }) {
    if (!Array.isArray(ids) || ids.length === 0) throw badInput({ path: 'ids', message: 'input.required' });
    if (ids.length > most) throw badInput({ path: 'ids', message: 'input.tooLarge' });
    return { count: await markRead(work, ids.map(String)) };
  },
};

/** Marks every own unread message as read, at most 1000 at once. */
export const markAllNotificationsRead: Command<ActInput, MarkedRead> = {
  name: 'markAllNotificationsRead',
  permission: { subject: 'notification', action: 'UPDATE' },
  async run(work) {
    const rows = await work.rows<{ id: unknown }>(
      `SELECT id FROM notification WHERE to_id = ? AND read_at IS NULL ORDER BY id LIMIT ${mostOfAll}`,
      [work.actor.staffId],
    );
    return {
      count: await markRead(
        work,
        rows.map(({ id }) => String(id)),
      ),
    };
  },
};

async function markRead(work: Work, ids: readonly string[]): Promise<number> {
  let count = 0;
  for (const id of new Set(ids)) {
    const row = await work.load('Notification', id);
    if (!row || row.readAt != null || row.toId !== work.actor.staffId) continue;
    await work.update('Notification', id, { readAt: work.now.toISOString() });
    count += 1;
  }
  return count;
}

/**
 * The record has moved on: what people were told to do about it is done or void. Call it before the next
 * ones are told.
 */
export async function finishToDos(work: Work, kind: string, recordId: string): Promise<void> {
  const rows = await work.rows<{ id: unknown }>(
    `SELECT id FROM notification WHERE kind = ? AND record_id = ? AND done_at IS NULL AND weight <> 'INFO'
     ORDER BY id LIMIT 1000`,
    [kind, recordId],
  );
  for (const { id } of rows)
    await work.update('Notification', String(id), { doneAt: work.now.toISOString() });
}
