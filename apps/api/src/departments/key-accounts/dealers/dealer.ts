import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { ActInput, Command, Work } from '../../../commands/command.js';
import { badInput, type FieldProblem, forbidden, ruleViolation } from '../../../commands/errors.js';
import { cleanReason } from '../../../commands/reason.js';
import { checkFields } from '../../../commands/validate.js';
import type { RecordRow } from '../../../records/encode.js';
import type { StepInput, StepOutcome } from '../../../workflow/act.js';
import { numberOfDay } from '../accounts/house-rules.js';

export const dealerFields = [
  'territory',
  'level',
  'region',
  'manager',
  'agreementNo',
  'agreementEndsOn',
] as const;
const create = { subject: 'dealerRules', action: 'CREATE' } as const;
const approve = { subject: 'dealerRules', action: 'APPROVE' } as const;

export type CreateDealerInput = ActInput & Readonly<Record<string, unknown>>;

/** Makes a dealer of a customer (R3.7): territory, level and agreement; whoever makes it answers for it unless named. */
export const createDealer: Command<CreateDealerInput, { readonly id: string }> = {
  name: 'createDealer',
  permission: create,
  targets: ({ customerId }) => [
    { kind: 'Customer', id: String(customerId), expectedVersion: null, reach: 'see', path: 'customerId' },
  ],
  async run(work, { idempotencyKey: _, customerId: given, ...input }) {
    const customerId = String(given);
    const { row, problems } = checkFields(kindNamed('Dealer'), input, {
      fields: ['dealerNo', ...dealerFields],
      partial: true,
    });
    for (const name of ['territory', 'level'])
      if (row[name] == null && !problems.some(({ path }) => path === name))
        problems.push({ path: name, message: 'input.required' });
    problems.push(...(await referenceProblems(work, row)));
    if ((await work.count('Dealer', { customerId })) > 0)
      problems.push({ path: 'customerId', message: 'dealer.exists' });
    if (problems.length > 0) throw badInput(...problems);
    const customer = (await work.peek('Customer', customerId)) ?? {};
    const dealer: RecordRow = {
      regionId: customer.regionId ?? null,
      managerId: work.actor.staffId,
      ...row,
      customerId,
      state: 'ACTIVE',
    };
    if (!(await work.reaches(create, 'Dealer', { ...dealer, id: '0' })))
      throw ruleViolation('rule.outsideOwnScope', null);
    const dealerNo = row.dealerNo ?? (await numberOfDay(work, 'JXS', 'dealer'));
    return { id: await work.insert('Dealer', { ...dealer, dealerNo }) };
  },
};

/** Regions and people that an input names must be there. */
async function referenceProblems(work: Work, row: RecordRow): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = [];
  for (const [property, kind] of [
    ['regionId', 'Region'],
    ['managerId', 'Staff'],
  ] as const)
    if (row[property] != null && (await work.peek(kind, String(row[property]))) === null)
      problems.push({ path: property, message: 'input.noSuchRecord' });
  return problems;
}

/** Changes a dealer's file: its manager or a head; the credit limit is a head's or the general manager's to set. */
export const updateDealer: Command<StepInput, StepOutcome> = {
  name: 'updateDealer',
  permission: null,
  targets: ({ id, expectedVersion }) => [{ kind: 'Dealer', id: String(id), expectedVersion }],
  async run(work, { idempotencyKey: _, id, expectedVersion: __, ...input }) {
    const dealer = (await work.load('Dealer', String(id))) ?? {};
    const leads = await work.reaches(approve, 'Dealer', dealer);
    if (!leads && !(await work.reaches(create, 'Dealer', dealer))) throw forbidden();
    if (dealer.state === 'ENDED') throw ruleViolation('dealer.ended', 'R3.7');
    const { row, problems } = checkFields(kindNamed('Dealer'), input, {
      fields: [...dealerFields, 'creditLimit'],
      partial: true,
    });
    problems.push(...(await referenceProblems(work, row)));
    if (problems.length > 0) throw badInput(...problems);
    if (!leads && (row.creditLimit !== undefined || row.managerId !== undefined)) throw forbidden();
    await work.update('Dealer', String(id), row);
    return { id: String(id), told: [] };
  },
};

/** An act of the company on a dealership, with its reason in the trail. */
function turning(
  name: 'suspendDealer' | 'resumeDealer' | 'endDealer',
  to: string,
  from: readonly string[],
  refusal: 'dealer.notActive' | 'dealer.notSuspended' | 'dealer.ended',
): Command<StepInput, StepOutcome> {
  return {
    name,
    permission: approve,
    targets: ({ id, expectedVersion }) => [{ kind: 'Dealer', id: String(id), expectedVersion }],
    async run(work, { id, reason }) {
      work.reason(cleanReason(reason, 'reason'));
      const dealer = (await work.load('Dealer', String(id))) ?? {};
      if (!from.includes(String(dealer.state))) throw ruleViolation(refusal, 'R3.7');
      await work.update('Dealer', String(id), { state: to });
      return { id: String(id), told: [] };
    },
  };
}

export const suspendDealer = turning('suspendDealer', 'SUSPENDED', ['ACTIVE'], 'dealer.notActive');
export const resumeDealer = turning('resumeDealer', 'ACTIVE', ['SUSPENDED'], 'dealer.notSuspended');
export const endDealer = turning('endDealer', 'ENDED', ['ACTIVE', 'SUSPENDED'], 'dealer.ended');
