import { describe, expect, it } from 'vitest';
import { ageOn, birthDateOf, isResidentId } from './resident-id.js';

describe('a resident ID number', () => {
  it('is accepted with a fitting check digit (the example of GB 11643)', () => {
    expect(isResidentId('11010519491231002X')).toBe(true);
    expect(isResidentId('440524188001010014')).toBe(true);
  });

  it('is refused with a wrong check digit, an impossible birth date, or another form', () => {
    expect(isResidentId('110105194912310021')).toBe(false);
    expect(isResidentId('11010519490231002X')).toBe(false);
    expect(isResidentId('11010519491231002x')).toBe(false);
    expect(isResidentId('110105491231002')).toBe(false);
  });

  it('carries the date of birth', () => {
    expect(birthDateOf('11010519491231002X')).toBe('1949-12-31');
  });
});

describe('an age', () => {
  it('grows on the birthday, not before', () => {
    expect(ageOn('2012-05-20', '2026-05-19')).toBe(13);
    expect(ageOn('2012-05-20', '2026-05-20')).toBe(14);
  });
});
