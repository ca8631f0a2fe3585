import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { label } from '@kehu/domain/catalogue/labels';
import type { ShipmentState } from '@kehu/domain/key-accounts/shipment';
import type { ShipmentFacts } from '@kehu/domain/key-accounts/shipment-guards';
import type { ShipmentGuard } from '@kehu/domain/key-accounts/shipment-workflow';
import { Decimal } from 'decimal.js';
import { GraphQLBoolean, GraphQLString } from 'graphql';
import { inputFields, reasonField } from '../../../commands/act-schema.js';
import type { Work } from '../../../commands/command.js';
import { badInput } from '../../../commands/errors.js';
import { cleanReason } from '../../../commands/reason.js';
import { checkRow } from '../../../commands/validate.js';
import { catalogueTypes } from '../../../graphql/schema/catalogue-types.js';
import { scalars } from '../../../graphql/schema/kinds.js';
import type { StepInput, WorkflowAct } from '../../../workflow/act.js';
import { fieldsOf, hasReason, reasonOf } from '../../../workflow/step-input.js';
import { rollUpOrder } from '../orders/roll-up.js';
import { advanceOrder, moveStock, receiveGoods, shipGoods } from './effects.js';
import { linesOf } from './plan.js';

export type ShipmentAct = WorkflowAct<ShipmentState, ShipmentGuard, ShipmentFacts>;

type Received = Map<string, { readonly signed: string; readonly refused: string }>;

/** What was signed for of each line: everything, nothing, or what the input says; never more than was shipped. */
async function receivedOf(work: Work, shipmentId: string, input: StepInput): Promise<Received> {
  const given = new Map(
    (Array.isArray(input.lines) ? (input.lines as Readonly<Record<string, unknown>>[]) : []).map(
      (line, at) => [String(line.shipmentLineId), { at, signed: line.signedQuantity }],
    ),
  );
  const received: Received = new Map();
  for (const line of await linesOf(work, shipmentId)) {
    const id = String(line.id);
    const quantity = new Decimal(String(line.quantity));
    const said = given.get(id);
    const signed =
      said === undefined
        ? input.result === 'REFUSED'
          ? new Decimal(0)
          : quantity
        : new Decimal(String(said.signed ?? 'NaN'));
    if (!signed.isFinite() || signed.lt(0) || signed.gt(quantity))
      throw badInput({ path: `lines.${said?.at ?? 0}.signedQuantity`, message: 'shipmentGuard.partSigned' });
    given.delete(id);
    received.set(id, { signed: signed.toFixed(3), refused: quantity.minus(signed).toFixed(3) });
  }
  if (given.size > 0) throw badInput({ path: 'lines', message: 'input.noSuchRecord' });
  return received;
}

function howMuch(received: Received): ShipmentFacts['signed'] {
  const all = [...received.values()];
  if (all.every(({ refused }) => new Decimal(refused).isZero())) return 'ALL';
  return all.every(({ signed }) => new Decimal(signed).isZero()) ? 'NONE' : 'PART';
}

/** The acts of a shipment's path (D5), in its order. */
export function shipmentSteps(): ShipmentAct[] {
  const { declarations } = catalogueTypes();
  declarations.input('ReceivedLineInput', {
    shipmentLineId: {
      type: () => scalars.id,
      required: true,
      label: label('发运明细', '出貨明細', 'Shipment line'),
    },
    ...inputFields('ShipmentLine', ['signedQuantity'], ['signedQuantity']),
  });
  const receivedLine = declarations.ref('ReceivedLineInput');
  const codeField = (name: string, hans: string, hant: string, en: string) => ({
    [name]: { type: () => GraphQLString, required: true as const, label: label(hans, hant, en) },
  });
  const onTheRoad = ['carrier', 'waybillNo', 'eta', 'packages', 'freight'] as const;
  return [
    { name: 'pickShipment', input: {} },
    {
      name: 'dispatchShipment',
      input: inputFields('Shipment', onTheRoad),
      given: (_work, input, row) => ({ hasCarrier: (input.carrier ?? row.carrier) != null }),
      async write(work, input, row) {
        await shipGoods(work, row);
        return {
          changes: { ...fieldsOf('Shipment', input, onTheRoad), dispatchedAt: work.now.toISOString() },
        };
      },
    },
    {
      name: 'moveShipment',
      input: {
        ...codeField('state', 'IN_TRANSIT 或 ARRIVED', 'IN_TRANSIT 或 ARRIVED', 'IN_TRANSIT or ARRIVED'),
        ...inputFields('Shipment', ['eta']),
      },
      outcome: ({ state }) => String(state),
      async write(work, input) {
        const arrived = input.state === 'ARRIVED' ? { arrivedAt: work.now.toISOString() } : {};
        return { changes: { ...fieldsOf('Shipment', input, ['eta']), ...arrived } };
      },
    },
    {
      name: 'signShipment',
      input: {
        ...codeField(
          'result',
          'SIGNED、PARTLY_SIGNED 或 REFUSED',
          'SIGNED、PARTLY_SIGNED 或 REFUSED',
          'SIGNED, PARTLY_SIGNED or REFUSED',
        ),
        ...inputFields('Shipment', ['signedBy']),
        lines: {
          type: () => [receivedLine() as never],
          label: label('签收数量', '簽收數量', 'What was signed for'),
        },
        ...reasonField(false),
      },
      outcome: ({ result }) => String(result),
      given: async (work, input, row) => ({
        ...hasReason(input),
        signed: howMuch(await receivedOf(work, String(row.id), input)),
        hasSigner: input.signedBy != null,
      }),
      async write(work, input, row) {
        await receiveGoods(work, row, await receivedOf(work, String(row.id), input));
        const reason = reasonOf(input);
        return {
          note: reason,
          changes: {
            ...fieldsOf('Shipment', input, ['signedBy']),
            signedAt: work.now.toISOString(),
            refusedReason: reason,
          },
        };
      },
      after: async (work, row) => {
        await rollUpOrder(work, String(row.orderId));
        await advanceOrder(work, String(row.orderId), 'deliverOrder');
      },
    },
    {
      name: 'closeShipment',
      input: {
        restock: {
          type: () => GraphQLBoolean,
          label: label('退回货物入库', '退回貨物入庫', 'Put what came back into stock'),
        },
      },
      async write(work, input, row) {
        if (input.restock !== true) return {};
        await work.load('Order', String(row.orderId));
        for (const { orderLineId, refusedQuantity } of await linesOf(work, String(row.id))) {
          const back = new Decimal(String(refusedQuantity ?? 0));
          if (back.lte(0)) continue;
          await moveStock(work, (await work.peek('OrderLine', String(orderLineId))) ?? {}, back);
        }
        return {};
      },
    },
    {
      name: 'reportException',
      input: inputFields('ShipmentException', ['kind', 'description'], ['kind', 'description']),
      async write(work, input, row) {
        const exception = checkRow(
          kindNamed('ShipmentException'),
          { kind: input.kind, description: input.description },
          { fields: ['kind', 'description'], partial: false },
        );
        await work.insert('ShipmentException', {
          ...exception,
          shipmentId: String(row.id),
          reportedById: work.actor.staffId,
          reportedAt: work.now.toISOString(),
        });
        return { changes: { heldFrom: row.state ?? null } };
      },
    },
    {
      name: 'resolveException',
      input: reasonField(true),
      given: (_work, input) => hasReason(input),
      async write(work, input, row) {
        const resolution = cleanReason(input.reason, 'reason');
        for (const exception of await work.find('ShipmentException', {
          shipmentId: String(row.id),
          resolvedAt: null,
        }))
          await work.update('ShipmentException', String(exception.id), {
            resolution,
            resolvedById: work.actor.staffId,
            resolvedAt: work.now.toISOString(),
          });
        return { note: resolution, changes: { heldFrom: null } };
      },
    },
    {
      name: 'cancelShipment',
      input: reasonField(true),
      given: (_work, input) => hasReason(input),
      write: async (_work, input) => ({ note: cleanReason(input.reason, 'reason') }),
    },
  ];
}
