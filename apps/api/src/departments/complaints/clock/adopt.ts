import type { Database } from '@kehu/database/connection';
import { complaintState, endedStates } from '@kehu/domain/complaints/vocabularies';
import type { ActInput, Command } from '../../../commands/command.js';
import { marks } from '../../../records/marks.js';
import { completeImportedCase } from '../intake/imported-case.js';
import { startCaseClock } from './clock.js';
import { isEnded } from './terms.js';

const openStates = complaintState.codes.filter((state) => !endedStates.includes(state));
/** Most cases whose clock one sweep starts. */
const most = 200;

/** Open cases that came in past the acts (an import, cases in hand at go-live) and whose clock does not run yet. */
export async function openCasesWithoutClock(database: Database): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `SELECT c.id FROM complaint c
     LEFT JOIN timer t ON t.kind = 'Complaint' AND t.record_id = c.id AND t.rule = 'CLOSE'
     WHERE c.state IN (${marks(openStates)}) AND t.record_id IS NULL
     ORDER BY c.id LIMIT ${most}`,
    openStates,
  );
  return rows.map(({ id }) => String(id));
}

/** Starts the clock of such a case from its own receipt; its deadline and state stay what they were. */
export const adoptCases: Command<ActInput & { readonly id: string }, null> = {
  name: 'startCaseClock',
  permission: null,
  async run(work, { id }) {
    const complaint = await work.load('Complaint', id);
    if (!complaint || isEnded(complaint)) return null;
    const [known] = await work.rows<{ rule: string }>(
      "SELECT rule FROM timer WHERE kind = 'Complaint' AND record_id = ? AND rule = 'CLOSE'",
      [id],
    );
    if (known) return null;
    const settings = {
      clockFrom: new Date(String(complaint.receivedAt)).toISOString(),
      asOf: work.now.toISOString(),
    };
    const complete = complaint.source == null ? complaint : await completeImportedCase(work, complaint);
    const row = { ...complete, settings: complaint.settings ?? settings };
    const since = new Date(String(complaint.stateSince ?? complaint.receivedAt));
    const { stepDueAt } = await startCaseClock(work, row, 'import', since);
    await work.update('Complaint', id, { settings: row.settings, stepDueAt });
    return null;
  },
};
