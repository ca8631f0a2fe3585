import type { Label, Language } from '@kehu/domain/catalogue/labels';
import { monthlyReportState } from '@kehu/domain/complaints/monthly-report';
import { complaintCategory, complaintState, severity } from '@kehu/domain/complaints/vocabularies';
import type { MonthlyCase } from '@kehu/domain/kpi/monthly/facts';
import { partsOf } from '@kehu/domain/kpi/monthly/layout';
import { localText } from '@kehu/query/zone';
import { badInput } from '../../../../commands/errors.js';
import type { RequestContext } from '../../../../context.js';
import type { OrganisationFacts } from '../../../../organisation.js';
import { type ReadTable, readMonthlyTable } from './read-report.js';

/** A cell as people see it, with what it is compared with. */
export interface ShownCell {
  readonly place: string;
  readonly value: string | null;
  readonly text: string;
  readonly previous: string | null;
  readonly lastYear: string | null;
  /** How many cases it counts; they are listed by `monthlyTableCases`. */
  readonly cases: number;
  /** The figure before its last correction; null without one. */
  readonly uncorrected: string | null;
}

export interface ShownPart {
  readonly no: number;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly ShownCell[] }[];
}

export interface ShownTable {
  readonly period: string;
  readonly parts: readonly ShownPart[];
  readonly [more: string]: unknown;
}

/** The table of a month in the reader's language. */
export async function answerMonthlyTable(period: string, context: RequestContext): Promise<ShownTable> {
  const read = await readMonthlyTable(period, context);
  return shownTable(read, context.language, context.organisation);
}

/** A table in words: its ten parts, each cell beside last month's and last year's. */
export function shownTable(
  read: ReadTable,
  language: Language,
  { name: organisation, zone }: Pick<OrganisationFacts, 'name' | 'zone'>,
): ShownTable {
  const { report, snapshot, corrections, partOnly, frozen } = read;
  const cellOf = cellReader(read);
  const state = monthlyReportState.codes.find((code) => code === report?.state);
  const words = (text: Label) => text[language];
  return {
    organisation,
    period: snapshot.table.moment.period,
    asOf: local(snapshot.table.moment.asOf, zone),
    report: report && {
      ...report,
      reviewedAt: report.reviewedAt && local(report.reviewedAt, zone),
      submittedAt: report.submittedAt && local(report.submittedAt, zone),
      dueAt: local(report.dueAt, zone),
    },
    stateLabel: state ? words(monthlyReportState.labels[state]) : null,
    partOnly,
    frozen,
    corrections,
    note: words(satisfactionNote),
    parts: partsOf(snapshot.table).map(({ no, title, columns, rows }) => ({
      no,
      title: words(title),
      columns: columns.map(words),
      rows: rows.map((row) => ({ label: words(row.label), cells: row.cells.map(cellOf) })),
    })),
  };
}

const satisfactionNote: Label = {
  'zh-Hans': '案件按收到的月份统计；满意度尚无调查，显示“–”',
  'zh-Hant': '案件按收到的月份統計；滿意度尚無調查，顯示「–」',
  en: 'Cases count by the month of receipt; there are no surveys of satisfaction yet, hence "–"',
};

/** Reads any place of a table, corrections applied. */
export function cellReader({
  snapshot,
  countedIn,
  corrections,
  report,
}: ReadTable): (place: string) => ShownCell {
  const counts = new Map<string, number>();
  for (const places of countedIn.values()) {
    for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const { table, previous, lastYear } = snapshot;
  const written: Readonly<Record<string, string | null>> = {
    'part10.causes': report?.causes ?? null,
    'part10.comment': report?.comment ?? null,
  };
  return (place) => {
    const own = corrections.filter(({ cell }) => cell === place);
    const frozen = table.cells[place] ?? written[place] ?? null;
    const value = own.at(-1)?.after ?? frozen;
    return {
      place,
      value,
      text: value ?? '–',
      previous: previous.cells[place] ?? null,
      lastYear: lastYear.cells[place] ?? null,
      cases: counts.get(place) ?? 0,
      uncorrected: own.length > 0 ? (own.at(-1)?.before ?? null) : null,
    };
  };
}

/** The cases that a cell counts, as they were when the table was frozen. */
export async function answerMonthlyCases(
  period: string,
  place: string,
  context: RequestContext,
): Promise<unknown[]> {
  const { cases, countedIn, snapshot } = await readMonthlyTable(period, context);
  if (!Object.hasOwn(snapshot.table.cells, place)) {
    throw badInput({ path: 'place', message: 'monthly.noSuchCell', values: { cell: place } });
  }
  return cases
    .filter(({ id }) => countedIn.get(id)?.includes(place))
    .map((each) => shownCase(each, context.language, context.organisation.zone));
}

/** A time as the organisation's clocks show it: the table is a paper of the house. */
function local(at: string, zone: string): string {
  return localText(Date.parse(at), zone);
}

function shownCase(each: MonthlyCase, language: Language, zone: string): unknown {
  const category = complaintCategory.labels[each.category as keyof typeof complaintCategory.labels];
  return {
    complaintId: each.id,
    no: each.no,
    state: each.state,
    stateLabel: complaintState.labels[each.state]?.[language] ?? each.state,
    severityLabel: severity.labels[each.severity]?.[language] ?? each.severity,
    categoryLabel: category?.[language] ?? each.category,
    store: each.store?.name ?? null,
    department: each.department?.name ?? null,
    receivedAt: local(each.receivedAt, zone),
    dueAt: local(each.dueAt, zone),
    closedAt: each.closedAt && local(each.closedAt, zone),
    breached: each.breached,
    breachReason: each.breachReason,
  };
}
