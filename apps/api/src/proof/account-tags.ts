import type { Role } from '@kehu/domain/access/roles';
import type { Kind } from '@kehu/domain/catalogue/kind';

const partsOfOrders = [
  'OrderLine',
  'OrderStep',
  'OrderReviewItem',
  'OrderChange',
  'OrderMilestone',
  'OrderComment',
  'CustomerNotice',
  'OrderApproval',
];
const afterSales = ['AfterSalesCase', 'AfterSalesLine', 'AfterSalesStep'];
const support = ['TechSupportRequest', 'TechSupportStep', 'SupportFile'];
const accounts = ['KeyAccount', 'AccountAssignment', 'DecisionMaker'];

/** Records of key accounts that follow their customer. */
export const followingCustomers: readonly string[] = [
  'Order',
  ...partsOfOrders,
  ...['Shipment', 'ShipmentLine', 'ShipmentException', 'ShipmentStep', 'ShipmentFile'],
  ...['Contract', 'ContractPrice', 'ContractFile', 'CustomerVisit', 'VisitFile'],
  ...['Invoice', 'Payment', 'PaymentAllocation'],
  ...afterSales,
  ...support,
];

/** Records of key accounts that follow a person, or a region of their own. */
export const followingRegions: readonly string[] = [
  ...accounts,
  ...['PhaseHandover', 'HandoverItem', 'Solicitation', 'SolicitationStep'],
  ...['Dealer', 'DealerRebate', 'TerritoryBreach'],
  ...['SalesPlan', 'SalesPlanLine', 'SalesPlanStep'],
  ...['ResourceAllocation', 'CostEntry', 'ExpenseClaim', 'ExpenseFile'],
];

/** Rules that are no secret to whoever may read anything of their subject, whatever the right's reach. */
export const plainRules: ReadonlySet<string> = new Set(['VisitRhythm']);

const shipped: ReadonlySet<string> = new Set(['Order', ...partsOfOrders, ...accounts, ...afterSales]);
const supported: ReadonlySet<string> = new Set([...shipped, ...support]);

/**
 * What is assigned to logistics, the order that waits for shipping, and to an engineer, the one that he
 * supports: each with its account and its after-sales case. Both are another's.
 */
export function assignedAccounts(role: Role, kind: Kind): readonly 'OTHER'[] {
  const reached = role === 'LOGISTICS' ? shipped : role === 'TECH' ? supported : null;
  return reached?.has(kind.name) ? ['OTHER'] : [];
}
