import { expect, it } from 'vitest';
import { Interned, RecentlyUsed } from './plan-cache.js';

it('keeps what was used last', () => {
  const kept = new RecentlyUsed<number>(2);
  kept.set('a', 1);
  kept.set('b', 2);
  expect(kept.get('a')).toBe(1);
  kept.set('c', 3);
  expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([1, undefined, 3]);
});

it('never gives a number out twice, also after forgetting', () => {
  const interned = new Interned(3);
  const numbers = ['a', 'b', 'c', 'a', 'd', 'a', 'e'].map((text) => interned.of(text));
  expect(numbers).toEqual([0, 1, 2, 0, 3, 4, 5]);
});
