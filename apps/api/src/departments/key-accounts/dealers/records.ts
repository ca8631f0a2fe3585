import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { Decimal } from 'decimal.js';
import type { ActInput, Command } from '../../../commands/command.js';
import { badInput, ruleViolation } from '../../../commands/errors.js';
import { checkFields, checkRow } from '../../../commands/validate.js';

const create = { subject: 'dealerRules', action: 'CREATE' } as const;

export const rebateFields = ['period', 'basis', 'rate', 'amount', 'paidOn', 'remark'] as const;
export const breachFields = [
  'foundOn',
  'place',
  'product',
  'quantity',
  'amount',
  'evidence',
  'measure',
] as const;

export type OnDealer = ActInput & Readonly<Record<string, unknown>> & { readonly dealerId: string };

/**
 * Puts a rebate 返利 of a month on record (R3.7): basis times rate to the cent unless the amount is given. Said
 * again for the same month it takes the place of the earlier one, until that was paid.
 */
export const recordRebate: Command<OnDealer, { readonly id: string }> = {
  name: 'recordRebate',
  permission: create,
  targets: ({ dealerId }) => [{ kind: 'Dealer', id: String(dealerId), expectedVersion: null }],
  async run(work, { idempotencyKey: _, dealerId, ...input }) {
    const { row, problems } = checkFields(kindNamed('DealerRebate'), input, {
      fields: rebateFields,
      partial: true,
    });
    for (const name of ['period', 'basis', 'rate'])
      if (row[name] == null && !problems.some(({ path }) => path === name))
        problems.push({ path: name, message: 'input.required' });
    if (problems.length > 0) throw badInput(...problems);
    const amount =
      row.amount ??
      new Decimal(String(row.basis))
        .times(Number(row.rate))
        .toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
        .toFixed(2);
    const rebate = {
      ...row,
      amount,
      byId: work.actor.staffId,
      at: work.now.toISOString(),
    };
    const [earlier] = await work.find('DealerRebate', {
      dealerId: String(dealerId),
      period: String(row.period),
    });
    if (earlier?.paidOn != null) throw ruleViolation('dealer.rebatePaid', 'R3.7');
    if (earlier) await work.update('DealerRebate', String(earlier.id), rebate);
    else await work.insert('DealerRebate', { ...rebate, dealerId: String(dealerId) });
    return { id: String(dealerId) };
  },
};

/** Puts a breach of territory 窜货 on record, with the evidence and what was done about it (R3.7). */
export const recordTerritoryBreach: Command<OnDealer, { readonly id: string }> = {
  name: 'recordTerritoryBreach',
  permission: create,
  targets: ({ dealerId }) => [{ kind: 'Dealer', id: String(dealerId), expectedVersion: null }],
  async run(work, { idempotencyKey: _, dealerId, ...input }) {
    const row = checkRow(kindNamed('TerritoryBreach'), input, { fields: breachFields, partial: false });
    if (row.productId != null && !(await work.sees('Product', String(row.productId))))
      throw badInput({ path: 'productId', message: 'input.noSuchRecord' });
    await work.insert('TerritoryBreach', {
      ...row,
      dealerId: String(dealerId),
      byId: work.actor.staffId,
      at: work.now.toISOString(),
    });
    return { id: String(dealerId) };
  },
};
