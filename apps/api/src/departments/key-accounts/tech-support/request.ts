import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { ActInput, Command } from '../../../commands/command.js';
import { badInput, ruleViolation } from '../../../commands/errors.js';
import { checkFields } from '../../../commands/validate.js';
import type { RecordRow } from '../../../records/encode.js';
import { logStep } from '../../../workflow/act.js';
import { clear } from '../../../workflow/clear.js';
import { numberOfDay } from '../accounts/house-rules.js';
import { supportDueAt } from '../after-sales/open.js';
import { unseenMentions } from '../mentions.js';
import { techSupportMachine } from './machine.js';

export const supportFields = ['type', 'level', 'site', 'problem', 'product', 'dueAt'] as const;

export type RequestSupportInput = ActInput & Readonly<Record<string, unknown>>;

/** Asks for technical support or assurance (R3.6); the account's manager coordinates, whoever asked where there is none. */
export const requestSupport: Command<RequestSupportInput, { readonly id: string }> = {
  name: 'requestSupport',
  permission: { subject: 'techSupport', action: 'CREATE' },
  targets: ({ customerId, orderId, afterSalesCaseId }) => [
    { kind: 'Customer', id: String(customerId), expectedVersion: null, reach: 'see', path: 'customerId' },
    ...(orderId == null
      ? []
      : [
          {
            kind: 'Order',
            id: String(orderId),
            expectedVersion: null,
            reach: 'see' as const,
            path: 'orderId',
          },
        ]),
    ...(afterSalesCaseId == null
      ? []
      : [
          {
            kind: 'AfterSalesCase',
            id: String(afterSalesCaseId),
            expectedVersion: null,
            reach: 'see' as const,
            path: 'afterSalesCaseId',
          },
        ]),
  ],
  async run(work, { idempotencyKey: _, customerId, orderId, afterSalesCaseId, ...input }) {
    const { row, problems } = checkFields(kindNamed('TechSupportRequest'), input, {
      fields: supportFields,
      partial: true,
    });
    for (const path of ['type', 'level', 'problem'] as const)
      if (row[path] == null) problems.push({ path, message: 'input.required' });
    problems.push(...(await unseenMentions(work, 'TechSupportRequest', row)));
    if (problems.length > 0) throw badInput(...problems);
    const cleared = await clear(work, techSupportMachine, null, 'requestSupport', null, {
      state: 'REQUESTED',
      engineerId: null,
      hasEngineer: false,
      hasSolution: false,
      hasSignature: false,
      reasonGiven: false,
    });
    const customer = (await work.load('Customer', String(customerId))) ?? {};
    const [account] = await work.find('KeyAccount', { customerId: String(customerId) });
    const { zone } = work.context.organisation;
    const record: RecordRow = {
      ...row,
      no: await numberOfDay(work, 'JS', 'support'),
      state: 'REQUESTED',
      stateSince: work.now.toISOString(),
      customerId: String(customer.id),
      orderId: orderId == null ? null : String(orderId),
      afterSalesCaseId: afterSalesCaseId == null ? null : String(afterSalesCaseId),
      coordinatorId: account?.managerId ?? customer.ownerId ?? work.actor.staffId,
      requestedAt: work.now.toISOString(),
      responseDueAt: supportDueAt(zone, work.now, row.level),
    };
    const right = { subject: 'techSupport', action: 'CREATE' } as const;
    if (!(await work.reaches(right, 'TechSupportRequest', { ...record, id: '0' })))
      throw ruleViolation('rule.outsideOwnScope', null);
    const id = await work.insert('TechSupportRequest', record);
    await logStep(work, techSupportMachine, id, null, cleared, null);
    return { id };
  },
};
