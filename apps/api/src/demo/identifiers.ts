import { isResidentId } from '@kehu/domain/customers/resident-id';
import { usccCheckCharacter } from '@kehu/domain/customers/uscc';
import { sortKey } from '@kehu/domain/text/pinyin';
import type { Random } from './random.js';

const mobilePrefixes =
  '130 131 132 133 135 136 137 138 139 150 151 152 155 156 157 158 159 176 177 178 180 181 182 185 186 187 188 189 191 199'.split(
    ' ',
  );

/**
 * Numbers that look right and belong to nobody: mobile numbers of the block 0000, local numbers that
 * begin with 0, resident IDs of a province 99 that does not exist, credit codes of a district 99.
 */
export class Identifiers {
  readonly #mobiles = new Set<string>();
  #companies = 0;
  #persons = 0;

  mobile(random: Random): string {
    for (;;) {
      const number = `${random.pick(mobilePrefixes)}0000${String(random.whole(0, 9999)).padStart(4, '0')}`;
      if (this.#mobiles.has(number)) continue;
      this.#mobiles.add(number);
      return number;
    }
  }

  landline(random: Random, areaCode: string): string {
    const length = areaCode.length === 3 ? 8 : 7;
    return `${areaCode}-0${String(random.whole(0, 10 ** (length - 1) - 1)).padStart(length - 1, '0')}`;
  }

  /** With a fitting birth date, sex (odd for men) and check digit. */
  residentId(birthDate: string, gender: 'FEMALE' | 'MALE'): string {
    this.#persons += 1;
    const serial = (this.#persons * 2 + (gender === 'MALE' ? 1 : 0)) % 1000;
    const district = String(1 + (Math.floor(this.#persons / 500) % 99)).padStart(2, '0');
    const first17 = `9901${district}${birthDate.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
    const last = [...'0123456789X'].find((digit) => isResidentId(first17 + digit));
    if (!last) throw new Error(`No check digit for ${first17}.`);
    return first17 + last;
  }

  uscc(): string {
    this.#companies += 1;
    // The company's number is spread over its places, so that codes do not stand in a row.
    const spread = (this.#companies * 7_654_321) % 10_000_000;
    const first17 = `91990100MA${String(spread).padStart(7, '0')}`;
    const check = usccCheckCharacter(first17);
    if (!check) throw new Error(`No check character for ${first17}.`);
    return first17 + check;
  }
}

/** Letters of a name's pinyin: 张小明 → `zhangxiaoming`. */
export function romanised(name: string): string {
  return sortKey(name).replace(/[^a-z]/g, '');
}
