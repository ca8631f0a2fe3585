import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { label } from '@kehu/domain/catalogue/labels';
import { Decimal } from 'decimal.js';
import { GraphQLString } from 'graphql';
import { inputFields, reasonField } from '../../../commands/act-schema.js';
import type { Work } from '../../../commands/command.js';
import { badInput, ruleViolation } from '../../../commands/errors.js';
import { cleanReason } from '../../../commands/reason.js';
import { checkRow } from '../../../commands/validate.js';
import type { FieldSpecs } from '../../../graphql/schema/declare.js';
import type { RecordRow } from '../../../records/encode.js';
import type { StepInput } from '../../../workflow/act.js';
import { fieldsOf, hasReason } from '../../../workflow/step-input.js';
import { pricedLines, sums, withAmounts } from './lines.js';
import { tellCustomerOf } from './notices.js';
import { rollUpOrder } from './roll-up.js';
import type { OrderAct } from './steps.js';

/** What a change may touch of the order itself. */
const changeable = [
  'requiredAt',
  'promisedAt',
  'paymentDays',
  'consignee',
  'deliveryAddress',
  'remark',
] as const;

interface LineChange {
  /** Null: a new line. */
  readonly lineId: string | null;
  readonly removed: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * A change of an order under way (D5): a new version with the lines before and after, which waits for the
 * customer. Accepted it is reviewed anew; refused, the order stands as it was before.
 */
export function orderChanges(lineChange: FieldSpecs): OrderAct[] {
  return [
    {
      name: 'changeOrder',
      input: { ...inputFields('Order', changeable), ...lineChange, ...reasonField(true) },
      given: (_work, input) => hasReason(input),
      async write(work, input, row) {
        const reason = cleanReason(input.reason, 'reason');
        const id = String(row.id);
        const changes = fieldsOf('Order', input, changeable);
        const before = await snapshot(work, id, row);
        const after = await changeLines(work, id, row, linesOf(input));
        const totals = sums(after);
        const orderVersion = Number(row.orderVersion ?? 1) + 1;
        await work.update('Order', id, {
          ...changes,
          total: totals.total,
          taxTotal: totals.tax,
          orderVersion,
        });
        await rollUpOrder(work, id);
        await work.insert('OrderChange', {
          orderId: id,
          orderVersion,
          reason,
          before,
          after: await snapshot(work, id, { ...row, ...changes }),
          totalBefore: row.total ?? '0',
          totalAfter: totals.total,
          byId: work.actor.staffId,
          at: work.now.toISOString(),
        });
        return { note: reason, changes: { heldFrom: row.state ?? null } };
      },
    },
    {
      name: 'confirmOrderChange',
      input: {
        customerAnswer: {
          type: () => GraphQLString,
          required: true,
          label: label(
            '客户答复：ACCEPTED 或 REFUSED',
            '客戶答覆：ACCEPTED 或 REFUSED',
            'ACCEPTED or REFUSED',
          ),
        },
        ...inputFields('CustomerNotice', ['mode', 'content'], ['mode']),
      },
      outcome: ({ customerAnswer }) => String(customerAnswer),
      given: (_work, { customerAnswer }) => ({
        customerAnswered: customerAnswer === 'ACCEPTED' || customerAnswer === 'REFUSED',
      }),
      async write(work, input, row) {
        const id = String(row.id);
        await tellCustomerOf(work, id, 'CHANGE', input);
        const [change] = await work.find('OrderChange', {
          orderId: id,
          orderVersion: Number(row.orderVersion),
        });
        if (!change) throw new Error(`Order ${id} waits for a change that is not on record.`);
        const answered = { customerConfirmedAt: work.now.toISOString(), confirmedById: work.actor.staffId };
        await work.update('OrderChange', String(change.id), answered);
        if (input.customerAnswer === 'ACCEPTED') return { changes: { heldFrom: null } };
        await restore(work, id, change.before as Snapshot);
        await rollUpOrder(work, id);
        return { changes: { heldFrom: null } };
      },
    },
  ];
}

/** What a version of an order was, as far as a change may touch it. */
interface Snapshot {
  readonly order: RecordRow;
  readonly lines: readonly RecordRow[];
}

const lineColumns = [
  'id',
  'lineNo',
  'productId',
  'quantity',
  'unitPrice',
  'discount',
  'amount',
  'taxRate',
  'taxAmount',
  'spec',
  'grade',
  'unit',
  'tolerance',
  'priceBasis',
  'removed',
] as const;

async function snapshot(work: Work, id: string, row: RecordRow): Promise<Snapshot> {
  const lines = await work.find('OrderLine', { orderId: id });
  return {
    order: Object.fromEntries(
      [
        ...changeable.filter((name) => name !== 'deliveryAddress' && name !== 'consignee'),
        'total',
        'taxTotal',
      ].map((name) => [name, row[name] ?? null]),
    ),
    lines: lines.map((line) => Object.fromEntries(lineColumns.map((name) => [name, line[name] ?? null]))),
  };
}

async function restore(work: Work, id: string, { order, lines }: Snapshot): Promise<void> {
  const known = new Set(lines.map((line) => String(line.id)));
  for (const line of await work.find('OrderLine', { orderId: id }))
    if (!known.has(String(line.id))) await work.update('OrderLine', String(line.id), { removed: true });
  for (const { id: lineId, ...line } of lines) await work.update('OrderLine', String(lineId), line);
  await work.update('Order', id, order);
}

function linesOf(input: StepInput): readonly LineChange[] {
  const given = Array.isArray(input.lines) ? (input.lines as Readonly<Record<string, unknown>>[]) : [];
  return given.map(({ lineId, removed, ...fields }) => ({
    lineId: lineId == null ? null : String(lineId),
    removed: removed === true,
    fields,
  }));
}

/** Applies the changes of lines: never below what was shipped (0 ≤ returned ≤ shipped ≤ ordered). */
async function changeLines(
  work: Work,
  id: string,
  order: RecordRow,
  changes: readonly LineChange[],
): Promise<readonly RecordRow[]> {
  const taxIncluded = order.taxMode !== 'EXCLUDED';
  const lines = await work.find('OrderLine', { orderId: id });
  for (const [at, { lineId, removed, fields }] of changes.entries()) {
    if (lineId === null) continue;
    const line = lines.find((one) => String(one.id) === lineId);
    if (!line) throw badInput({ path: `lines.${at}.lineId`, message: 'input.noSuchRecord' });
    const shipped = new Decimal(String(line.shippedQuantity ?? 0));
    const row = checkRow(kindNamed('OrderLine'), fields, {
      fields: ['quantity', 'unitPrice', 'discount', 'spec', 'grade', 'tolerance', 'taxRate', 'unit'],
      partial: true,
      path: `lines.${at}.`,
    });
    const quantity = new Decimal(String(row.quantity ?? line.quantity));
    if (removed ? shipped.gt(0) : quantity.lt(shipped)) throw ruleViolation('order.lineShipped', 'D5');
    if (quantity.lte(0)) throw badInput({ path: `lines.${at}.quantity`, message: 'input.notPositive' });
    await work.update('OrderLine', lineId, { ...withAmounts({ ...line, ...row }, taxIncluded), removed });
  }
  const added = changes.filter(({ lineId }) => lineId === null).map(({ fields }) => fields);
  if (added.length > 0) {
    const contractId = order.contractId == null ? null : String(order.contractId);
    const priced = await pricedLines(work, added, { contractId, taxIncluded });
    const last = Math.max(0, ...lines.map(({ lineNo }) => Number(lineNo)));
    for (const [at, row] of priced.rows.entries())
      await work.insert('OrderLine', { ...row, lineNo: last + at + 1, orderId: id });
  }
  return work.find('OrderLine', { orderId: id });
}
