import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { dayIn } from '@kehu/domain/text/dates';
import type { ActInput, Command, Work } from '../../../commands/command.js';
import { badInput, ruleViolation } from '../../../commands/errors.js';
import { checkFields } from '../../../commands/validate.js';
import type { RecordRow } from '../../../records/encode.js';
import { logStep, type StepInput, type StepOutcome } from '../../../workflow/act.js';
import { clear, factsOf } from '../../../workflow/clear.js';
import { numberOfDay } from '../accounts/house-rules.js';
import { requireMentions } from '../mentions.js';
import { answersNow } from './accountable.js';
import { pricedLines } from './lines.js';
import { orderMachine } from './machine.js';
import { rollUpOrder } from './roll-up.js';

/** What people write into an order; what follows from account and contract is filled in. */
export const orderFields = [
  'contract',
  'dealer',
  'requiredAt',
  'promisedAt',
  'customerRef',
  'erpNo',
  'taxMode',
  'paymentDays',
  'shippingMode',
  'shipper',
  'freight',
  'country',
  'province',
  'city',
  'consignee',
  'deliveryAddress',
  'deliveryPhone',
  'remark',
] as const;

export type CreateOrderInput = ActInput & Readonly<Record<string, unknown>>;

/**
 * A new order in draft (D5 no. 1, R3.2). Contract, dealer, price, unit, tax, term, address and who is
 * responsible are filled in from account and contract where the input leaves them out.
 */
export const createOrder: Command<CreateOrderInput, { readonly id: string }> = {
  name: 'createOrder',
  permission: null,
  targets: ({ customerId }) => [
    { kind: 'Customer', id: String(customerId), expectedVersion: null, reach: 'see', path: 'customerId' },
  ],
  async run(work, { idempotencyKey: _, customerId, lines, ...input }) {
    const customer = (await work.load('Customer', String(customerId))) ?? {};
    const { row, problems } = checkFields(kindNamed('Order'), input, { fields: orderFields, partial: true });
    if (problems.length > 0) throw badInput(...problems);
    await requireMentions(work, 'Order', row);
    const contract = await contractOf(work, String(customerId), row);
    const responsibility = await answersNow(work, customer);
    if (!responsibility.active) throw ruleViolation('account.notActive', 'R3.1');
    const order: RecordRow = {
      ...row,
      customerId: String(customerId),
      contractId: contract?.id ?? null,
      ownerId: customer.ownerId ?? null,
      regionId: responsibility.regionId ?? customer.regionId ?? null,
      phase: responsibility.phase,
      responsibleId: responsibility.staffId,
      responsibleDepartmentId: responsibility.departmentId,
      taxMode: row.taxMode ?? contract?.taxMode ?? 'INCLUDED',
      paymentDays: row.paymentDays ?? contract?.paymentDays ?? 0,
      province: row.province ?? customer.province ?? null,
      city: row.city ?? customer.city ?? null,
    };
    // Whether the person may is asked of the order as it will stand.
    const draft: RecordRow = { ...order, id: '0', state: 'DRAFT' };
    const facts = await factsOf(work, orderMachine, draft);
    const cleared = await clear(work, orderMachine, null, 'createOrder', null, facts);
    if (!(await work.reaches({ subject: 'order', action: 'CREATE' }, 'Order', draft)))
      throw ruleViolation('rule.outsideOwnScope', null);
    const priced = await pricedLines(work, lines, {
      contractId: contract === null ? null : String(contract.id),
      taxIncluded: order.taxMode === 'INCLUDED',
    });
    const id = await work.insert('Order', {
      ...order,
      orderNo: await numberOfDay(work, 'DD', 'order'),
      state: 'DRAFT',
      stateSince: work.now.toISOString(),
      orderedAt: work.now.toISOString(),
      orderVersion: 1,
      returned: false,
      total: priced.total,
      taxTotal: priced.tax,
    });
    for (const line of priced.rows) await work.insert('OrderLine', { ...line, orderId: id });
    await logStep(work, orderMachine, id, null, cleared, null);
    await rollUpOrder(work, id);
    return { id };
  },
};

/** The contract that the input names, or the only one in force; an order may stand without one while it is a draft. */
async function contractOf(work: Work, customerId: string, row: RecordRow): Promise<RecordRow | null> {
  if (row.contractId != null) {
    const contract = await work.peek('Contract', String(row.contractId));
    if (
      !contract ||
      String(contract.customerId) !== customerId ||
      !(await work.sees('Contract', String(row.contractId)))
    )
      throw badInput({ path: 'contractId', message: 'input.noSuchRecord' });
    return contract;
  }
  const today = dayIn(work.context.organisation.zone, work.now);
  const inForce = (await work.find('Contract', { customerId, state: 'ACTIVE' })).filter(
    ({ startsOn, endsOn }) => String(startsOn) <= today && String(endsOn) >= today,
  );
  const [only] = inForce;
  return inForce.length === 1 && only ? only : null;
}

/** Changes a draft (D5 no. 1); lines, where given, replace those of the draft. */
export const updateOrder: Command<StepInput, StepOutcome> = {
  name: 'updateOrder',
  permission: { subject: 'order', action: 'UPDATE' },
  targets: ({ id, expectedVersion }) => [{ kind: 'Order', id: String(id), expectedVersion }],
  async run(work, { idempotencyKey: _, id, expectedVersion: __, lines, ...input }) {
    const before = (await work.load('Order', String(id))) ?? {};
    if (before.state !== 'DRAFT') throw ruleViolation('order.onlyDrafts', 'D5');
    const facts = await factsOf(work, orderMachine, before);
    await clear(work, orderMachine, null, 'createOrder', null, facts);
    const { row, problems } = checkFields(kindNamed('Order'), input, { fields: orderFields, partial: true });
    if (problems.length > 0) throw badInput(...problems);
    await requireMentions(work, 'Order', row);
    const after = { ...before, ...row };
    if (row.contractId != null) await contractOf(work, String(before.customerId), row);
    await work.update('Order', String(id), row);
    if (lines !== undefined) {
      const priced = await pricedLines(work, lines, {
        contractId: after.contractId == null ? null : String(after.contractId),
        taxIncluded: after.taxMode === 'INCLUDED',
      });
      for (const line of await work.find('OrderLine', { orderId: String(id) }))
        await work.remove('OrderLine', String(line.id));
      for (const line of priced.rows) await work.insert('OrderLine', { ...line, orderId: String(id) });
      await work.update('Order', String(id), { total: priced.total, taxTotal: priced.tax });
    }
    await rollUpOrder(work, String(id));
    return { id: String(id), told: [] };
  },
};
