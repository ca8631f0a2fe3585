import type { Language } from '@kehu/domain/catalogue/labels';

/** The language of the operator's tool, from the environment as terminals set it; simplified Chinese unless it says otherwise. */
export function terminalLanguage(env: NodeJS.ProcessEnv = process.env): Language {
  const wish = env.KEHU_LANGUAGE || env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  if (/^zh[-_](hant|tw|hk|mo)/i.test(wish)) return 'zh-Hant';
  return /^en/i.test(wish) ? 'en' : 'zh-Hans';
}
