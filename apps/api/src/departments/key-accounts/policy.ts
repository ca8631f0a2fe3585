import { type KindRules, wholeHouse } from '../../access/department-policy.js';
import { customersOf } from '../customers/policy.js';

/**
 * Orders follow their customer: whoever serves a customer sees all its orders, also those that an
 * earlier owner took. Only the region is the order's own, since a customer may order for several.
 */
export const keyAccountsRules: readonly KindRules[] = [
  {
    kind: 'Order',
    scopes: (scope, actor) => {
      if (scope === 'ALL' || scope === 'ASSIGNED') return customersOf(scope, actor);
      if (scope === 'REGION') return { region: { id: { in: actor.regionIds } } };
      return { customer: customersOf(scope, actor) };
    },
  },
  { kind: 'OrderLine' },
  { kind: 'Product', scopes: wholeHouse },
];
