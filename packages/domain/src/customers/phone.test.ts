import { describe, expect, it } from 'vitest';
import { isPhoneNumber } from './phone.js';

describe('a phone number', () => {
  it.each([
    '13800138000',
    '138 0013 8000',
    '+86 138-0013-8000',
    '010-65538888',
    '0755-26001234转801',
    '400-800-1234',
    '95588',
    '+1 (206) 555-9857',
    '(5) 555-4729',
  ])('may be %s', (text) => {
    expect(isPhoneNumber(text)).toBe(true);
  });

  it.each(['1380013800', '138001380000', '12800138000', 'abc', '', '123', "'; DROP TABLE", '１２３'])(
    'may not be %j',
    (text) => {
      expect(isPhoneNumber(text)).toBe(false);
    },
  );
});
