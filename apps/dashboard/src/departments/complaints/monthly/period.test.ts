import { describe, expect, it } from 'vitest';
import { periodOf } from './period';

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
});
