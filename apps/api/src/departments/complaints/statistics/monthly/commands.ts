import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { holdersOf } from '../../../../access/role-holders.js';
import type { ActInput, Command, Target, Work } from '../../../../commands/command.js';
import { badInput, ruleViolation } from '../../../../commands/errors.js';
import { checkFields, checkRow } from '../../../../commands/validate.js';
import { notify, type Told } from '../../../../notify/notify.js';
import type { RecordRow } from '../../../../records/encode.js';
import { others } from '../../collaboration/people.js';
import { correctionsOf, type MonthlySnapshot } from './make-table.js';
import { draftMonthlyReport, freezeRows, freshTable, reportIn } from './report.js';

const kind = 'ComplaintMonthlyReport';
const article = 'R4.27';

interface Versioned extends ActInput {
  readonly id: string;
  readonly expectedVersion: number;
}
export interface ReportOutcome {
  readonly id: string;
  readonly told: readonly Told[];
}

const theReport = ({ id, expectedVersion }: Versioned): Target[] => [
  { kind, id: String(id), expectedVersion },
];
const only = (input: object, ...names: string[]) =>
  Object.fromEntries(Object.entries(input).filter(([name]) => names.includes(name)));
const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');

/** Drafts the table of a month by hand: where the system had none to draft it yet (D1.5). */
export const draftMonthlyReportCommand: Command<ActInput & { readonly period: string }, ReportOutcome> = {
  name: 'draftMonthlyReport',
  permission: { subject: 'complaintMonthlyReport', action: 'CREATE' },
  async run(work, { period }) {
    const row = checkRow(kindNamed(kind), { period }, { fields: ['period'], partial: true });
    const [known] = await work.find(kind, { period: String(row.period) });
    if (known) throw ruleViolation('monthly.exists', article);
    return { id: await draftMonthlyReport(work, String(row.period)), told: [] };
  },
};

type FillInput = Versioned & { readonly causes?: string | null; readonly comment?: string | null };

/** HR and administration adds the causes and its comment (R4.27); the figures are worked out anew. */
export const fillMonthlyReport: Command<FillInput, ReportOutcome> = {
  name: 'fillMonthlyReport',
  permission: { subject: 'complaintMonthlyReport', action: 'UPDATE' },
  targets: theReport,
  async run(work, input) {
    const report = await reportIn(work, String(input.id), ['DRAFT', 'FILLED', 'RETURNED']);
    const row = checkRow(kindNamed(kind), only(input, 'causes', 'comment'), {
      fields: ['causes', 'comment'],
      partial: true,
    });
    const { snapshot } = await freshTable(work, report);
    await work.update(kind, String(report.id), {
      ...row,
      snapshot,
      state: 'FILLED',
      filledById: work.actor.staffId,
      filledAt: work.now.toISOString(),
    });
    return { id: String(report.id), told: [] };
  },
};

/** Submits the table to the general manager: by day 10, 24:00, else it is late; freezes it with its rows. */
export const submitMonthlyReport: Command<Versioned, ReportOutcome> = {
  name: 'submitMonthlyReport',
  permission: { subject: 'complaintMonthlyReport', action: 'PERFORM' },
  targets: theReport,
  async run(work, { id }) {
    const report = await reportIn(work, String(id), ['FILLED']);
    if (text(report.comment) === '' || text(report.causes) === '')
      throw ruleViolation('monthly.fillFirst', article);
    const made = await freshTable(work, report);
    await freezeRows(work, String(report.id), made);
    await work.update(kind, String(report.id), {
      state: 'SUBMITTED',
      snapshot: made.snapshot,
      submittedById: work.actor.staffId,
      submittedAt: work.now.toISOString(),
      late: work.now > new Date(String(report.dueAt)),
    });
    const told = await tell(work, report, await holdersOf(work, ['GM']), 'notice.monthlySubmitted');
    return { id: String(report.id), told };
  },
};

type ReviewInput = Versioned & { readonly result: string; readonly comment?: string | null };

/** The general manager agrees, which closes the table for good, or returns it with a reason (R4.27). */
export const reviewMonthlyReport: Command<ReviewInput, ReportOutcome> = {
  name: 'reviewMonthlyReport',
  permission: { subject: 'complaintMonthlyReport', action: 'APPROVE' },
  targets: theReport,
  async run(work, { id, result, comment }) {
    if (result !== 'AGREE' && result !== 'RETURN') {
      throw badInput({ path: 'result', message: 'input.notOneOf', values: { codes: 'AGREE, RETURN' } });
    }
    const { row, problems } = checkFields(
      kindNamed(kind),
      { gmComment: comment ?? null },
      { fields: ['gmComment'], partial: true },
    );
    // The input calls it what it is to whoever writes it.
    if (problems.length > 0) throw badInput(...problems.map((problem) => ({ ...problem, path: 'comment' })));
    if (result === 'RETURN' && text(row.gmComment) === '') {
      throw badInput({ path: 'comment', message: 'monthly.returnReason' });
    }
    const report = await reportIn(work, String(id), ['SUBMITTED']);
    if (report.submittedById === work.actor.staffId) throw ruleViolation('monthly.submitterReviews', 'B7');
    await work.update(kind, String(report.id), {
      ...row,
      state: result === 'AGREE' ? 'GM_APPROVED' : 'RETURNED',
      gmResult: result,
      reviewedById: work.actor.staffId,
      reviewedAt: work.now.toISOString(),
    });
    const key = result === 'AGREE' ? 'notice.monthlyApproved' : 'notice.monthlyReturned';
    return { id: String(report.id), told: await tell(work, report, [report.submittedById], key) };
  },
};

type CorrectInput = Versioned & { readonly cell: string; readonly after: string; readonly reason: string };

/** A numbered correction of an approved table, with its reason; the frozen figure stays beside it (D1.5). */
export const correctMonthlyReport: Command<CorrectInput, ReportOutcome> = {
  name: 'correctMonthlyReport',
  permission: { subject: 'complaintMonthlyReport', action: 'UPDATE' },
  targets: theReport,
  async run(work, input) {
    const row = checkRow(kindNamed('MonthlyReportCorrection'), only(input, 'cell', 'after', 'reason'), {
      fields: ['cell', 'after', 'reason'],
      partial: false,
    });
    const report = await work.load(kind, String(input.id));
    if (report?.state !== 'GM_APPROVED') throw ruleViolation('monthly.correctFrozen', article);
    const { cells } = (report.snapshot as MonthlySnapshot).table;
    const cell = String(row.cell);
    if (!Object.hasOwn(cells, cell)) {
      throw badInput({ path: 'cell', message: 'monthly.noSuchCell', values: { cell } });
    }
    const earlier = await correctionsOf(work, String(report.id));
    const before = earlier.filter((one) => one.cell === cell).at(-1)?.after ?? cells[cell] ?? null;
    await work.insert('MonthlyReportCorrection', {
      reportId: String(report.id),
      number: (earlier.at(-1)?.number ?? 0) + 1,
      cell,
      before,
      after: row.after,
      reason: row.reason,
      byId: work.actor.staffId,
      at: work.now.toISOString(),
    });
    await work.touch(kind, String(report.id));
    work.reason(String(row.reason));
    const told = await tell(work, report, await holdersOf(work, ['GM']), 'notice.monthlyCorrected');
    return { id: String(report.id), told };
  },
};

async function tell(
  work: Work,
  report: RecordRow,
  people: readonly unknown[],
  message:
    | 'notice.monthlySubmitted'
    | 'notice.monthlyApproved'
    | 'notice.monthlyReturned'
    | 'notice.monthlyCorrected',
): Promise<Told[]> {
  return notify(work, {
    to: others(work, people),
    message,
    content: { period: String(report.period) },
    weight: message === 'notice.monthlySubmitted' || message === 'notice.monthlyReturned' ? 'TODO' : 'INFO',
    kind,
    recordId: String(report.id),
    recordNo: String(report.period),
  });
}
