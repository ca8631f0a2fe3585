import { describe, expect, test } from 'vitest';
import { partsOf, planDueOn, spanOf, yearsBefore } from './periods.js';

describe('the period of a plan', () => {
  test('spans its days, leap years included', () => {
    expect(spanOf('YEAR', '2027')).toEqual({ from: '2027-01-01', to: '2027-12-31' });
    expect(spanOf('QUARTER', '2027-Q2')).toEqual({ from: '2027-04-01', to: '2027-06-30' });
    expect(spanOf('MONTH', '2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(spanOf('MONTH', '2028-13')).toBeNull();
    expect(spanOf('YEAR', '2027-Q1')).toBeNull();
  });
  test('is split into quarters, and these into months, that leave no day out', () => {
    for (const { type, period } of partsOf('YEAR', '2027'))
      expect(partsOf(type, period).map((part) => part.period)).toHaveLength(3);
    expect(partsOf('QUARTER', '2027-Q4').map(({ period }) => period)).toEqual([
      '2027-10',
      '2027-11',
      '2027-12',
    ]);
  });
  test('is planned by the end of the year before, day 20, day 25 (D4)', () => {
    expect(planDueOn('YEAR', { from: '2027-01-01', to: '2027-12-31' })).toBe('2026-12-31');
    expect(planDueOn('QUARTER', { from: '2027-01-01', to: '2027-03-31' })).toBe('2026-12-20');
    expect(planDueOn('MONTH', { from: '2027-05-01', to: '2027-05-31' })).toBe('2027-04-25');
  });
  test('has its like in earlier years', () => {
    expect(yearsBefore('2017-Q3', 2)).toBe('2015-Q3');
  });
});
