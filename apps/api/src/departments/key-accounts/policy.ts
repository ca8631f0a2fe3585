import { type KindRules, nothing, wholeHouse } from '../../access/department-policy.js';
import { customersOf } from '../customers/policy.js';

/** States in which an order is with the warehouse and the carriers (dossier D5). */
const withLogistics: readonly string[] = ['READY', 'PARTLY_SHIPPED', 'SHIPPED'];

/**
 * Orders follow their customer: whoever serves a customer sees all its orders, also those that an
 * earlier owner took. Only the region is the order's own, since a customer may order for several.
 * Assigned to logistics are the orders that wait for shipping, are partly shipped, or on their way; nobody else
 * is assigned an order by itself.
 */
export const keyAccountsRules: readonly KindRules[] = [
  {
    kind: 'Order',
    scopes: (scope, actor, action) => {
      if (scope === 'ALL') return customersOf(scope, actor, action);
      if (scope === 'ASSIGNED')
        return actor.roles.includes('LOGISTICS') ? { state: { in: withLogistics } } : nothing;
      if (scope === 'REGION') return { region: { id: { in: actor.regionIds } } };
      return { customer: customersOf(scope, actor, action) };
    },
  },
  { kind: 'OrderLine' },
  { kind: 'Product', scopes: wholeHouse },
];
