import type { Guard } from '../workflow/guard.js';
import { answersFor } from './accountability.js';
import type { OrderFacts } from './order-facts.js';
import type { OrderGuardMessageKey } from './order-guard-messages.js';
import { reviewItemKind } from './order-vocabularies.js';
import type { OrderGuard } from './order-workflow.js';

const notMetExcept = ({ notMet, approved }: OrderFacts): readonly string[] =>
  notMet.filter(
    (item) =>
      !(item === 'CREDIT' && approved.includes('CREDIT_RELEASE')) &&
      !(item === 'PRICE' && approved.includes('SPECIAL_PRICE')),
  );

/** Every guard that the table of orders names (dossier D5, B7). */
export const orderGuards: Readonly<Record<OrderGuard, Guard<OrderFacts, OrderGuardMessageKey>>> = {
  accountable: {
    article: 'R3.2',
    message: 'orderGuard.accountable',
    holds: ({ phase, actorRoles }) => answersFor('ORDER', phase, actorRoles),
  },
  hasLines: { article: 'D5', message: 'orderGuard.hasLines', holds: ({ lines }) => lines > 0 },
  contractInForce: {
    article: 'D5',
    message: 'orderGuard.contractInForce',
    holds: ({ hasContract, contractInForce, contractRequired }) =>
      hasContract ? contractInForce : !contractRequired,
  },
  reviewComplete: {
    article: 'D5',
    message: 'orderGuard.reviewComplete',
    asksInput: true,
    holds: ({ reviewed }) => reviewItemKind.codes.every((item) => reviewed.includes(item)),
  },
  submitterDoesNotReview: {
    article: 'B7.1',
    message: 'orderGuard.submitterDoesNotReview',
    holds: ({ actorIds, submitterIds }) => actorIds.every((id) => !submitterIds.includes(id)),
  },
  everythingMet: {
    article: 'D5',
    message: 'orderGuard.everythingMet',
    holds: (facts) => notMetExcept(facts).length === 0,
  },
  promiseGiven: {
    article: 'D5',
    message: 'orderGuard.promiseGiven',
    asksInput: true,
    holds: ({ promised }) => promised,
  },
  customerTold: {
    article: 'D5',
    message: 'orderGuard.customerTold',
    holds: ({ told }) => told.includes('CONFIRMATION'),
  },
  milestonesDated: {
    article: 'D5',
    message: 'orderGuard.milestonesDated',
    holds: ({ planned }) => planned.includes('SHIPPED') && planned.length >= 2,
  },
  slipsExplained: {
    article: 'D5',
    message: 'orderGuard.slipsExplained',
    holds: ({ unexplainedSlips }) => unexplainedSlips === 0,
  },
  noChangeOpen: { article: 'D5', message: 'orderGuard.noChangeOpen', holds: ({ changeOpen }) => !changeOpen },
  resumesWhereHeld: {
    article: 'D5',
    message: 'orderGuard.resumesWhereHeld',
    routes: true,
    holds: ({ heldFrom, target }) => heldFrom === target,
  },
  customerConfirmed: {
    article: 'D5',
    message: 'orderGuard.customerConfirmed',
    asksInput: true,
    holds: ({ customerAnswered }) => customerAnswered,
  },
  reasonGiven: {
    article: 'D5',
    message: 'orderGuard.reasonGiven',
    asksInput: true,
    holds: ({ reasonGiven }) => reasonGiven,
  },
  nothingShipped: { article: 'D5', message: 'orderGuard.nothingShipped', holds: ({ shipped }) => !shipped },
  lateCancellationApproved: {
    article: 'D5',
    message: 'orderGuard.lateCancellationApproved',
    holds: ({ shipped, approved }) => !shipped || approved.includes('LATE_CANCELLATION'),
  },
  partOnTheWay: {
    article: 'D5',
    message: 'orderGuard.partOnTheWay',
    routes: true,
    holds: ({ shipped, allShipped }) => shipped && !allShipped,
  },
  allOnTheWay: {
    article: 'D5',
    message: 'orderGuard.allOnTheWay',
    routes: true,
    holds: ({ allShipped }) => allShipped,
  },
  allSettled: {
    article: 'D5',
    message: 'orderGuard.allSettled',
    holds: ({ allSettled, openShipments }) => allSettled && openShipments === 0,
  },
  proofOnFile: { article: 'D5', message: 'orderGuard.proofOnFile', holds: ({ hasProof }) => hasProof },
  invoiced: { article: 'D5', message: 'orderGuard.invoiced', holds: ({ invoiced }) => invoiced },
  paidOrTermed: {
    article: 'D5',
    message: 'orderGuard.paidOrTermed',
    holds: ({ paidOrTermed }) => paidOrTermed,
  },
  noOpenAfterSales: {
    article: 'R3.5',
    message: 'orderGuard.noOpenAfterSales',
    holds: ({ openAfterSales }) => openAfterSales === 0,
  },
};
