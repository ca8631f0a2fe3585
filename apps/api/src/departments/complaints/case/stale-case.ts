import { complaintActLabel } from '@kehu/domain/complaints/act-labels';
import type { Work } from '../../../commands/command.js';
import { ActError, type ChangeSince } from '../../../commands/errors.js';
import { instantOf, storedInstant } from '../../../records/decode.js';
import type { RecordRow } from '../../../records/encode.js';
import { timeIn } from './local-time.js';

/**
 * The answer to somebody whose screen is old: CONFLICT with what was done on the case since that version,
 * by whom and when, newest first; only acts, never values that the person may not see.
 */
export async function staleCase(work: Work, row: RecordRow, expectedVersion: number): Promise<ActError> {
  const id = String(row.id);
  const currentVersion = Number(row.version);
  const [seen] = await work.rows<{ at: unknown }>(
    "SELECT `at` FROM change_feed WHERE kind = 'Complaint' AND record_id = ? AND version = ?",
    [id, expectedVersion],
  );
  const since = seen ? instantOf(seen.at) : String(row.createdAt);
  const acts = await work.rows<{ action: string; name: string | null; at: unknown }>(
    `SELECT a.action, s.display_name AS name, MAX(a.\`at\`) AS \`at\`
     FROM audit_entry a LEFT JOIN staff s ON s.id = a.actor_id
     WHERE a.whole_entity = 'Complaint' AND a.whole_id = ? AND a.\`at\` > ?
       AND a.action <> 'markCaseSeen'
     GROUP BY a.action, s.display_name, a.request_id ORDER BY \`at\` DESC LIMIT 10`,
    [id, storedInstant(new Date(since))],
  );
  const { language, organisation } = work.context;
  const changes: ChangeSince[] = acts.map(({ action, name, at }) => ({
    action,
    label: complaintActLabel(action)[language],
    by: name,
    at: instantOf(at),
  }));
  const [last] = changes;
  if (!last) return new ActError('CONFLICT', 'act.stale', { currentVersion });
  return new ActError('CONFLICT', 'act.staleCase', {
    currentVersion,
    changes,
    values: { by: last.by ?? '–', act: last.label, at: timeIn(organisation.zone, last.at) },
  });
}
