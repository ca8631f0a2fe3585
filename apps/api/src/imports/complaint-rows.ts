import type { Database, Queryable } from '@kehu/database/connection';
import type { IdBlocks } from '@kehu/database/id-blocks';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { caseNumber, caseSequence } from '@kehu/domain/complaints/case-number';
import { endedStates } from '@kehu/domain/complaints/vocabularies';
import { dayIn } from '@kehu/domain/text/dates';
import { insertRows } from '../records/bulk.js';
import type { FieldCodec } from '../records/codec.js';
import type { RecordRow } from '../records/encode.js';

const limitMilliseconds = 7 * 24 * 3_600_000;

/** What an imported case is unless its profile says otherwise. */
export const importedCase: RecordRow = {
  procedure: 'STANDARD',
  severity: 'GENERAL',
  category: 'OTHER',
  situation: 'A_QUALITY',
  channel: 'OTHER',
  aboutHead: false,
  recurrence: false,
  breached: false,
  slaStatus: 'ON_TRACK',
  rejections: 0,
  returns: 0,
  refusals: 0,
  reopenCount: 0,
  waitedSeconds: 0,
  policyVersion: '',
  procedureVersion: 0,
};

/** Fields of a case that the import works out from its times. */
export const workedOut: readonly string[] = ['dueAt'];

/**
 * What follows from the times of a case: it was due 7 × 24 h after its receipt (R4.26), and breached when
 * it ended later. Nothing follows where the file does not tell the receipt.
 */
export function followingFromTimes(values: RecordRow): RecordRow {
  const received = Date.parse(String(values.receivedAt ?? ''));
  if (Number.isNaN(received)) return {};
  const due = received + limitMilliseconds;
  const dueAt = new Date(due).toISOString();
  if (values.closedAt == null)
    return { dueAt, stateSince: values.stateSince ?? new Date(received).toISOString() };
  const closed = Date.parse(String(values.closedAt));
  const breached = closed > due;
  return {
    dueAt,
    breached,
    breachedAt: breached ? dueAt : null,
    slaStatus: breached ? 'BREACHED' : 'ON_TRACK',
    stateSince: values.stateSince ?? new Date(closed).toISOString(),
  };
}

/** Numbers of imported cases: of the day of their receipt, behind those that the day has already. */
export async function numberCases(
  database: Database,
  zone: string,
  rows: readonly RecordRow[],
): Promise<RecordRow[]> {
  const days = rows.map((row) => dayIn(zone, new Date(String(row.receivedAt))));
  const counts = new Map<string, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  const next = new Map<string, number>();
  for (const [day, count] of counts) {
    const { insertId } = await database.change(
      `INSERT INTO number_sequence (name, last_number) VALUES (?, LAST_INSERT_ID(?))
       ON DUPLICATE KEY UPDATE last_number = LAST_INSERT_ID(last_number + ?)`,
      [caseSequence(day), count, count],
    );
    next.set(day, Number(insertId) - count + 1);
  }
  return days.map((day) => {
    const number = next.get(day) ?? 1;
    next.set(day, number + 1);
    return { no: caseNumber(day, number) };
  });
}

/** An import is no act of the workflow; what it brought is marked as such in the case's own history. */
export async function noteImportedCases(
  connection: Queryable,
  rows: readonly RecordRow[],
  { ids, codec, now }: { readonly ids: IdBlocks; readonly codec: FieldCodec; readonly now: Date },
): Promise<void> {
  const stepIds = await ids.take(rows.length);
  const steps = rows.map((row, at) => ({
    id: stepIds[at] ?? '',
    complaintId: row.id,
    action: 'import',
    transition: 'import',
    from: null,
    to: row.state,
    at: now.toISOString(),
    note: row.source,
    late: false,
    conflictOverride: false,
  }));
  await insertRows(connection, kindNamed('CaseStep'), steps, codec, now);
}

/** Whether a case that came in with a file goes on here. */
export function isInHand(row: RecordRow): boolean {
  return !(endedStates as readonly unknown[]).includes(row.state);
}
