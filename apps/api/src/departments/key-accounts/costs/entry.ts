import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { ActInput, Command, Work } from '../../../commands/command.js';
import { badInput, type FieldProblem, ruleViolation } from '../../../commands/errors.js';
import { checkFields } from '../../../commands/validate.js';
import type { RecordRow } from '../../../records/encode.js';

export const costFields = ['kind', 'period', 'description', 'amount'] as const;
/** What a cost may fall upon. */
export const costPlaces = ['keyAccount', 'solicitation', 'region', 'allocation'] as const;

const create = { subject: 'resourceCost', action: 'CREATE' } as const;
const kindOf: Readonly<Record<(typeof costPlaces)[number], string>> = {
  keyAccount: 'KeyAccount',
  solicitation: 'Solicitation',
  region: 'Region',
  allocation: 'ResourceAllocation',
};

/** What a cost is said to fall upon must be there and be seen. */
export async function placeProblems(work: Work, row: RecordRow): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = [];
  for (const place of costPlaces) {
    const id = row[`${place}Id`];
    if (id != null && !(await work.sees(kindOf[place], String(id))))
      problems.push({ path: `${place}Id`, message: 'input.noSuchRecord' });
  }
  return problems;
}

export type AddCostInput = ActInput & Readonly<Record<string, unknown>>;

/**
 * Puts a cost on record (R3.4) upon an account, a solicitation or a region, and within a budget where one is
 * named; what the budget has used and the solicitation has cost follow in the same transaction. A cost taken
 * back is one below zero.
 */
export const addCostEntry: Command<AddCostInput, { readonly id: string }> = {
  name: 'addCostEntry',
  permission: create,
  async run(work, { idempotencyKey: _, ...input }) {
    const { row, problems } = checkFields(kindNamed('CostEntry'), input, {
      fields: [...costFields, ...costPlaces],
      partial: true,
    });
    for (const name of costFields)
      if (row[name] == null && !problems.some(({ path }) => path === name))
        problems.push({ path: name, message: 'input.required' });
    problems.push(...(await placeProblems(work, row)));
    if (row.keyAccountId == null && row.solicitationId == null && row.regionId == null)
      problems.push({ path: 'keyAccountId', message: 'cost.onePlace' });
    if (problems.length > 0) throw badInput(...problems);
    const entry: RecordRow = { ...row, ownerId: work.actor.staffId };
    if (!(await work.reaches(create, 'CostEntry', { ...entry, id: '0' })))
      throw ruleViolation('rule.outsideOwnScope', null);
    return { id: await writeCost(work, entry) };
  },
};

/**
 * Writes a cost entry and brings the sums that stand on it up to date. Budget and solicitation are locked
 * before, in this order, so that entries at the same time are all counted.
 */
export async function writeCost(work: Work, entry: RecordRow): Promise<string> {
  const allocationId = entry.allocationId == null ? null : String(entry.allocationId);
  const solicitationId = entry.solicitationId == null ? null : String(entry.solicitationId);
  if (allocationId !== null) await work.load('ResourceAllocation', allocationId);
  if (solicitationId !== null) await work.load('Solicitation', solicitationId);
  const id = await work.insert('CostEntry', { ...entry, at: work.now.toISOString() });
  if (allocationId !== null)
    await work.update('ResourceAllocation', allocationId, {
      used: await spentOn(work, 'allocation_id', allocationId),
    });
  if (solicitationId !== null)
    await work.update('Solicitation', solicitationId, {
      cost: await spentOn(work, 'solicitation_id', solicitationId),
    });
  return id;
}

async function spentOn(work: Work, column: 'allocation_id' | 'solicitation_id', id: string): Promise<string> {
  const [row] = await work.rows<{ spent: string | null }>(
    `SELECT CAST(SUM(amount) AS CHAR) AS spent FROM cost_entry WHERE ${column} = ?`,
    [id],
  );
  return row?.spent ?? '0';
}
