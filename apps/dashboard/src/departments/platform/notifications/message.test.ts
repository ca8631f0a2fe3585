import { describe, expect, it } from 'vitest';
import { addressOf, badgeOf, messagesWhere, standingOf } from './message';

describe('a message', () => {
  it('leads to its record, and nowhere when that has no page', () => {
    expect(addressOf({ kind: 'Complaint', recordId: '7' })).toBe('/complaints/7/show');
    expect(addressOf({ kind: 'AssignedTask', recordId: '8' })).toBe('/assignedTasks/8/show');
    expect(addressOf({ kind: 'PolicyInterpretation', recordId: '9' })).toBe('/regulations?question=9');
    expect(addressOf({ kind: 'Delegation', recordId: '1' })).toBe('/delegations');
    expect(addressOf({ kind: 'ComplaintMonthlyReport', recordId: '5' })).toBe('/complaint-monthly?report=5');
    expect(addressOf({ kind: 'CaseStep', recordId: '1' })).toBeNull();
    expect(addressOf({ kind: null, recordId: null })).toBeNull();
  });

  it('is marked by its weight until it is done, and not at all when it is only to be known', () => {
    expect(standingOf({ weight: 'URGENT', doneAt: null })).toBe('breached');
    expect(standingOf({ weight: 'WARNING', doneAt: null })).toBe('atRisk');
    expect(standingOf({ weight: 'TODO', doneAt: '2026-03-01T00:00:00Z' })).toBe('done');
    expect(standingOf({ weight: 'INFO', doneAt: null })).toBeNull();
  });
});

describe('the page of messages', () => {
  it('shows what is unread unless the address says otherwise', () => {
    expect(messagesWhere({})).toEqual({ readAt: { isNull: true } });
    expect(messagesWhere({ reading: 'nonsense' })).toEqual({ readAt: { isNull: true } });
    expect(messagesWhere({ reading: 'all' })).toEqual({});
  });

  it('finds what is still to be done by weight, and leaves out codes that are none', () => {
    expect(messagesWhere({ reading: 'todo' })).toEqual({
      doneAt: { isNull: true },
      weight: { in: ['TODO', 'WARNING', 'URGENT'] },
    });
    expect(messagesWhere({ reading: 'todo', weight: 'URGENT', kind: 'Complaint' })).toEqual({
      doneAt: { isNull: true },
      weight: { eq: 'URGENT' },
      kind: { eq: 'Complaint' },
    });
    expect(messagesWhere({ reading: 'all', weight: 'LOUD', kind: 'Staff' })).toEqual({});
  });
});

describe('the bell', () => {
  it('counts to ninety-nine', () => {
    expect([0, 1, 99, 100].map(badgeOf)).toEqual(['', '1', '99', '99+']);
  });
});
