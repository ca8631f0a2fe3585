import { label } from '@kehu/domain/catalogue/labels';
import { shipmentActLabel } from '@kehu/domain/key-accounts/act-labels';
import { type ActSpec, inputFields } from '../../../commands/act-schema.js';
import { catalogueTypes } from '../../../graphql/schema/catalogue-types.js';
import { scalars } from '../../../graphql/schema/kinds.js';
import { workflowSpec } from '../../../workflow/act.js';
import { complainAboutShipment } from './complain.js';
import { shipmentMachine } from './machine.js';
import { planShipment, shipmentFields } from './plan.js';
import { shipmentSteps } from './steps.js';

/** Mutations on shipments (D5). */
export function shipmentActs(): ActSpec[] {
  const { declarations } = catalogueTypes();
  declarations.input(
    'ShipmentLineInput',
    inputFields('ShipmentLine', ['orderLine', 'quantity'], ['orderLine', 'quantity']),
  );
  const line = declarations.ref('ShipmentLineInput');
  const plan = {
    command: planShipment,
    label: shipmentActLabel('planShipment'),
    input: {
      orderId: { type: () => scalars.id, required: true, label: label('订单', '訂單', 'Order') },
      ...inputFields('Shipment', shipmentFields),
      lines: {
        type: () => [line() as never],
        label: label('明细；留空即全部未发', '明細；留空即全部未出', 'Lines; everything open when left out'),
      },
    },
    returns: 'Shipment',
    answer: (outcome: unknown) => ({ recordId: (outcome as { id: string }).id }),
  } as unknown as ActSpec;
  const complain = {
    command: complainAboutShipment,
    label: shipmentActLabel('complainAboutShipment'),
    input: {
      exceptionId: { type: () => scalars.id, required: true, label: label('异常', '異常', 'Exception') },
    },
    returns: 'Complaint',
    answer: (outcome: unknown) => ({ recordId: (outcome as { id: string }).id }),
  } as unknown as ActSpec;
  return [plan, complain, ...shipmentSteps().map((act) => workflowSpec(shipmentMachine, act))];
}
