import { describe, expect, it } from 'vitest';
import { oncePerAct } from './AuditTrail';

const row = (id: string, action: string, at: string, reason: string | null = null, actor = '7') => ({
  id,
  action,
  at,
  reason,
  actor: { id: actor },
});

describe('what was done to a record', () => {
  it('names an act once that wrote the record in two strokes, with its reason', () => {
    const rows = [
      row('3', 'assignComplaint', '2026-03-01T08:00:00.100'),
      row('2', 'assignComplaint', '2026-03-01T08:00:00.100', '改派'),
      row('1', 'ruleOnComplaint', '2026-03-01T07:00:00.000'),
    ];
    expect(oncePerAct(rows)).toEqual([{ ...rows[0], reason: '改派' }, rows[2]]);
  });

  it('keeps the same act of another moment or another person', () => {
    const rows = [
      row('3', 'updateComplaint', '2026-03-01T08:00:00.100'),
      row('2', 'updateComplaint', '2026-03-01T08:00:00.100', null, '8'),
      row('1', 'updateComplaint', '2026-03-01T07:59:00.000'),
    ];
    expect(oncePerAct(rows)).toEqual(rows);
  });
});
