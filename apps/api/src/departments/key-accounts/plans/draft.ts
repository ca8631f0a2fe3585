import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { liesWithin, planDueOn, spanOf } from '@kehu/domain/key-accounts/periods';
import type { PlanPeriod } from '@kehu/domain/key-accounts/sales-plan';
import { Decimal } from 'decimal.js';
import type { ActInput, Command, Work } from '../../../commands/command.js';
import { badInput, type FieldProblem, ruleViolation } from '../../../commands/errors.js';
import { cleanReason } from '../../../commands/reason.js';
import { checkFields } from '../../../commands/validate.js';
import type { RecordRow } from '../../../records/encode.js';
import { logStep, type StepInput, type StepOutcome } from '../../../workflow/act.js';
import { clear } from '../../../workflow/clear.js';
import { unseenMentions } from '../mentions.js';
import { planMachine } from './machine.js';

export const planFields = [
  'name',
  'periodType',
  'period',
  'region',
  'parent',
  'tolerance',
  'reason',
] as const;
export const planLineFields = [
  'customer',
  'product',
  'category',
  'dealer',
  'region',
  'manager',
  'amount',
  'quantity',
  'collection',
  'cost',
  'share',
] as const;
const measures = ['amount', 'quantity', 'collection', 'cost'] as const;
const mostLines = 2000;

export type DraftPlanInput = ActInput & Readonly<Record<string, unknown>>;

const emptyFacts = {
  state: 'DRAFT',
  authorIds: [],
  lines: 0,
  hasParent: false,
  parentApproved: false,
  sumsToParent: false,
  anotherApproved: false,
  from: '9999-12-31',
  to: '9999-12-31',
  reasonGiven: true,
} as const;

/** Drafts a plan of a year, quarter or month (R3.7): its sums are those of its lines, never typed. */
export const draftPlan: Command<DraftPlanInput, { readonly id: string }> = {
  name: 'draftPlan',
  permission: { subject: 'salesPlan', action: 'CREATE' },
  async run(work, { idempotencyKey: _, lines, ...input }) {
    const given = { tolerance: 0, ...input };
    const { row, problems } = checkFields(kindNamed('SalesPlan'), given, {
      fields: planFields,
      partial: true,
    });
    const type = row.periodType as PlanPeriod | undefined;
    const span = type ? spanOf(type, String(row.period ?? '')) : null;
    if (!type) problems.push({ path: 'periodType', message: 'input.required' });
    else if (!span) problems.push({ path: 'period', message: 'plan.badPeriod' });
    problems.push(...(await unseenMentions(work, 'SalesPlan', row)));
    if (problems.length > 0 || !type || !span) throw badInput(...problems);
    await checkParent(work, row.parentId, span);
    const cleared = await clear(work, planMachine, null, 'draftPlan', null, emptyFacts);
    const rows = await checkedLines(work, lines);
    const plan: RecordRow = {
      ...row,
      name: row.name ?? String(row.period),
      planVersion: 1,
      state: 'DRAFT',
      stateSince: work.now.toISOString(),
      ownerId: work.actor.staffId,
      dueAt: `${planDueOn(type, span)}T15:59:59.000Z`,
      ...planSums(rows),
    };
    const right = { subject: 'salesPlan', action: 'CREATE' } as const;
    if (!(await work.reaches(right, 'SalesPlan', { ...plan, id: '0' })))
      throw ruleViolation('rule.outsideOwnScope', null);
    const id = await work.insert('SalesPlan', plan);
    for (const line of rows) await work.insert('SalesPlanLine', { ...line, planId: id });
    await logStep(work, planMachine, id, null, cleared, null);
    return { id };
  },
};

async function checkParent(work: Work, parentId: unknown, span: { from: string; to: string }): Promise<void> {
  if (parentId == null) return;
  const parent = (await work.sees('SalesPlan', String(parentId)))
    ? await work.peek('SalesPlan', String(parentId))
    : null;
  const parentSpan = parent ? spanOf(parent.periodType as PlanPeriod, String(parent.period)) : null;
  if (!parentSpan) throw badInput({ path: 'parentId', message: 'input.noSuchRecord' });
  if (!liesWithin(span, parentSpan)) throw badInput({ path: 'period', message: 'plan.outsideParent' });
}

async function checkedLines(work: Work, given: unknown): Promise<RecordRow[]> {
  const list = Array.isArray(given) ? (given as Readonly<Record<string, unknown>>[]) : [];
  if (list.length > mostLines)
    throw badInput({ path: 'lines', message: 'input.tooManyLines', values: { max: mostLines } });
  const rows: RecordRow[] = [];
  const bad: FieldProblem[] = [];
  for (const [at, line] of list.entries()) {
    const path = `lines.${at}.`;
    const complete = { amount: '0', quantity: '0', collection: '0', cost: '0', ...line };
    const { row, problems } = checkFields(kindNamed('SalesPlanLine'), complete, {
      fields: planLineFields,
      partial: true,
      path,
    });
    rows.push(row);
    bad.push(...problems, ...(await unseenMentions(work, 'SalesPlanLine', row, path)));
  }
  if (bad.length > 0) throw badInput(...bad);
  return rows;
}

function planSums(rows: readonly RecordRow[]): RecordRow {
  return Object.fromEntries(
    measures.map((measure) => [
      measure,
      rows.reduce((sum, row) => sum.plus(String(row[measure] ?? 0)), new Decimal(0)).toString(),
    ]),
  );
}

/** States in which the lines of a plan may be written. */
const open: ReadonlySet<unknown> = new Set(['DRAFT', 'RETURNED', 'REVISION']);

/** Changes a plan that is not submitted; lines, where given, replace those that it has. */
export const updatePlan: Command<StepInput, StepOutcome> = {
  name: 'updatePlan',
  permission: { subject: 'salesPlan', action: 'UPDATE' },
  targets: ({ id, expectedVersion }) => [{ kind: 'SalesPlan', id: String(id), expectedVersion }],
  async run(work, { idempotencyKey: _, id, expectedVersion: __, lines, ...input }) {
    const before = (await work.load('SalesPlan', String(id))) ?? {};
    if (!open.has(before.state)) throw ruleViolation('plan.locked', 'D4');
    const { row, problems } = checkFields(kindNamed('SalesPlan'), input, {
      fields: ['name', 'tolerance', 'reason'],
      partial: true,
    });
    if (problems.length > 0) throw badInput(...problems);
    if (lines === undefined) {
      await work.update('SalesPlan', String(id), row);
      return { id: String(id), told: [] };
    }
    const rows = await checkedLines(work, lines);
    for (const line of await work.find('SalesPlanLine', { planId: String(id) }))
      await work.remove('SalesPlanLine', String(line.id));
    for (const line of rows) await work.insert('SalesPlanLine', { ...line, planId: String(id) });
    await work.update('SalesPlan', String(id), { ...row, ...planSums(rows) });
    return { id: String(id), told: [] };
  },
};

/** Begins a new version of an approved or running plan, with a reason and the lines as they stand (D4). */
export const revisePlan: Command<StepInput, { readonly id: string }> = {
  name: 'revisePlan',
  permission: { subject: 'salesPlan', action: 'UPDATE' },
  targets: ({ id, expectedVersion }) => [{ kind: 'SalesPlan', id: String(id), expectedVersion }],
  async run(work, { id, reason: given }) {
    const reason = cleanReason(given, 'reason');
    const plan = (await work.load('SalesPlan', String(id))) ?? {};
    if (plan.state !== 'APPROVED' && plan.state !== 'IN_EXECUTION')
      throw ruleViolation('plan.notRevisable', 'D4');
    const cleared = await clear(work, planMachine, null, 'revisePlan', null, emptyFacts);
    const {
      id: _,
      version: __,
      createdAt: ___,
      updatedAt: ____,
      approvedAt: _____,
      submittedAt: ______,
      ...kept
    } = plan;
    const revision = await work.insert('SalesPlan', {
      ...kept,
      planVersion: Number(plan.planVersion) + 1,
      state: 'REVISION',
      stateSince: work.now.toISOString(),
      ownerId: work.actor.staffId,
      previousId: String(id),
      reason,
    });
    for (const line of await work.find('SalesPlanLine', { planId: String(id) })) {
      const { id: _id, version: _version, createdAt: _created, updatedAt: _updated, ...row } = line;
      await work.insert('SalesPlanLine', { ...row, planId: revision });
    }
    await logStep(work, planMachine, revision, null, cleared, reason);
    return { id: revision };
  },
};
