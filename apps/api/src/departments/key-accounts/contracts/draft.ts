import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { addDays } from '@kehu/domain/text/dates';
import type { ActInput, Command, Work } from '../../../commands/command.js';
import { badInput, type FieldProblem, ruleViolation } from '../../../commands/errors.js';
import { checkFields } from '../../../commands/validate.js';
import { takeFilesOf } from '../../../files/attach.js';
import type { RecordRow } from '../../../records/encode.js';
import type { StepInput, StepOutcome } from '../../../workflow/act.js';
import { clear } from '../../../workflow/clear.js';
import { numberOfDay, today } from '../accounts/house-rules.js';
import { mostLines, usualTaxRate } from '../orders/lines.js';
import { contractMachine } from './machine.js';

/** What people write into a contract; its number is given by the house where they write none. */
export const contractFields = [
  'no',
  'name',
  'solicitation',
  'startsOn',
  'endsOn',
  'amount',
  'paymentDays',
  'taxMode',
  'terms',
  'renewalDays',
  'signedOn',
] as const;
export const priceFields = ['product', 'unitPrice', 'unit', 'taxRate'] as const;

export type DraftInput = ActInput & Readonly<Record<string, unknown>>;

const emptyFacts = {
  state: 'DRAFT',
  authorIds: [],
  papers: 0,
  withinLimit: true,
  renewed: false,
  reasonGiven: false,
} as const;

/** Terms that hold where a contract says nothing else. */
const usualTerms = { paymentDays: 0, taxMode: 'INCLUDED', renewalDays: 60 } as const;

async function contractProblems(
  work: Work,
  row: RecordRow,
  customerId: string,
  id: string | null,
): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = [];
  if (row.startsOn != null && row.endsOn != null && String(row.endsOn) < String(row.startsOn))
    problems.push({ path: 'endsOn', message: 'contract.endsBeforeItStarts' });
  if (row.no != null) {
    const same = await work.find('Contract', { no: String(row.no) });
    if (same.some((other) => String(other.id) !== id))
      problems.push({ path: 'no', message: 'input.duplicate' });
  }
  if (row.solicitationId != null) {
    const of = await work.peek('Solicitation', String(row.solicitationId));
    const fits = of !== null && (of.customerId == null || String(of.customerId) === customerId);
    if (!fits || !(await work.sees('Solicitation', String(row.solicitationId))))
      problems.push({ path: 'solicitationId', message: 'input.noSuchRecord' });
  }
  return problems;
}

/** Prices that the contract settles, each product once; unit and tax are the product's where left out. */
async function checkedPrices(work: Work, given: unknown): Promise<RecordRow[]> {
  const list = Array.isArray(given) ? (given as Readonly<Record<string, unknown>>[]) : [];
  if (list.length > mostLines)
    throw badInput({ path: 'prices', message: 'input.tooManyLines', values: { max: mostLines } });
  const problems: FieldProblem[] = [];
  const rows: RecordRow[] = [];
  const seen = new Set<string>();
  for (const [at, one] of list.entries()) {
    const path = `prices.${at}.`;
    const { row, problems: bad } = checkFields(kindNamed('ContractPrice'), one, {
      fields: priceFields,
      partial: true,
      path,
    });
    problems.push(...bad);
    const productId = row.productId == null ? null : String(row.productId);
    const product = productId === null ? null : await work.peek('Product', productId);
    if (!product || productId === null)
      problems.push({ path: `${path}productId`, message: 'input.noSuchRecord' });
    else if (seen.has(productId)) problems.push({ path: `${path}productId`, message: 'input.duplicate' });
    else seen.add(productId);
    if (row.unitPrice == null && bad.length === 0)
      problems.push({ path: `${path}unitPrice`, message: 'input.required' });
    rows.push({
      ...row,
      unit: row.unit ?? product?.unit ?? '',
      taxRate: row.taxRate ?? usualTaxRate,
      active: true,
    });
  }
  if (problems.length > 0) throw badInput(...problems);
  return rows;
}

async function writePrices(work: Work, contractId: string, rows: readonly RecordRow[]): Promise<void> {
  for (const row of rows) await work.insert('ContractPrice', { ...row, contractId });
}

/** Drafts a contract with its prices and papers (R3.1). */
export const draftContract: Command<DraftInput, { readonly id: string }> = {
  name: 'draftContract',
  permission: { subject: 'contract', action: 'CREATE' },
  targets: ({ customerId }) => [
    { kind: 'Customer', id: String(customerId), expectedVersion: null, reach: 'see', path: 'customerId' },
  ],
  async run(work, { idempotencyKey: _, customerId: given, prices, fileIds, ...input }) {
    const customerId = String(given);
    const { row, problems } = checkFields(kindNamed('Contract'), input, {
      fields: contractFields,
      partial: true,
    });
    for (const path of ['name', 'startsOn', 'endsOn'] as const)
      if (row[path] == null && !problems.some((one) => one.path === path))
        problems.push({ path, message: 'input.required' });
    problems.push(...(await contractProblems(work, row, customerId, null)));
    if (problems.length > 0) throw badInput(...problems);
    await clear(work, contractMachine, null, 'draftContract', null, emptyFacts);
    const contract: RecordRow = {
      ...usualTerms,
      ...row,
      customerId,
      ownerId: work.actor.staffId,
      state: 'DRAFT',
    };
    const right = { subject: 'contract', action: 'CREATE' } as const;
    if (!(await work.reaches(right, 'Contract', { ...contract, id: '0' })))
      throw ruleViolation('rule.outsideOwnScope', null);
    const settled = await checkedPrices(work, prices);
    const no = row.no ?? (await numberOfDay(work, 'HT', 'contract'));
    const id = await work.insert('Contract', { ...contract, no });
    await writePrices(work, id, settled);
    await takeFilesOf(work, { kind: 'ContractFile', recordId: id, fileIds });
    return { id };
  },
};

/** Changes a draft or a returned contract; prices, where given, replace those that it has, files are added. */
export const updateContract: Command<StepInput, StepOutcome> = {
  name: 'updateContract',
  permission: { subject: 'contract', action: 'UPDATE' },
  targets: ({ id, expectedVersion }) => [{ kind: 'Contract', id: String(id), expectedVersion }],
  async run(work, { idempotencyKey: _, id: given, expectedVersion: __, prices, fileIds, ...input }) {
    const id = String(given);
    const before = (await work.load('Contract', id)) ?? {};
    if (before.state !== 'DRAFT' && before.state !== 'RETURNED')
      throw ruleViolation('contract.onlyDrafts', 'R3.1');
    const { row, problems } = checkFields(kindNamed('Contract'), input, {
      fields: contractFields,
      partial: true,
    });
    problems.push(...(await contractProblems(work, { ...before, ...row }, String(before.customerId), id)));
    if (problems.length > 0) throw badInput(...problems);
    await work.update('Contract', id, row);
    if (prices !== undefined && prices !== null) {
      const settled = await checkedPrices(work, prices);
      for (const price of await work.find('ContractPrice', { contractId: id }))
        await work.remove('ContractPrice', String(price.id));
      await writePrices(work, id, settled);
    }
    if ((await takeFilesOf(work, { kind: 'ContractFile', recordId: id, fileIds })) > 0)
      await work.touch('Contract', id);
    return { id, told: [] };
  },
};

/** The draft that renews a contract: from the day after it, as long and under the same terms and prices. */
export async function draftRenewal(work: Work, contract: RecordRow, given: RecordRow): Promise<string> {
  const id = String(contract.id);
  const [starts, ends] = [String(contract.startsOn), String(contract.endsOn)];
  const days = Math.round((Date.parse(ends) - Date.parse(starts)) / 86_400_000);
  const [, latest] = [addDays(ends, 1), today(work)].sort();
  const startsOn = String(given.startsOn ?? latest);
  const renewal: RecordRow = {
    name: contract.name,
    customerId: contract.customerId,
    amount: contract.amount ?? null,
    paymentDays: contract.paymentDays,
    taxMode: contract.taxMode,
    terms: contract.terms ?? null,
    renewalDays: contract.renewalDays,
    endsOn: addDays(startsOn, days),
    ...given,
    startsOn,
    ownerId: work.actor.staffId,
    state: 'DRAFT',
    previousId: id,
  };
  const problems = await contractProblems(work, renewal, String(contract.customerId), null);
  if (problems.length > 0) throw badInput(...problems);
  const no = given.no ?? (await numberOfDay(work, 'HT', 'contract'));
  const renewalId = await work.insert('Contract', { ...renewal, no });
  for (const { productId, unitPrice, unit, taxRate } of await work.find('ContractPrice', {
    contractId: id,
    active: true,
  }))
    await work.insert('ContractPrice', {
      productId,
      unitPrice,
      unit,
      taxRate,
      active: true,
      contractId: renewalId,
    });
  return renewalId;
}
