import { describe, expect, it } from 'vitest';
import { casesAddress, madeOf, outOf } from './ask';

const filterOf = (address: string | null) =>
  JSON.parse(new URLSearchParams(address?.split('?')[1]).get('filter') ?? 'null') as unknown;
const share = {
  where: JSON.stringify({ receivedAt: { gte: '2026-02-01' } }),
  hits: JSON.stringify({ receivedAt: { gte: '2026-02-01' }, recurrence: { eq: true } }),
  denominator: '41',
};

describe('a figure', () => {
  it('opens the cases that count above the line of a share, and all of them by the number of them', () => {
    expect(filterOf(madeOf('Complaint', share))).toEqual({ where: JSON.parse(share.hits) });
    const all = outOf({ kind: 'Complaint', unit: 'PERCENT' }, share);
    expect(all?.count).toBe(41);
    expect(filterOf(all?.to ?? null)).toEqual({ where: JSON.parse(share.where) });
  });

  it('opens all that it is made of where it is no share, and says no "of"', () => {
    const count = { ...share, hits: null, denominator: null };
    expect(filterOf(madeOf('Complaint', count))).toEqual({ where: JSON.parse(share.where) });
    expect(outOf({ kind: 'Complaint', unit: 'CASES' }, count)).toBeNull();
    expect(outOf({ kind: 'Complaint', unit: 'PERCENT' }, { ...share, denominator: '0' })).toBeNull();
  });

  it('opens the cases whose measures make it, and the monthly table that was counted', () => {
    const due = { dueOn: { between: { from: '2026-02-01', to: '2026-03-01' } } };
    expect(filterOf(casesAddress('PreventiveAction', JSON.stringify(due)))).toEqual({
      where: { preventiveActions: { some: due } },
    });
    expect(
      casesAddress(
        'ComplaintMonthlyReport',
        JSON.stringify({ period: { in: ['2026-02'] }, late: { eq: true } }),
      ),
    ).toBe('/complaint-monthly?period=2026-02');
    expect(casesAddress('Order', '{}')).toBeNull();
  });
});
