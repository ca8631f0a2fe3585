import { expect, test } from 'vitest';
import { rhythmDays } from './visit-rhythm.js';

const rhythms = [
  { grade: 'A', days: 14, effectiveFrom: '2026-06-01' },
  { grade: 'A', days: 21, effectiveFrom: '2026-03-01' },
  { grade: 'B', days: 60, effectiveFrom: '2026-03-01' },
];

test('a grade is visited as its latest rhythm in force says', () => {
  expect(rhythmDays(rhythms, 'A', '2026-02-28')).toBe(30);
  expect(rhythmDays(rhythms, 'A', '2026-03-01')).toBe(21);
  expect(rhythmDays(rhythms, 'A', '2026-06-01')).toBe(14);
  expect(rhythmDays(rhythms, 'B', '2026-06-01')).toBe(60);
});

test('without a rhythm of its own a grade is visited monthly, quarterly or half-yearly', () => {
  expect(['A', 'B', 'C', 'D', null].map((grade) => rhythmDays([], grade, '2026-01-01'))).toEqual([
    30, 90, 180, 180, 30,
  ]);
});
