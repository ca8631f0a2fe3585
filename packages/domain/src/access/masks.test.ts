import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPersonalName, masks } from './masks.js';

describe('masks', () => {
  it.each([
    ['mobile', '13812345678', '138****5678'],
    ['mobile', '138 1234 5678', '138****5678'],
    ['mobile', '+86 13812345678', '+86 138****5678'],
    ['mobile', '021-62345678', '021-******78'],
    ['mobile', '0755 2634567', '0755-*****67'],
    ['mobile', '021-62345678转801', '021-******78'],
    ['mobile', '(5) 555-4729', '******29'],
    ['mobile', '12345', '*****'],
    ['idNumber', '310101198501011234', '310***********1234'],
    ['idNumber', '1234', '****'],
    ['idNumber', 'E12345678', '*********'.slice(0, 8)],
    ['email', 'zhangsan@example.com', 'zh***@example.com'],
    ['email', 'ab@example.com', 'a***@example.com'],
    ['email', 'a@example.com', '***@example.com'],
    ['email', 'nobody', '******'],
    ['address', '上海市浦东新区世纪大道100号', '上海市浦东新区****'],
    ['address', '广东省深圳市南山区科技园路1号', '广东省深圳市南山区****'],
    ['address', '世纪大道100号', '****'],
    ['address', '浦东新区', '****'],
    ['birthDate', '1985-03-12', '1985-**-**'],
    ['birthDate', '12.3.85', '****'],
    ['account', '6222 0212 3456 7890', '************7890'],
    ['account', '1234', '****'],
    ['handle', 'wx_lili', 'w******'],
    ['handle', 'a', '*'],
  ] as const)('%s of %s is %s', (name, value, masked) => {
    expect(masks[name](value)).toBe(masked);
  });

  it('hide at least half of the digits of every number, and never answer the value itself', () => {
    const number = fc.string({ unit: fc.constantFrom(...'0123456789+-() '), minLength: 1, maxLength: 24 });
    const digits = (text: string): number => text.replace(/\D/g, '').length;
    fc.assert(
      fc.property(number, fc.constantFrom('mobile', 'idNumber', 'account', 'handle'), (value, name) => {
        const masked = masks[name](value);
        if (value.trim() === '') expect(masked).toBe('');
        else if (digits(value) > 0) {
          expect(masked).not.toBe(value.trim());
          // Three and four of a mobile's eleven; a country code says nothing about a person.
          expect(digits(masked.replace('+86 ', ''))).toBeLessThanOrEqual(
            Math.max(digits(value) * 0.64, name === 'handle' ? 1 : 0),
          );
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('never show a digit of a street', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'上海市浦东区路12号弄 3'), maxLength: 20 }),
        (street) => {
          expect(masks.address(street)).not.toMatch(/\d/);
        },
      ),
    );
  });

  it('show of an e-mail no more than two characters before the domain', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (value) => {
        expect((masks.email(value).split('***@')[0] ?? '').length).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe('maskPersonalName', () => {
  it.each([
    ['张三', '张*'],
    ['张小明', '张*'],
    ['欧阳娜娜', '欧阳*'],
    ['高', '*'],
    ['Anna Lee', 'A* L*'],
    ['Cher', 'C*'],
    ['', ''],
  ])('%s becomes %s', (name, masked) => {
    expect(maskPersonalName(name)).toBe(masked);
  });

  it('says nothing of the length of a given name', () => {
    expect(maskPersonalName('王伟')).toBe(maskPersonalName('王小伟'));
  });
});
