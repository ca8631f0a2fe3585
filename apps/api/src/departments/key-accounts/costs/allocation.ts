import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { Decimal } from 'decimal.js';
import type { ActInput, Command, Work } from '../../../commands/command.js';
import { badInput, forbidden, ruleViolation } from '../../../commands/errors.js';
import { checkFields, checkRow } from '../../../commands/validate.js';
import type { RecordRow } from '../../../records/encode.js';
import type { StepInput, StepOutcome } from '../../../workflow/act.js';

export const allocationFields = [
  'name',
  'kind',
  'period',
  'keyAccount',
  'region',
  'owner',
  'planned',
  'note',
] as const;
const rights = ['CREATE', 'UPDATE', 'APPROVE'] as const;

/** Managers allocate what they answer for, leaders what lies in their department or region. */
async function requireReach(work: Work, row: RecordRow): Promise<void> {
  for (const action of rights)
    if (await work.reaches({ subject: 'resourceCost', action }, 'ResourceAllocation', row)) return;
  throw forbidden();
}

export type AllocateInput = ActInput & Readonly<Record<string, unknown>>;

/** Allocates a budget to an account or a region for a month (R3.4). */
export const allocateResource: Command<AllocateInput, { readonly id: string }> = {
  name: 'allocateResource',
  permission: null,
  async run(work, { idempotencyKey: _, ...input }) {
    const { row, problems } = checkFields(kindNamed('ResourceAllocation'), input, {
      fields: allocationFields,
      partial: true,
    });
    for (const name of ['name', 'kind', 'period', 'planned'])
      if (row[name] == null && !problems.some(({ path }) => path === name))
        problems.push({ path: name, message: 'input.required' });
    for (const [property, kind] of [
      ['keyAccountId', 'KeyAccount'],
      ['regionId', 'Region'],
      ['ownerId', 'Staff'],
    ] as const)
      if (row[property] != null && !(await work.sees(kind, String(row[property]))))
        problems.push({ path: property, message: 'input.noSuchRecord' });
    if (row.keyAccountId == null && row.regionId == null)
      problems.push({ path: 'keyAccountId', message: 'cost.onePlace' });
    const account = row.keyAccountId == null ? null : await work.peek('KeyAccount', String(row.keyAccountId));
    const allocation: RecordRow = {
      regionId: account?.regionId ?? null,
      ownerId: account?.managerId ?? work.actor.staffId,
      ...row,
      used: '0',
    };
    await requireReach(work, { ...allocation, id: '0' });
    if (problems.length > 0) throw badInput(...problems);
    return { id: await work.insert('ResourceAllocation', allocation) };
  },
};

/** Changes a budget; never below what was used of it. */
export const updateAllocation: Command<StepInput, StepOutcome> = {
  name: 'updateAllocation',
  permission: null,
  targets: ({ id, expectedVersion }) => [{ kind: 'ResourceAllocation', id: String(id), expectedVersion }],
  async run(work, { idempotencyKey: _, id, expectedVersion: __, ...input }) {
    const before = (await work.load('ResourceAllocation', String(id))) ?? {};
    await requireReach(work, before);
    const row = checkRow(kindNamed('ResourceAllocation'), input, {
      fields: ['name', 'planned', 'note'],
      partial: true,
    });
    const used = new Decimal(String(before.used ?? 0));
    if (row.planned != null && used.gt(String(row.planned)))
      throw ruleViolation('cost.belowUsed', 'R3.4', { used: used.toFixed(2) });
    await work.update('ResourceAllocation', String(id), row);
    return { id: String(id), told: [] };
  },
};
