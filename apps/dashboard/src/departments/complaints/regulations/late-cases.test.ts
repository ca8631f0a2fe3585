import { describe, expect, it } from 'vitest';
import { lateCases } from './late-cases';

const whereIn = (address: string): unknown =>
  (JSON.parse(decodeURIComponent(address.split('filter=')[1] ?? '')) as { where: unknown }).where;

describe('the list of late cases of an article', () => {
  it('is of the steps that the article stands behind, recalled ones left out', () => {
    const address = lateCases('R4.12', [
      { is: 'TRANSITION', id: '13' },
      { is: 'GUARD', id: 'reportComplete' },
      { is: 'TRANSITION', id: '15' },
    ]);
    expect(address.startsWith('/complaints?')).toBe(true);
    expect(whereIn(address)).toEqual({
      steps: {
        some: { transition: { in: ['13', '15'] }, late: { eq: true }, recalledAt: { isNull: true } },
      },
    });
  });

  it('is of the deadlines that passed where no step is the article’s', () => {
    expect(whereIn(lateCases('R4.4', [{ is: 'DOCUMENT', id: 'PreventiveAction' }]))).toEqual({
      deadlineEntries: { some: { article: { eq: 'R4.4' }, event: { eq: 'PASSED' } } },
    });
  });
});
