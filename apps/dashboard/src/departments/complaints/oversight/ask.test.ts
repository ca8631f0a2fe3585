import { endedStates } from '@kehu/domain/complaints/vocabularies';
import { describe, expect, it } from 'vitest';
import { partWhere } from './ask';

const reading = (...names: string[]) => ({ reads: ({ name }: { name: string }) => names.includes(name) });

describe('the supervision ledger', () => {
  it('lists the open cases in one part', () => {
    expect(partWhere('open', reading())).toEqual({ state: { notIn: endedStates } });
  });

  it('lists ended cases with a promise, a compensation or a measure that is not carried out in the other', () => {
    const where = partWhere('ended', reading('AssignedTask', 'CompensationRequest', 'PreventiveAction'));
    expect(where.state).toEqual({ in: endedStates });
    expect(where.or).toEqual([
      { assignedTasks: { some: expect.objectContaining({ undertaking: { eq: true } }) } },
      { compensations: { some: { state: { in: ['REQUESTED', 'APPROVED'] } } } },
      { preventiveActions: { some: { doneAt: { isNull: true } } } },
    ]);
  });

  it('asks only for what the reader may see, and for nothing ended where that is nothing', () => {
    expect(partWhere('ended', reading('PreventiveAction')).or).toHaveLength(1);
    expect(partWhere('ended', reading()).or).toEqual([]);
  });
});
