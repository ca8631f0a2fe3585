import type { Language } from '@kehu/domain/catalogue/labels';

/** The keys of react-admin's store, so that the sign-in screen and the admin share one choice. */
const prefix = 'RaStore.';

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(prefix + key) ?? 'null');
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing: the choice lasts as long as the page.
  }
}

/** The language to begin with: the one chosen before, else traditional for browsers set to it, else simplified. */
export function preferredLanguage(stored: unknown, browser: readonly string[]): Language {
  if (stored === 'zh-Hans' || stored === 'zh-Hant' || stored === 'en') return stored;
  return browser.some((tag) => /^zh-(hant|tw|hk|mo)/i.test(tag)) ? 'zh-Hant' : 'zh-Hans';
}

export function language(): Language {
  return preferredLanguage(read('locale'), navigator.languages ?? []);
}

export function chooseLanguage(chosen: Language): void {
  write('locale', chosen);
  document.documentElement.lang = chosen;
}

export type Theme = 'light' | 'dark';

/** The theme that `start.js` has set before the first paint. */
export function theme(): Theme {
  return document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
}

export function chooseTheme(chosen: Theme): void {
  write('theme', chosen);
  document.documentElement.dataset.theme = chosen;
}
