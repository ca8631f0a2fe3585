import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { ActInput, Command } from '../../../commands/command.js';
import { badInput, ruleViolation } from '../../../commands/errors.js';
import { optionalReason } from '../../../commands/reason.js';
import { checkFields } from '../../../commands/validate.js';
import { keepHistory } from '../history.js';
import { referenceProblems, requireGradeRight } from '../rules.js';
import { customerFields, customerReferences, lifecycleProblems } from './create-customer.js';

export type UpdateCustomerInput = ActInput &
  Readonly<Record<string, unknown>> & {
    readonly id: string;
    readonly expectedVersion: number;
    readonly reason?: string | null;
  };

/**
 * Corrects a customer file. Only what is given changes; null empties a field. The file must stay within
 * what the person may work on, so that nobody moves it out of his own sight by mistake.
 */
export const updateCustomer: Command<UpdateCustomerInput, { readonly id: string }> = {
  name: 'updateCustomer',
  permission: { subject: 'customerFile', action: 'UPDATE' },
  targets: ({ id, expectedVersion }) => [{ kind: 'Customer', id: String(id), expectedVersion }],
  async run(work, { id, expectedVersion: _v, idempotencyKey: _k, reason: given, ...input }) {
    const before = (await work.load('Customer', id)) ?? {};
    const { row, problems } = checkFields(kindNamed('Customer'), input, {
      fields: customerFields,
      partial: true,
    });
    problems.push(...lifecycleProblems(row), ...(await referenceProblems(work, row, customerReferences)));
    if (problems.length > 0) throw badInput(...problems);
    const reason = optionalReason(given, 'reason');
    work.reason(reason);
    const after = { ...before, ...row };
    if (row.grade !== undefined && row.grade !== before.grade) await requireGradeRight(work, before);
    const right = { subject: 'customerFile', action: 'UPDATE' } as const;
    if (!(await work.reaches(right, 'Customer', after))) throw ruleViolation('rule.outsideOwnScope', null);
    if (row.partyType !== undefined && row.partyType !== before.partyType) {
      const other = before.partyType === 'PERSON' ? 'PersonProfile' : 'OrganisationProfile';
      if ((await work.count(other, { customerId: id })) > 0) throw ruleViolation('rule.otherProfile', null);
    }
    if (await work.update('Customer', id, row)) await keepHistory(work, id, before, row, reason);
    return { id };
  },
};
