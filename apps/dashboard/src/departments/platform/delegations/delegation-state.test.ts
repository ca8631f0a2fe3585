import { describe, expect, it } from 'vitest';
import { delegationState } from './delegation-state';

const now = Date.parse('2026-03-07T00:00:00Z');
const row = (startsAt: string, endsAt: string, endedAt: string | null = null) => ({
  startsAt,
  endsAt,
  endedAt,
});

describe('a delegation', () => {
  it('is in force from its start until its end', () => {
    expect(delegationState(row('2026-03-06T00:00:00Z', '2026-03-08T00:00:00Z'), now)).toBe('running');
    expect(delegationState(row('2026-03-07T08:00:00+08:00', '2026-03-08T00:00:00Z'), now)).toBe('running');
    expect(delegationState(row('2026-03-08T00:00:00Z', '2026-03-09T00:00:00Z'), now)).toBe('coming');
    expect(delegationState(row('2026-03-01T00:00:00Z', '2026-03-07T00:00:00Z'), now)).toBe('over');
  });

  it('is over as soon as somebody has ended it', () => {
    expect(
      delegationState(row('2026-03-06T00:00:00Z', '2026-03-08T00:00:00Z', '2026-03-06T09:00:00Z'), now),
    ).toBe('over');
  });
});
