import type { Language } from '@kehu/domain/catalogue/labels';

const known = new Map<string, Language | null>();
const mostKnown = 500;

/**
 * The language of an `Accept-Language` header; null when it names none of ours. Traditional script is
 * taken from the script (`zh-Hant`) or from the places that write it (`zh-TW`, `zh-HK`, `zh-MO`).
 */
export function languageOf(header: string | undefined): Language | null {
  if (!header) return null;
  let language = known.get(header);
  if (language === undefined) {
    language = read(header.slice(0, 200));
    if (known.size >= mostKnown) known.clear();
    known.set(header, language);
  }
  return language;
}

function read(header: string): Language | null {
  const wishes = header.split(',').map((part, position) => {
    const [tag = '', ...parameters] = part.trim().split(';');
    const weight = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean);
    return { tag: tag.toLowerCase(), weight: weight === undefined ? 1 : Number(weight), position };
  });
  wishes.sort((a, b) => b.weight - a.weight || a.position - b.position);
  for (const { tag, weight } of wishes) {
    if (weight === 0) continue;
    if (/^zh-(hant|tw|hk|mo)\b/.test(tag)) return 'zh-Hant';
    if (/^zh\b/.test(tag)) return 'zh-Hans';
    if (/^en\b/.test(tag)) return 'en';
  }
  return null;
}
