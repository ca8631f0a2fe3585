import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { ActInput, Command, Work } from '../commands/command.js';
import { badInput } from '../commands/errors.js';
import { checkFields } from '../commands/validate.js';
import { storedInstant } from '../records/decode.js';

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
      path: 'ids',
    })),
  async run(work, { ids }) {
    if (!Array.isArray(ids) || ids.length === 0) throw badInput({ path: 'ids', message: 'input.required' });
    if (ids.length > most) throw badInput({ path: 'ids', message: 'input.tooLarge' });
    return { count: await markRead(work, ids.map(String)) };
  },
};

export interface MarkAllReadInput extends ActInput {
  /** ISO: only what came until then, so that nothing is marked that came in after the person looked. */
  readonly until?: string | null;
}

/** Marks every own unread message as read, up to an instant where one is given; at most 1000 at once. */
export const markAllNotificationsRead: Command<MarkAllReadInput, MarkedRead> = {
  name: 'markAllNotificationsRead',
  permission: { subject: 'notification', action: 'UPDATE' },
  async run(work, { until }) {
    const rows = await work.rows<{ id: unknown }>(
      `SELECT id FROM notification WHERE to_id = ? AND read_at IS NULL AND at <= ? ORDER BY id LIMIT ${mostOfAll}`,
      [work.actor.staffId, storedInstant(until == null ? work.now : untilOf(until))],
    );
    return {
      count: await markRead(
        work,
        rows.map(({ id }) => String(id)),
      ),
    };
  },
};

function untilOf(given: string): Date {
  const { row, problems } = checkFields(
    kindNamed('Notification'),
    { at: given },
    { fields: ['at'], partial: true },
  );
  if (problems.length > 0) throw badInput(...problems.map((problem) => ({ ...problem, path: 'until' })));
  return new Date(String(row.at));
}

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
