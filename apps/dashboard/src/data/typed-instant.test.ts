import { describe, expect, it } from 'vitest';
import { typedInstant } from './typed-instant';

describe('a time that is typed into an input', () => {
  it('becomes an instant by the clock of the browser', () => {
    expect(typedInstant('2026-11-28T10:00')).toBe(new Date(2026, 10, 28, 10).toISOString());
  });

  it('stays what it is when it says its zone, or is no time', () => {
    expect(typedInstant('2026-11-28T02:00:00.000Z')).toBe('2026-11-28T02:00:00.000Z');
    expect(typedInstant('2026-11-28')).toBe('2026-11-28');
    expect(typedInstant('')).toBe('');
  });
});
