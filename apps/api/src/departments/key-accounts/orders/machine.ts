import { orderActLabel } from '@kehu/domain/key-accounts/act-labels';
import type { OrderFacts } from '@kehu/domain/key-accounts/order-facts';
import { orderGuards } from '@kehu/domain/key-accounts/order-guards';
import { type OrderState, orderState } from '@kehu/domain/key-accounts/order-vocabularies';
import { type OrderGuard, orderWorkflow } from '@kehu/domain/key-accounts/order-workflow';
import type { Machine } from '../../../workflow/machine.js';
import { orderFacts } from './facts.js';

/** The order's path, as the house runs it (dossier D5). */
export const orderMachine: Machine<OrderState, OrderGuard, OrderFacts> = {
  workflow: orderWorkflow,
  stateField: 'state',
  stateLabel: (state) => orderState.labels[state],
  actLabel: orderActLabel,
  guards: orderGuards,
  facts: orderFacts,
  steps: { kind: 'OrderStep', parent: 'order' },
  documents: ({ reviewed, planned, hasProof }) => [
    ...(reviewed.length > 0 ? ['OrderReviewItem'] : []),
    ...(planned.length > 0 ? ['OrderMilestone'] : []),
    ...(hasProof ? ['Shipment'] : []),
  ],
};
