import { describe, expect, test } from 'vitest';
import { addWorkingHours, endOfNextWorkingDay } from './working-hours.js';

const zone = 'Asia/Shanghai';
const later = (at: string, hours: number) => addWorkingHours(zone, new Date(at), hours).toISOString();

describe('working hours', () => {
  test('run within one day', () => {
    expect(later('2026-03-06T02:00:00Z', 4)).toBe('2026-03-06T06:00:00.000Z');
  });
  test('stop at the end of Friday and go on on Monday morning', () => {
    // 16:00 on Friday: two hours are left, the other two fall on Monday.
    expect(later('2026-03-06T08:00:00Z', 4)).toBe('2026-03-09T03:00:00.000Z');
  });
  test('begin with the next morning where the case came in at night or on a Sunday', () => {
    expect(later('2026-03-08T02:00:00Z', 1)).toBe('2026-03-09T02:00:00.000Z');
    expect(later('2026-03-04T20:00:00Z', 1)).toBe('2026-03-05T02:00:00.000Z');
  });
  test('of the next working day end with its last', () => {
    expect(endOfNextWorkingDay(zone, new Date('2026-03-06T02:00:00Z')).toISOString()).toBe(
      '2026-03-09T10:00:00.000Z',
    );
  });
});
