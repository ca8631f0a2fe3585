import { createHash } from 'node:crypto';
import type { Queryable } from '@kehu/database/connection';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { monthlyReportState } from '@kehu/domain/complaints/monthly-report';
import { endOfLocalDay } from '@kehu/domain/text/local-time';
import type { Work } from '../../../../commands/command.js';
import { ruleViolation } from '../../../../commands/errors.js';
import { insertRows } from '../../../../records/bulk.js';
import type { RecordRow } from '../../../../records/encode.js';
import { monthOf, monthSpan } from '../period.js';
import { type MadeTable, makeTable } from './make-table.js';

const article = 'R4.27';
/** Day of the next month until whose end the table is submitted (R4.27, F34: never moved). */
const lastDay = 10;

/** When the table of a month is due: the end of day 10 of the next. */
export function dueOf(period: string, zone: string): Date {
  const { to } = monthSpan(period, zone);
  return endOfLocalDay(zone, to, lastDay - 1);
}

/**
 * Drafts the table of a month that is over (D1.5: by the system, on day 1 at 00:10); the id of the one
 * that is there already. RULE_VIOLATION before the month's end.
 */
export async function draftMonthlyReport(work: Work, period: string): Promise<string> {
  const { zone } = work.context.organisation;
  if (monthSpan(period, zone).to > work.now) throw ruleViolation('monthly.notYet', article);
  const [known] = await work.find('ComplaintMonthlyReport', { period });
  if (known) return String(known.id);
  const { snapshot } = await makeTable(work, period, zone, work.now);
  return work.insert('ComplaintMonthlyReport', {
    period,
    state: 'DRAFT',
    snapshot,
    draftedAt: work.now.toISOString(),
    dueAt: dueOf(period, zone).toISOString(),
    late: false,
  });
}

/** The month before the current one, whose table is the next to be made. */
export function monthToReport(now: Date, zone: string): string {
  const current = monthSpan(monthOf(now, zone), zone);
  return monthOf(new Date(current.from.getTime() - 1), zone);
}

/** The report of an act, in one of these states; RULE_VIOLATION in any other. */
export async function reportIn(work: Work, id: string, states: readonly string[]): Promise<RecordRow> {
  const report = await work.load('ComplaintMonthlyReport', id);
  if (!report) throw new Error(`The table ${id} is not there; the command has it as its target.`);
  const state = monthlyReportState.codes.find((code) => code === report.state);
  if (!state || !states.includes(state)) {
    throw ruleViolation('monthly.state', article, {
      state: state ? monthlyReportState.labels[state][work.context.language] : '–',
    });
  }
  return report;
}

/** The figures of a report worked out anew from the cases as they stand now. */
export function freshTable(work: Work, report: RecordRow): Promise<MadeTable> {
  return makeTable(work, String(report.period), work.context.organisation.zone, work.now);
}

/**
 * Keeps the rows behind a table as they stand: each case with the cells that count it. The number of rows
 * and their hash go into the audit chain, so that a later change of a row would be found.
 */
export async function freezeRows(
  work: Work,
  reportId: string,
  { cases, countedIn }: MadeTable,
): Promise<void> {
  await work.sql('DELETE FROM monthly_report_case WHERE report_id = ?', [reportId]);
  const counted = cases.filter(({ id }) => countedIn.has(id));
  const ids = await work.context.services.ids.take(counted.length);
  const rows = frozenRows(reportId, { cases: counted, countedIn }, () => String(ids.shift()));
  const { codec } = work.context.services;
  const connection = { query: work.rows.bind(work) } as unknown as Pick<Queryable, 'query'>;
  await insertRows(connection, kindNamed('MonthlyReportCase'), rows, codec, work.now);
  const hash = createHash('sha256').update(JSON.stringify(rows.map(({ id: _, ...row }) => row)));
  work.note('ComplaintMonthlyReport', reportId, { frozenCases: counted.length, sha256: hash.digest('hex') });
}

/** The rows behind a table: each case that it counts as it stands, with the cells that count it. */
export function frozenRows(
  reportId: string,
  { cases, countedIn }: Pick<MadeTable, 'cases' | 'countedIn'>,
  nextId: () => string,
): RecordRow[] {
  return cases
    .filter(({ id }) => countedIn.has(id))
    .map((facts) => ({
      id: nextId(),
      reportId,
      complaintId: facts.id,
      complaintNo: facts.no,
      state: facts.state,
      cells: countedIn.get(facts.id) ?? [],
      facts,
    }));
}
