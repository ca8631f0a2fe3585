import pairs from 'opencc-js/dict/TSCharacters';
import { stripInvisible } from './clean.js';

/** Variants that the dictionary of characters leaves apart although readers take them for one. */
const variants = '著着 衹只 祇只 衞卫 粧妆 枱台 糉粽 齶颚 敍叙';

let simplified: Map<string, string> | undefined;

function simplifiedForms(): Map<string, string> {
  const map = new Map<string, string>();
  for (const pair of pairs.split('|')) {
    const [from, to] = pair.split(' ');
    if (from && to && from !== to) map.set(from, to);
  }
  for (const pair of variants.split(' ')) {
    const [from, to] = [...pair];
    if (from && to) map.set(from, to);
  }
  // A few forms lead on to another one; every character gets its last form, so that folding twice changes nothing.
  for (const [from, to] of map) {
    let last = to;
    for (let steps = 0; steps < 4; steps++) {
      const next = map.get(last);
      if (!next || next === last) break;
      last = next;
    }
    map.set(from, last);
  }
  return map;
}

const known = new Map<string, string>();

function foldCharacter(character: string): string {
  const found = known.get(character);
  if (found !== undefined) return found;
  simplified ??= simplifiedForms();
  const form = character.normalize('NFKC').toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFC');
  // Only forms of one character replace one (Ａ → a, but not ㎏ → kg or ß → ss): a fold must fit where its text fits.
  const single = [...form].length === 1 ? form : character;
  const folded = simplified.get(single) ?? single;
  known.set(character, folded);
  return folded;
}

/**
 * What `contains` and `startsWith` compare: the text without differences of script (營/营, 裡/裏/里),
 * of case and of width (ＡＢ/ab), without invisible marks, trimmed, inner spaces as one. Folding by
 * character, so that a part of a text folds to a part of its fold. Folding twice changes nothing,
 * and a fold has never more characters than its text in NFC.
 */
export function fold(text: string): string {
  const visible = stripInvisible(text).normalize('NFC');
  // Letters, digits and signs of ASCII need no look-up; names of products and numbers are mostly these.
  let folded = '';
  for (const character of visible) {
    folded +=
      character.length === 1 && character < '\u0080' ? character.toLowerCase() : foldCharacter(character);
  }
  return folded.normalize('NFC').replace(/\s+/g, ' ').trim();
}
