import type { MaskName } from '../catalogue/fields.js';

/**
 * What a reader gets in place of a value that he may not see (dossier G1). Masking is done on the
 * server; a mask never lets through more than its rule says, whatever shape the value has, and
 * an empty value stays empty.
 */
export type Mask = (value: string) => string;

const star = '*';

function stars(count: number): string {
  return star.repeat(Math.max(count, 1));
}

/** First and last characters plain, stars between; values too short to hide enough are all stars. */
function ends(value: string, first: number, last: number, hidden: number): string {
  const characters = [...value];
  if (characters.length < first + last + hidden) return stars(Math.min(characters.length, 8));
  const middle = characters.length - first - last;
  return (
    characters.slice(0, first).join('') +
    stars(Math.min(middle, 12)) +
    (last > 0 ? characters.slice(-last).join('') : '')
  );
}

/** Letters and digits without the signs that people set between them. */
function lettersAndDigits(value: string): string {
  const signs = value.replace(/[^\p{L}\p{N}]/gu, '');
  return signs === '' && value.trim() !== '' ? star : signs;
}

/**
 * Mobile `138****5678`; a country code stays before it (`+86 138****5678`). Landline: area code and
 * last two digits (`021-******12`); anything else: last two digits when there are at least six.
 */
function mobile(value: string): string {
  const text = value.trim();
  if (text === '') return '';
  const digits = text.replace(/\D/g, '');
  const chinese = /^(?:\+|00)?(?:86)?[\s-]*(1[3-9]\d)[\s-]*(\d{4})[\s-]*(\d{4})$/.exec(text);
  if (chinese) {
    const prefix = /^(?:\+|00)?86/.test(text) && digits.length > 11 ? '+86 ' : '';
    return `${prefix}${chinese[1]}****${chinese[3]}`;
  }
  const landline = /^\(?(0\d{2,3})\)?[\s-]*(\d{7,8})(?:[\s-]*(?:转|轉|ext\.?|x|-)\s*\d+)?$/i.exec(text);
  if (landline) {
    const local = landline[2] ?? '';
    return `${landline[1]}-${stars(local.length - 2)}${local.slice(-2)}`;
  }
  if (digits.length < 6) return stars(Math.min([...text].length, 8));
  return `${stars(Math.min(digits.length - 2, 10))}${digits.slice(-2)}`;
}

/** First three and last four characters of an ID number; four characters or fewer (last four of a visitor's) are all hidden. */
function idNumber(value: string): string {
  const text = lettersAndDigits(value);
  return text === '' ? '' : ends(text, 3, 4, 4);
}

/** First two characters and the domain: `zh***@example.com`; of a shorter name the first character at most. */
function email(value: string): string {
  const text = value.trim();
  if (text === '') return '';
  const at = text.lastIndexOf('@');
  if (at <= 0 || at === text.length - 1) return stars(Math.min([...text].length, 8));
  const name = [...text.slice(0, at)];
  const shown = name.length > 2 ? 2 : name.length - 1;
  return `${name.slice(0, shown).join('')}***${text.slice(at)}`;
}

/**
 * Down to the district: what follows the last 区, 县, 旗, 市 (and their traditional forms) of the
 * beginning is hidden; a street alone is hidden whole, since the district has its own field.
 */
function address(value: string): string {
  const text = value.trim();
  if (text === '') return '';
  const district =
    /^(?:[^\d,，路街道弄号號巷]{2,9}?(?:省|自治区|自治區|特别行政区|特別行政區))?(?:[^\d,，路街道弄号號巷]{1,9}?(?:市|自治州|地区|地區|盟))?(?:[^\d,，路街道弄号號巷]{1,9}?(?:区|區|县|縣|旗|市))?/u.exec(
      text,
    )?.[0];
  return district && district.length < text.length ? `${district}****` : '****';
}

/** The year only: `1985-**-**`. */
function birthDate(value: string): string {
  const text = value.trim();
  if (text === '') return '';
  const year = /^(\d{4})\D/.exec(text)?.[1];
  return year ? `${year}-**-**` : '****';
}

/** Last four digits of an account or card. */
function account(value: string): string {
  const text = lettersAndDigits(value);
  return text === '' ? '' : ends(text, 0, 4, 4);
}

/** First character of a handle or of any other short identifier. */
function handle(value: string): string {
  const text = value.trim();
  return text === '' ? '' : ends(text, 1, 0, 1);
}

export const masks = {
  mobile,
  idNumber,
  email,
  address,
  birthDate,
  account,
  handle,
} satisfies Record<MaskName, Mask>;

/** A value as those see it who may not see it plainly. */
export function maskValue(mask: MaskName, value: string): string {
  return masks[mask](value);
}

const doubleFamilyNames = new Set(
  '欧阳 歐陽 上官 司马 司馬 诸葛 諸葛 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 司徒 端木 夏侯 宇文 长孫 长孙 長孫 轩辕 軒轅 钟离 鍾離 闻人 聞人'.split(
    ' ',
  ),
);

/**
 * A personal name for de-identified readers: 张* (family name and one star, whatever the length), a
 * Latin name as the first letter of each part (`A* L*`). An organisation's name is never masked.
 */
export function maskPersonalName(value: string): string {
  const text = value.trim();
  if (text === '') return '';
  const characters = [...text];
  if (/\p{Script=Han}/u.test(characters[0] ?? '')) {
    const family = characters.slice(0, 2).join('');
    const shown = characters.length > 2 && doubleFamilyNames.has(family) ? 2 : 1;
    return characters.length === 1 ? star : `${characters.slice(0, shown).join('')}${star}`;
  }
  return text
    .split(/\s+/)
    .slice(0, 3)
    .map((part) => {
      const letters = [...part];
      return letters.length === 1 ? star : `${letters[0] ?? ''}${star}`;
    })
    .join(' ');
}
