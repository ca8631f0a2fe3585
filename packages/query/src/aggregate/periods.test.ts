import { describe, expect, it } from 'vitest';
import type { BucketUnit } from './buckets.js';
import type { GroupKey } from './keys.js';
import { type CompareTo, periodBefore, shiftedWhere } from './periods.js';

describe('the period before', () => {
  it.each<[BucketUnit, string, string | null, string | null]>([
    ['DAY', '2026-03-01', '2026-02-28', '2025-03-01'],
    ['DAY', '2024-02-29', '2024-02-28', null],
    ['WEEK', '2026-W10', '2026-W09', '2025-W10'],
    ['WEEK', '2026-W01', '2025-W52', '2025-W01'],
    ['WEEK', '2021-W01', '2020-W53', '2020-W01'],
    ['WEEK', '2020-W53', '2020-W52', null],
    ['MONTH', '2026-01', '2025-12', '2025-01'],
    ['MONTH', '2026-11', '2026-10', '2025-11'],
    ['QUARTER', '2026-Q1', '2025-Q4', '2025-Q1'],
    ['QUARTER', '2026-Q3', '2026-Q2', '2025-Q3'],
    ['YEAR', '2026', '2025', '2025'],
  ])('of %s %s is %s, a year before %s', (unit, text, previous, lastYear) => {
    expect(periodBefore(unit, text, 'PREVIOUS_PERIOD')).toBe(previous);
    expect(periodBefore(unit, text, 'SAME_PERIOD_LAST_YEAR')).toBe(lastYear);
  });
});

describe('the same question one period earlier', () => {
  const shift = (
    unit: BucketUnit,
    compareTo: CompareTo,
    where: object,
    type = 'dateTime',
    relations: string[] = [],
  ) =>
    shiftedWhere(where, {
      key: { relations, field: { name: 'at', type }, unit } as unknown as GroupKey,
      compareTo,
      zone: 'Asia/Shanghai',
      now: new Date('2026-03-15T04:00:00Z'),
    });

  it('moves every condition on the compared time and nothing else', () => {
    const where = {
      and: [{ at: { gte: '2026-03-01' } }, { not: { at: { lt: '2026-03-31T00:00' } } }],
      state: { eq: '2026-03-01' },
    };
    expect(shift('MONTH', 'PREVIOUS_PERIOD', where)).toEqual({
      and: [{ at: { gte: '2026-01-31T16:00:00.000Z' } }, { not: { at: { lt: '2026-02-27T16:00:00.000Z' } } }],
      state: { eq: '2026-03-01' },
    });
  });

  it('moves windows and lists, and leaves columns and nulls', () => {
    expect(
      shift('DAY', 'PREVIOUS_PERIOD', { at: { inLast: { days: 1 }, isNull: false, gtField: 'other' } }),
    ).toEqual({
      at: {
        between: { from: '2026-03-13T16:00:00.000Z', to: '2026-03-14T16:00:00.000Z' },
        isNull: false,
        gtField: 'other',
      },
    });
    expect(shift('YEAR', 'SAME_PERIOD_LAST_YEAR', { at: { in: ['2024-02-29'] } }, 'date')).toEqual({
      at: { in: ['2023-02-28'] },
    });
    expect(shift('WEEK', 'PREVIOUS_PERIOD', { at: { gte: '2026-03-02' } }, 'date')).toEqual({
      at: { gte: '2026-02-23' },
    });
    expect(shift('WEEK', 'SAME_PERIOD_LAST_YEAR', { at: { gte: '2026-03-02' } }, 'date')).toEqual({
      at: { gte: '2025-03-03' },
    });
  });

  it('reaches the time through relations', () => {
    const where = { order: { at: { gte: '2026-03-01' } }, at: { gte: '2026-03-01' } };
    expect(shift('QUARTER', 'PREVIOUS_PERIOD', where, 'date', ['order'])).toEqual({
      order: { at: { gte: '2025-12-01' } },
      at: { gte: '2026-03-01' },
    });
  });
});
