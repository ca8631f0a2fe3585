/** Who must not be recognised in a text. */
export interface Complainant {
  /** Names of the complainant, of a representative, of the customer. */
  readonly names: readonly (string | null | undefined)[];
}

const titles = '先生|女士|小姐|太太|总|經理|经理|老师|老師|哥|姐|阿姨|大爷|大爺';
/** Family names of two characters that are common enough to be met at a counter. */
const double = ['欧阳', '歐陽', '司马', '司馬', '上官', '诸葛', '諸葛', '皇甫', '尉迟', '尉遲'];

/**
 * A text without what names the complainant: the full name, the family name with a title or 小/老 before
 * it, and every number that one could call or look up. `word` stands in its place. What happened stays
 * readable (practice 13: no retaliation).
 */
export function hideComplainant(text: string, { names }: Complainant, word: string): string {
  let hidden = text;
  for (const given of names) {
    const name = given?.trim() ?? '';
    if (name === '') continue;
    hidden = hidden.replaceAll(name, word);
    if (!/^\p{Script=Han}{2,4}$/u.test(name)) continue;
    const family = double.find((each) => name.startsWith(each)) ?? [...name][0] ?? '';
    const own = name.slice(family.length);
    hidden = hidden.replace(new RegExp(`${family}(?:${titles})|[小老]${family}`, 'gu'), word);
    if ([...own].length >= 2) hidden = hidden.replaceAll(own, word);
  }
  return hidden.replace(/[\w.+-]+@[\w-]+\.[\w.-]+/g, '***').replace(/\+?\d(?:[ -]?\d){6,}/g, '***');
}
