import { shipmentActLabel } from '@kehu/domain/key-accounts/act-labels';
import { type ShipmentState, shipmentState } from '@kehu/domain/key-accounts/shipment';
import { type ShipmentFacts, shipmentGuards } from '@kehu/domain/key-accounts/shipment-guards';
import { type ShipmentGuard, shipmentWorkflow } from '@kehu/domain/key-accounts/shipment-workflow';
import type { Machine } from '../../../workflow/machine.js';
import { shipmentFacts } from './facts.js';

/** The shipment's path, as the house runs it (dossier D5). */
export const shipmentMachine: Machine<ShipmentState, ShipmentGuard, ShipmentFacts> = {
  workflow: shipmentWorkflow,
  stateField: 'state',
  stateLabel: (state) => shipmentState.labels[state],
  actLabel: shipmentActLabel,
  guards: shipmentGuards,
  facts: shipmentFacts,
  steps: { kind: 'ShipmentStep', parent: 'shipment' },
  documents: () => [],
};
