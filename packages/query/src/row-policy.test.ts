import { expect, it } from 'vitest';
import { isEverything } from './row-policy.js';

it('knows by its form that a filter holds for all rows', () => {
  for (const where of [
    {},
    { and: [] },
    { and: [{}, { and: [] }] },
    { customer: { and: [] } },
    { order: { customer: { and: [] } } },
  ]) {
    expect(isEverything(where)).toBe(true);
  }
});

it('takes nothing else for all rows', () => {
  const all = { and: [] };
  for (const where of [
    { or: [] },
    { or: [all] },
    { not: all },
    { customer: {} },
    { customer: { id: { eq: '1' } } },
    { and: [{ id: { eq: '1' } }] },
    { orders: { some: all } },
    { orders: { none: all } },
    { ordersAggregate: { where: all, count: { gt: 1 } } },
    { name: { in: [] } },
    { customer: { or: [] } },
  ]) {
    expect(isEverything(where), JSON.stringify(where)).toBe(false);
  }
});
