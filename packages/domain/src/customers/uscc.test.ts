import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUscc, normaliseUscc, usccCheckCharacter } from './uscc.js';

const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const first17 = fc
  .array(fc.constantFrom(...characters), { minLength: 17, maxLength: 17 })
  .map((c) => c.join(''));

describe('a unified social credit code', () => {
  it('is accepted when its last character checks the others (worked by hand)', () => {
    // 9*1+1*3+3*9+1*27+1*19+0+0+0+0+6*29+0+0+0+0+0+0+1*28 = 287; 287 mod 31 = 8; 31-8 = 23 = P
    expect(usccCheckCharacter('91311000060000001')).toBe('P');
    expect(isUscc('91311000060000001P')).toBe(true);
  });

  it('is refused with another last character, another length, or letters that are not used', () => {
    expect(isUscc('91311000060000001Q')).toBe(false);
    expect(isUscc('91311000060000001')).toBe(false);
    expect(isUscc('9131100006000000IP')).toBe(false);
    expect(isUscc('91311000060000001p')).toBe(false);
    expect(isUscc('')).toBe(false);
  });

  it('has exactly one check character for each beginning', () => {
    fc.assert(
      fc.property(first17, (start) => {
        expect([...characters].filter((last) => isUscc(start + last))).toHaveLength(1);
      }),
    );
  });

  it('shows every single mistyped character', () => {
    fc.assert(
      fc.property(first17, fc.nat(16), fc.constantFrom(...characters), (start, at, typo) => {
        fc.pre(start[at] !== typo);
        const code = start + usccCheckCharacter(start);
        expect(isUscc(code.slice(0, at) + typo + code.slice(at + 1))).toBe(false);
      }),
    );
  });

  it('may be typed in small or full-width letters and with spaces', () => {
    expect(normaliseUscc(' ９131 1000-0600 0000 1p')).toBe('91311000060000001P');
  });
});
