import { describe, expect, it } from 'vitest';
import { periodOf, reportIn } from './period';

describe('the month of the table', () => {
  // New year has begun in Shanghai, not yet in Europe.
  const now = new Date('2025-12-31T17:00:00Z');

  it('is the one asked for', () => {
    expect(periodOf('?period=2026-03', 'Asia/Shanghai', now)).toBe('2026-03');
  });

  it('is else the last one by the calendar of the organisation', () => {
    expect(periodOf('', 'Asia/Shanghai', now)).toBe('2025-12');
    expect(periodOf('?period=2026-13', 'Europe/Berlin', now)).toBe('2025-11');
  });

  it('is that of the table which a message speaks of, until a month is chosen', () => {
    expect(reportIn('?report=4711')).toBe('4711');
    expect(reportIn('?report=4711&period=2026-03')).toBeNull();
    expect(reportIn('?report=x')).toBeNull();
    expect(reportIn('')).toBeNull();
  });
});
