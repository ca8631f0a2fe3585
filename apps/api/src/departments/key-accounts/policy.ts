import type { Actor } from '@kehu/domain/access/actor';
import type { Action, Scope } from '@kehu/domain/access/permission';
import type { Where } from '@kehu/query/arguments';
import {
  everything,
  inRegions,
  type KindRules,
  nothing,
  type ScopeFilter,
  throughStaff,
  wholeHouse,
} from '../../access/department-policy.js';
import { customersOf } from '../customers/policy.js';

/** States in which an order is with the warehouse and the carriers (dossier D5). */
const withLogistics: readonly string[] = ['READY', 'PARTLY_SHIPPED', 'SHIPPED'];
const shipping: Where = { state: { in: withLogistics } };
const me = (actor: Actor): Where => ({ id: { eq: actor.staffId } });

/** Requests that an engineer works on, or that wait for any engineer. */
const supportOf = (actor: Actor): Where => ({
  or: [{ engineer: me(actor) }, { engineer: { id: { isNull: true } } }],
});

/** Orders that are somebody's by the work at hand: logistics ship them, engineers support them. */
function assignedOrders(actor: Actor): Where {
  const mine: Where[] = [];
  if (actor.roles.includes('LOGISTICS')) mine.push(shipping);
  if (actor.roles.includes('TECH'))
    mine.push(
      { techSupportRequests: { some: { engineer: me(actor) } } },
      { afterSalesCases: { some: { techSupportRequests: { some: { engineer: me(actor) } } } } },
    );
  const [only] = mine;
  return mine.length === 1 && only ? only : { or: mine };
}

/**
 * Orders follow their customer: whoever serves a customer sees all its orders, also those that an
 * earlier owner took. Only the region is the order's own, since a customer may order for several.
 * Assigned to logistics are the orders that wait for shipping, are partly shipped, or on their way; to an
 * engineer those that he supports.
 */
function ordersOf(scope: Scope, actor: Actor, action: Action): Where {
  if (scope === 'ALL') return customersOf(scope, actor, action);
  if (scope === 'ASSIGNED') return assignedOrders(actor);
  if (scope === 'REGION') return { region: { id: { in: actor.regionIds } } };
  return { customer: customersOf(scope, actor, action) };
}

/** Records of a customer: they follow the customer, or the person who answers for the record. */
function ofCustomer(person: string | null, assigned: (actor: Actor) => Where = () => nothing): ScopeFilter {
  return (scope, actor, action) => {
    if (scope === 'ALL') return everything;
    if (scope === 'ASSIGNED') return assigned(actor);
    const byCustomer: Where = { customer: customersOf(scope, actor, action) };
    return person === null ? byCustomer : { or: [byCustomer, throughStaff(person)(scope, actor, action)] };
  };
}

/** Records of a person and of a region: the region is the record's own. */
function ofRegion(person: string): ScopeFilter {
  return (scope, actor, action) =>
    scope === 'REGION' ? inRegions(actor) : throughStaff(person)(scope, actor, action);
}

/** Costs follow whoever answers for them, or the account that they fell upon. */
const costs: ScopeFilter = (scope, actor, action) => {
  if (scope === 'ALL') return everything;
  return {
    or: [ofRegion('owner')(scope, actor, action), { keyAccount: ofRegion('manager')(scope, actor, action) }],
  };
};

/** Rules that are no secret to whoever may read anything of their subject. */
const plainRules: ScopeFilter = () => everything;

export const keyAccountsRules: readonly KindRules[] = [
  { kind: 'Order', scopes: ordersOf },
  ...[
    'OrderLine',
    'OrderStep',
    'OrderReviewItem',
    'OrderChange',
    'OrderMilestone',
    'OrderComment',
    'CustomerNotice',
    'OrderApproval',
  ].map((kind) => ({ kind })),
  { kind: 'Product', scopes: wholeHouse },
  { kind: 'Stock', scopes: wholeHouse },
  {
    kind: 'KeyAccount',
    scopes: (scope, actor, action) =>
      scope === 'ASSIGNED'
        ? { customer: { orders: { some: assignedOrders(actor) } } }
        : ofRegion('manager')(scope, actor, action),
    fieldSubjects: { annualPotential: 'businessSecret', creditUsed: 'businessSecret' },
  },
  { kind: 'AccountAssignment' },
  { kind: 'DecisionMaker' },
  { kind: 'Solicitation', scopes: ofRegion('owner') },
  { kind: 'SolicitationStep' },
  { kind: 'Contract', scopes: ofCustomer('owner') },
  { kind: 'ContractPrice' },
  { kind: 'ContractFile' },
  { kind: 'VisitFile' },
  { kind: 'ShipmentFile' },
  { kind: 'SupportFile' },
  { kind: 'ExpenseFile' },
  {
    kind: 'CustomerVisit',
    scopes: ofCustomer('visitor'),
    fieldSubjects: { competitorInfo: 'businessSecret' },
  },
  { kind: 'VisitRhythm', scopes: plainRules },
  {
    kind: 'PhaseHandover',
    scopes: (scope, actor, action) =>
      scope === 'ALL'
        ? everything
        : {
            or: [
              throughStaff('fromManager')(scope, actor, action),
              { keyAccount: ofRegion('manager')(scope, actor, action) },
            ],
          },
  },
  { kind: 'HandoverItem' },
  {
    kind: 'Dealer',
    scopes: (scope, actor, action) =>
      scope === 'REGION' ? inRegions(actor) : throughStaff('manager')(scope, actor, action),
    fieldSubjects: { creditLimit: 'businessSecret' },
  },
  { kind: 'DealerPolicy', scopes: throughStaff('author') },
  { kind: 'DealerRebate' },
  { kind: 'TerritoryBreach' },
  {
    kind: 'Shipment',
    scopes: (scope, actor, action) =>
      scope === 'ALL' ? everything : { order: ordersOf(scope, actor, action) },
  },
  { kind: 'ShipmentLine' },
  { kind: 'ShipmentException' },
  { kind: 'ShipmentStep' },
  { kind: 'Payment', scopes: ofCustomer(null) },
  { kind: 'PaymentAllocation' },
  {
    kind: 'Invoice',
    scopes: (scope, actor, action) =>
      scope === 'ALL' ? everything : { order: ordersOf(scope, actor, action) },
  },
  { kind: 'SalesPlan', scopes: ofRegion('owner') },
  { kind: 'SalesPlanLine' },
  { kind: 'SalesPlanStep' },
  { kind: 'ResourceAllocation', scopes: costs },
  { kind: 'CostEntry', scopes: costs },
  {
    kind: 'ExpenseClaim',
    scopes: (scope, actor, action) =>
      scope === 'REGION' ? { keyAccount: inRegions(actor) } : throughStaff('by')(scope, actor, action),
  },
  { kind: 'ImprovementProposal', scopes: throughStaff('proposer') },
  {
    kind: 'AfterSalesCase',
    scopes: ofCustomer('responsible', (actor) => ({
      or: [
        { techSupportRequests: { some: supportOf(actor) } },
        ...(actor.roles.includes('LOGISTICS') ? [{ order: shipping }] : []),
      ],
    })),
  },
  { kind: 'AfterSalesLine' },
  { kind: 'AfterSalesStep' },
  { kind: 'TechSupportRequest', scopes: ofCustomer('coordinator', supportOf) },
  { kind: 'TechSupportStep' },
];
