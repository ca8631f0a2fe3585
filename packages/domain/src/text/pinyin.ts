import { pinyin } from 'pinyin-pro';
import { fold } from './fold.js';

/** Longest key: enough for some twenty characters; texts alike up to there are ordered by their id. */
const keyLength = 190;

const chinese = /\p{Script=Han}/u;

/** One syllable with its tone (1–4, 0 for none) for each character; null for what is not Chinese. */
function syllables(characters: readonly string[]): (string | null)[] {
  // Read as one text, so that 重庆 is chóng and 重量 zhòng; a family name at the head is read as one (单 shàn).
  const read = pinyin(characters.join(''), {
    type: 'array',
    toneType: 'num',
    surname: 'head',
    nonZh: 'spaced',
    v: true,
  });
  const inStep = read.length === characters.length;
  return characters.map((character, position) => {
    if (!chinese.test(character)) return null;
    const syllable = inStep
      ? read[position]
      : pinyin(character, { type: 'array', toneType: 'num', v: true })[0];
    return syllable && /^[a-zü]+[0-5]$/.test(syllable) ? syllable.replace('ü', 'v') : null;
  });
}

/**
 * The key that a text is sorted by: Chinese in the order of its pinyin, character by character
 * (syllable, tone, then the character itself, so that 张 and 章 stay apart), Latin text at its place
 * in the same alphabet, digits before letters. Traditional and simplified writing sort together.
 * Compared as plain code points; at most 190 characters.
 */
export function sortKey(text: string): string {
  const characters = [...fold(text)];
  const spoken = characters.some((c) => chinese.test(c)) ? syllables(characters) : [];
  let key = '';
  for (const [position, character] of characters.entries()) {
    const syllable = spoken[position];
    key += syllable ? `${syllable}${character}` : character;
    if (key.length >= keyLength) break;
  }
  return cut(key);
}

function cut(key: string): string {
  if (key.length <= keyLength) return key;
  const shortened = key.slice(0, keyLength);
  const last = shortened.charCodeAt(keyLength - 1);
  return last >= 0xd800 && last <= 0xdbff ? shortened.slice(0, -1) : shortened;
}

/**
 * The initials that people type to find a Chinese name: 张小明 → `zxm`, 3M中国 → `3mzg`. Letters and
 * digits stay, everything else is left out.
 */
export function initials(text: string): string {
  const characters = [...fold(text)];
  const spoken = characters.some((c) => chinese.test(c)) ? syllables(characters) : [];
  return characters
    .map((character, position) => spoken[position]?.[0] ?? (/[\p{L}\p{N}]/u.test(character) ? character : ''))
    .join('');
}
