import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { ApprovalFacts } from '@kehu/domain/key-accounts/approval-guards';
import type { ApprovalGuard } from '@kehu/domain/key-accounts/approval-workflows';
import type { ExpenseState } from '@kehu/domain/key-accounts/cost';
import { Decimal } from 'decimal.js';
import { holdersOf } from '../../../access/role-holders.js';
import { inputFields, reasonField } from '../../../commands/act-schema.js';
import type { ActInput, Command, Work } from '../../../commands/command.js';
import { badInput, ruleViolation } from '../../../commands/errors.js';
import { cleanReason } from '../../../commands/reason.js';
import { checkFields, checkRow } from '../../../commands/validate.js';
import { fileIdsField, takeFilesOf } from '../../../files/attach.js';
import type { Told } from '../../../notify/notify.js';
import type { RecordRow } from '../../../records/encode.js';
import type { StepInput, WorkflowAct } from '../../../workflow/act.js';
import { clear } from '../../../workflow/clear.js';
import { hasReason, reasonOf } from '../../../workflow/step-input.js';
import { numberOfDay, tell, today } from '../accounts/house-rules.js';
import { decisionFields, decisionOf, headsOf, nothingYet } from '../approving.js';
import { placeProblems, writeCost } from './entry.js';
import { expenseMachine } from './machine.js';

type ExpenseAct = WorkflowAct<ExpenseState, ApprovalGuard, ApprovalFacts>;

export const expenseFields = [
  'kind',
  'purpose',
  'requested',
  'keyAccount',
  'solicitation',
  'allocation',
] as const;
const create = { subject: 'expense', action: 'CREATE' } as const;

type ExpenseMessage =
  | 'expense.toDecide'
  | 'expense.again'
  | 'expense.approved'
  | 'expense.declined'
  | 'expense.toSettle'
  | 'expense.settled';
const done: readonly ExpenseMessage[] = ['expense.approved', 'expense.declined', 'expense.settled'];

function tellOf(
  work: Work,
  row: RecordRow,
  to: readonly unknown[],
  message: ExpenseMessage,
  reason: string | null = null,
): Promise<readonly Told[]> {
  return tell(work, {
    to,
    message,
    content: reason === null ? {} : { reason },
    kind: 'ExpenseClaim',
    recordId: String(row.id),
    no: String(row.no),
    weight: done.includes(message) ? 'INFO' : 'TODO',
  });
}

function positive(amount: unknown, path: string): void {
  if (amount == null) throw badInput({ path, message: 'input.required' });
  if (new Decimal(String(amount)).lte(0)) throw badInput({ path, message: 'input.notPositive' });
}

export type RequestExpenseInput = ActInput & Readonly<Record<string, unknown>>;

/** Applies for an expense before it is made 费用申请 (R3.4). */
export const requestExpense: Command<RequestExpenseInput, { readonly id: string }> = {
  name: 'requestExpense',
  permission: create,
  async run(work, { idempotencyKey: _, ...input }) {
    const { row, problems } = checkFields(kindNamed('ExpenseClaim'), input, {
      fields: expenseFields,
      partial: true,
    });
    for (const name of ['kind', 'purpose', 'requested'])
      if (row[name] == null && !problems.some(({ path }) => path === name))
        problems.push({ path: name, message: 'input.required' });
    problems.push(...(await placeProblems(work, row)));
    if (problems.length > 0) throw badInput(...problems);
    positive(row.requested, 'requested');
    await clear(work, expenseMachine, null, 'requestExpense', null, nothingYet);
    const claim: RecordRow = {
      ...row,
      state: 'REQUESTED',
      byId: work.actor.staffId,
      at: work.now.toISOString(),
    };
    if (!(await work.reaches(create, 'ExpenseClaim', { ...claim, id: '0' })))
      throw ruleViolation('rule.outsideOwnScope', null);
    const no = await numberOfDay(work, 'FY', 'expense');
    const id = await work.insert('ExpenseClaim', { ...claim, no });
    await tellOf(work, { id, no }, await headsOf(work, work.actor.staffId), 'expense.toDecide');
    return { id };
  },
};

/** What is settled costs the account, the solicitation and the budget that the expense was for. */
async function settle(work: Work, row: RecordRow, input: StepInput, settled: string): Promise<void> {
  const given = {
    ...(input.period === undefined ? {} : { period: input.period }),
    ...(input.description === undefined ? {} : { description: input.description }),
  };
  const entry = checkRow(kindNamed('CostEntry'), given, { fields: ['period', 'description'], partial: true });
  const account = row.keyAccountId == null ? null : await work.peek('KeyAccount', String(row.keyAccountId));
  await writeCost(work, {
    kind: row.kind,
    period: entry.period ?? today(work).slice(0, 7),
    description: entry.description ?? [...`${row.no} ${row.purpose}`].slice(0, 300).join(''),
    amount: settled,
    keyAccountId: row.keyAccountId ?? null,
    solicitationId: row.solicitationId ?? null,
    allocationId: row.allocationId ?? null,
    regionId: account?.regionId ?? null,
    expenseId: row.id,
    ownerId: row.byId,
  });
}

/** The amount that finance settles; without one, what was approved. */
function settledOf(input: StepInput, row: RecordRow): string {
  const { settled } = checkRow(
    kindNamed('ExpenseClaim'),
    input.settled === undefined ? {} : { settled: input.settled },
    { fields: ['settled'], partial: true },
  );
  const amount = settled ?? row.requested;
  positive(amount, 'settled');
  return String(amount);
}

/** The acts of an expense's path (R3.4), in their order. */
export function expenseSteps(): ExpenseAct[] {
  return [
    {
      name: 'decideExpense',
      input: decisionFields('PASS / DECLINE'),
      outcome: decisionOf,
      given: (_work, input) => hasReason(input),
      async write(work, input, row, { transition }) {
        const decision = reasonOf(input);
        const approved = transition.to === 'APPROVED';
        return {
          changes: { decision, decidedById: work.actor.staffId, decidedAt: work.now.toISOString() },
          told: await tellOf(
            work,
            row,
            [row.byId],
            approved ? 'expense.approved' : 'expense.declined',
            approved ? null : decision,
          ),
        };
      },
    },
    {
      name: 'claimExpense',
      input: fileIdsField,
      given: (_work, { fileIds }) =>
        Array.isArray(fileIds) && fileIds.length > 0 ? { papers: fileIds.length } : {},
      async write(work, input, row) {
        await takeFilesOf(work, { kind: 'ExpenseFile', recordId: String(row.id), fileIds: input.fileIds });
        return { told: await tellOf(work, row, await holdersOf(work, ['FINANCE']), 'expense.toSettle') };
      },
    },
    {
      // More than was approved was spent: the reason and the new amount go through the approval again (R3.4).
      name: 'reapplyExpense',
      input: { ...inputFields('ExpenseClaim', ['requested'], ['requested']), ...reasonField(true) },
      given: (_work, input) => hasReason(input),
      async write(work, input, row) {
        const reason = cleanReason(input.reason, 'reason');
        const { requested } = checkRow(
          kindNamed('ExpenseClaim'),
          { requested: input.requested },
          { fields: ['requested'], partial: true },
        );
        positive(requested, 'requested');
        work.reason(reason);
        const to = row.decidedById == null ? await headsOf(work, row.byId) : [row.decidedById];
        return {
          changes: { requested, decidedById: null, decidedAt: null, decision: null },
          told: await tellOf(work, row, to, 'expense.again', reason),
        };
      },
    },
    {
      name: 'settleExpense',
      input: {
        ...inputFields('ExpenseClaim', ['settled']),
        ...inputFields('CostEntry', ['period', 'description']),
      },
      given: (_work, input, row) => ({
        withinApproval: new Decimal(settledOf(input, row)).lte(String(row.requested)),
      }),
      async write(work, input, row) {
        const settled = settledOf(input, row);
        await settle(work, row, input, settled);
        return {
          changes: { settled, settledById: work.actor.staffId, settledAt: work.now.toISOString() },
          told: await tellOf(work, row, [row.byId], 'expense.settled'),
        };
      },
    },
    {
      name: 'withdrawExpense',
      input: reasonField(false),
      async write(work, input) {
        work.reason(reasonOf(input));
        return {};
      },
    },
  ];
}
