import type { Queryable } from '@kehu/database/connection';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { complaintCategory } from '@kehu/domain/complaints/vocabularies';
import type { MonthlyCase } from '@kehu/domain/kpi/monthly/facts';
import { type CountedTable, monthlyTable } from '@kehu/domain/kpi/monthly/table';
import { type ComparedCells, momentOf } from '../../departments/complaints/statistics/monthly/make-table.js';
import { monthlyCases } from '../../departments/complaints/statistics/monthly/read-cases.js';
import { dueOf, frozenRows } from '../../departments/complaints/statistics/monthly/report.js';
import { monthAfter, monthOf, monthSpan } from '../../departments/complaints/statistics/period.js';
import { insertRows } from '../../records/bulk.js';
import type { FieldCodec } from '../../records/codec.js';
import type { RecordRow } from '../../records/encode.js';

/** The demo is a company in China. */
const zone = 'Asia/Shanghai';
const hour = 3_600_000;
const day = 24 * hour;
/** Months that have a table, and before them those that tables are compared with. */
const reported = 12;
const compared = 12;
/** How many months back one was submitted a day late, and one was corrected. */
const lateMonth = 7;
const correctedMonth = 3;

export interface MonthlyFacts {
  readonly until: Date;
  readonly nextId: () => string;
  readonly hrId: string;
  readonly gmId: string;
}

interface Frozen extends CountedTable {
  readonly cases: readonly MonthlyCase[];
}

/**
 * The monthly tables of the year that is past (R4.27): submitted and reviewed, each with the cases as they
 * were, one late and one corrected by number; the last awaits the review of the general manager, or is a
 * draft while its day has not come. Reads the cases that are already written; answers how many rows it wrote.
 */
export async function writeMonthlyReports(
  database: Queryable,
  codec: FieldCodec,
  facts: MonthlyFacts,
): Promise<number> {
  const { until, nextId } = facts;
  const asking = { rows: database.query.bind(database) };
  const months = new Map<string, Frozen>();
  const current = monthOf(until, zone);
  const reports: RecordRow[] = [];
  const cases: RecordRow[] = [];
  const corrections: RecordRow[] = [];
  const messages: RecordRow[] = [];
  for (let back = reported + compared; back >= 1; back--) {
    const period = monthAfter(current, -back);
    const times = timesOf(period, back);
    const asOf = new Date(Math.min(times.submittedAt.getTime(), until.getTime()));
    const moment = momentOf(period, zone, asOf);
    const standing = (await monthlyCases(asking, moment)).map((each) => asItWas(each, moment.asOf));
    const frozen = { cases: standing, ...monthlyTable(standing, moment) };
    months.set(period, frozen);
    if (back > reported || times.draftedAt > until) continue;
    const made = {
      ...frozen,
      snapshot: {
        table: frozen.table,
        previous: cellsOf(months, monthAfter(period, -1)),
        lastYear: cellsOf(months, monthAfter(period, -12)),
      },
    };
    const id = nextId();
    const report = reportRow(id, period, back, made.snapshot, standing, facts);
    reports.push(report);
    if (report.submittedAt == null) continue;
    cases.push(...frozenRows(id, made, nextId));
    if (report.state === 'SUBMITTED') messages.push(submittedMessage(report, facts));
    if (back === correctedMonth) corrections.push(...correctionOf(report, frozen, facts));
  }
  let rows = 0;
  for (const [kind, written] of [
    ['ComplaintMonthlyReport', reports],
    ['MonthlyReportCase', cases],
    ['MonthlyReportCorrection', corrections],
    ['Notification', messages],
  ] as const)
    rows += await insertRows(database, kindNamed(kind), written, codec, until);
  return rows;
}

/** Drafted by the system on day 1 at 00:10, submitted between day 6 and 8, reviewed the day after. */
function timesOf(period: string, back: number) {
  const first = monthSpan(period, zone).to.getTime();
  const submitted =
    first + (back === lateMonth ? 10 : 5 + (back % 3)) * day + (15.4 + (back % 4) * 0.3) * hour;
  return {
    draftedAt: new Date(first + hour / 6),
    filledAt: new Date(submitted - 5 * hour),
    submittedAt: new Date(submitted),
    reviewedAt: new Date(submitted + 18.6 * hour),
  };
}

/** A case as it stood when the table was frozen: what came after that is not in it. */
function asItWas(each: MonthlyCase, asOf: string): MonthlyCase {
  const came = (at: string | null): boolean => at !== null && at <= asOf;
  const actions = each.actions
    .filter(({ createdAt }) => createdAt <= asOf)
    .map((action) => ({
      ...action,
      doneAt: came(action.doneAt) ? action.doneAt : null,
      ...(came(action.checkedAt) ? {} : { checkedAt: null, effective: null }),
    }));
  const compensations = each.compensations.filter(({ executedAt }) => executedAt <= asOf);
  const known = { ...each, actions, compensations };
  if (each.endedAt === null || each.endedAt <= asOf) return known;
  return {
    ...known,
    state: 'EXECUTING',
    closedAt: null,
    endedAt: null,
    breached: each.dueAt < asOf,
    breachReason: null,
  };
}

function cellsOf(months: ReadonlyMap<string, Frozen>, period: string): ComparedCells {
  return { period, cells: months.get(period)?.table.cells ?? {} };
}

function reportRow(
  id: string,
  period: string,
  back: number,
  snapshot: object,
  cases: readonly MonthlyCase[],
  { until, hrId, gmId }: MonthlyFacts,
): RecordRow {
  const times = timesOf(period, back);
  const dueAt = dueOf(period, zone);
  const draft = {
    id,
    period,
    state: 'DRAFT',
    snapshot,
    draftedAt: times.draftedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    late: false,
    createdAt: times.draftedAt.toISOString(),
    updatedAt: times.draftedAt.toISOString(),
  };
  if (times.submittedAt > until) return draft;
  const submitted = {
    ...draft,
    ...wordsOf(period, cases),
    state: 'SUBMITTED',
    filledById: hrId,
    filledAt: times.filledAt.toISOString(),
    submittedById: hrId,
    submittedAt: times.submittedAt.toISOString(),
    late: times.submittedAt > dueAt,
    updatedAt: times.submittedAt.toISOString(),
  };
  // The last one waits for the general manager.
  if (back === 1 || times.reviewedAt > until) return submitted;
  return {
    ...submitted,
    state: 'GM_APPROVED',
    gmResult: 'AGREE',
    gmComment: back % 3 === 0 ? '质量与运输两项由责任部门在月会上说明改进安排。' : null,
    reviewedById: gmId,
    reviewedAt: times.reviewedAt.toISOString(),
    updatedAt: times.reviewedAt.toISOString(),
  };
}

/** The causes and the comment that HR and administration writes (R4.27): what came most often, and what it proposes. */
function wordsOf(period: string, cases: readonly MonthlyCase[]): { causes: string; comment: string } {
  const { from, to } = monthSpan(period, zone);
  const own = cases.filter(({ receivedAt: at }) => at >= from.toISOString() && at < to.toISOString());
  const counts = new Map<string, number>();
  for (const { category } of own) counts.set(category, (counts.get(category) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  const named = ([code, n]: readonly [string, number]) =>
    `${complaintCategory.labels[code as keyof typeof complaintCategory.labels]['zh-Hans']} ${n} 件`;
  const breached = own.filter((each) => each.breached).length;
  const most = [first, second].flatMap((each) => (each ? [named(each)] : [])).join('，其次为');
  return {
    causes: `本月收到 ${own.length} 件，以${most}。主要原因是出厂检验漏检、装卸碰撞和交期沟通不及时。`,
    comment:
      breached === 0
        ? '本月无超期案件。建议继续执行出库前复检，并保持每周回访。'
        : `超期 ${breached} 件，多因等待检测结果。建议检测送出当日即与客户约定答复时间，超期前两天由责任部门主管过问。`,
  };
}

function submittedMessage({ id, period, submittedAt }: RecordRow, { nextId, gmId }: MonthlyFacts): RecordRow {
  return {
    id: nextId(),
    toId: gmId,
    message: 'notice.monthlySubmitted',
    content: { period },
    weight: 'TODO',
    kind: 'ComplaintMonthlyReport',
    recordId: id,
    recordNo: period,
    at: submittedAt,
    createdAt: submittedAt,
  };
}

/** A case of the simple way was counted as one of the standard way, found after the review. */
function correctionOf({ id, reviewedAt }: RecordRow, { table }: Frozen, facts: MonthlyFacts): RecordRow[] {
  const cell = 'part1.simple';
  const before = table.cells[cell] ?? null;
  if (before === null || reviewedAt == null) return [];
  const at = new Date(Date.parse(String(reviewedAt)) + 3 * day).toISOString();
  return [
    {
      id: facts.nextId(),
      reportId: id,
      number: 1,
      cell,
      before,
      after: String(Number(before) + 1),
      reason: '一件按简易程序办理的案件，编表时误计为标准程序。',
      byId: facts.hrId,
      at,
      createdAt: at,
    },
  ];
}
