import { describe, expect, test } from 'vitest';
import { addWorkingDays, workingDaysBetween } from './working-days.js';

describe('working days', () => {
  test('leave weekends out', () => {
    // 6 March 2026 is a Friday.
    expect(workingDaysBetween('2026-03-06', '2026-03-09')).toBe(1);
    expect(workingDaysBetween('2026-03-06', '2026-03-08')).toBe(0);
    expect(workingDaysBetween('2026-03-02', '2026-03-06')).toBe(4);
  });

  test('are none where the second day is not later', () => {
    expect(workingDaysBetween('2026-03-06', '2026-03-06')).toBe(0);
    expect(workingDaysBetween('2026-03-09', '2026-03-06')).toBe(0);
  });

  test('added and counted again are the same number, from any day', () => {
    for (let start = 1; start <= 28; start += 1)
      for (let count = 0; count <= 23; count += 1) {
        const from = `2026-02-${String(start).padStart(2, '0')}`;
        expect(workingDaysBetween(from, addWorkingDays(from, count))).toBe(count);
      }
  });
});
