import type { Role } from '../access/roles.js';
import { transitionRows } from '../workflow/rows.js';
import type { Workflow } from '../workflow/workflow.js';
import { type ShipmentState, shipmentState } from './shipment.js';

export type ShipmentGuard =
  | 'orderReady'
  | 'withinOpenQuantity'
  | 'carrierGiven'
  | 'everythingSigned'
  | 'partSigned'
  | 'reasonGiven'
  | 'resumesWhereHeld'
  | 'exceptionsResolved'
  | 'signerGiven';

const row = transitionRows<ShipmentState, ShipmentGuard>({
  rights: [{ subject: 'shipment', action: 'UPDATE' }],
  article: 'D5',
});
const logistics: readonly Role[] = ['LOGISTICS'];
/** Logistics, and whoever answers for deliveries by the phase, report what goes wrong. */
const alongside: readonly Role[] = ['LOGISTICS', 'KAM', 'OPS'];
const moving = ['DISPATCHED', 'IN_TRANSIT', 'ARRIVED'] as const satisfies readonly ShipmentState[];

/** The path of a shipment (dossier D5); an exception leaves it and comes back where it was. */
export const shipmentWorkflow: Workflow<ShipmentState, ShipmentGuard> = {
  kind: 'Shipment',
  states: shipmentState.codes,
  ended: ['CLOSED', 'CANCELLED'],
  transitions: [
    row('1', 'planShipment', {
      to: 'PLANNED',
      by: logistics,
      rights: [{ subject: 'shipment', action: 'CREATE' }],
      guards: ['orderReady', 'withinOpenQuantity'],
      writes: ['ShipmentLine'],
    }),
    row('2', 'pickShipment', { from: ['PLANNED'], to: 'PICKED', by: logistics }),
    row('3', 'dispatchShipment', {
      from: ['PLANNED', 'PICKED'],
      to: 'DISPATCHED',
      by: logistics,
      guards: ['orderReady', 'withinOpenQuantity', 'carrierGiven'],
    }),
    row('4', 'moveShipment', {
      when: { field: 'state', equals: 'IN_TRANSIT' },
      from: ['DISPATCHED'],
      to: 'IN_TRANSIT',
      by: logistics,
    }),
    row('5', 'moveShipment', {
      when: { field: 'state', equals: 'ARRIVED' },
      from: ['DISPATCHED', 'IN_TRANSIT'],
      to: 'ARRIVED',
      by: logistics,
    }),
    row('6', 'signShipment', {
      when: { field: 'result', equals: 'SIGNED' },
      from: moving,
      to: 'SIGNED',
      by: logistics,
      guards: ['everythingSigned', 'signerGiven'],
    }),
    row('7', 'signShipment', {
      when: { field: 'result', equals: 'PARTLY_SIGNED' },
      from: moving,
      to: 'PARTLY_SIGNED',
      by: logistics,
      guards: ['partSigned', 'signerGiven', 'reasonGiven'],
    }),
    row('8', 'signShipment', {
      when: { field: 'result', equals: 'REFUSED' },
      from: moving,
      to: 'REFUSED',
      by: logistics,
      guards: ['reasonGiven'],
    }),
    row('9', 'closeShipment', {
      from: ['SIGNED', 'PARTLY_SIGNED', 'REFUSED'],
      to: 'CLOSED',
      by: logistics,
      guards: ['exceptionsResolved'],
    }),
    row('10', 'reportException', {
      from: moving,
      to: 'EXCEPTION',
      by: alongside,
      writes: ['ShipmentException'],
    }),
    ...moving.map((state) =>
      row(`11-${state}`, 'resolveException', {
        from: ['EXCEPTION'],
        to: state,
        by: alongside,
        guards: ['resumesWhereHeld', 'reasonGiven'],
        writes: ['ShipmentException'],
      }),
    ),
    row('12', 'cancelShipment', {
      from: ['PLANNED', 'PICKED'],
      to: 'CANCELLED',
      by: logistics,
      guards: ['reasonGiven'],
    }),
  ],
};
