import { describe, expect, it } from 'vitest';
import { approvalLimit, isWithin, type LimitRow } from './approval-limits.js';

const row = (role: string, type: string | null, maxAmount: string, effectiveFrom: string): LimitRow => ({
  role,
  type,
  maxAmount,
  effectiveFrom,
});
const day = '2026-03-07';

describe('the limit up to which somebody approves', () => {
  it('is none while nothing is set: the general manager decides', () => {
    expect(approvalLimit([], ['HANDLER_SUP'], 'REFUND', day)).toBeNull();
    expect(
      approvalLimit([row('DEPT_HEAD', null, '500', '2026-01-01')], ['HANDLER_SUP'], 'REFUND', day),
    ).toBeNull();
  });

  it('is that of the type before that of all types, even where it is lower', () => {
    const rows = [
      row('HANDLER_SUP', null, '1000.00', '2026-01-01'),
      row('HANDLER_SUP', 'DAMAGES', '200.00', '2026-01-01'),
    ];
    expect(approvalLimit(rows, ['HANDLER_SUP'], 'REFUND', day)).toBe('1000.00');
    expect(approvalLimit(rows, ['HANDLER_SUP'], 'DAMAGES', day)).toBe('200.00');
  });

  it('is the latest in force, and of one day the last written', () => {
    const rows = [
      row('HANDLER_SUP', null, '300', '2026-02-01'),
      row('HANDLER_SUP', null, '800', '2026-01-01'),
      row('HANDLER_SUP', null, '400', '2026-02-01'),
      row('HANDLER_SUP', null, '9000', '2026-03-08'),
    ];
    expect(approvalLimit(rows, ['HANDLER_SUP'], 'REFUND', day)).toBe('400');
  });

  it('is the highest of several roles, compared as amounts and not as text', () => {
    const rows = [row('HANDLER_SUP', null, '900.50', day), row('DEPT_HEAD', null, '1000', day)];
    expect(approvalLimit(rows, ['HANDLER_SUP', 'DEPT_HEAD'], 'REFUND', day)).toBe('1000');
  });

  it('includes the amount itself, to the cent', () => {
    expect(isWithin('500.00', '500')).toBe(true);
    expect(isWithin('500.01', '500')).toBe(false);
    expect(isWithin('99999999999999.99', '99999999999999.98')).toBe(false);
  });
});
