import type { Label, Language } from '@kehu/domain/catalogue/labels';
import { useCallback } from 'react';
import { useLocale } from 'react-admin';

/** The dashboard's own texts of one area, each in all three languages; checked by `satisfies Texts`. */
export type Texts = Readonly<Record<string, Label>>;

export type Values = Readonly<Record<string, string | number>>;

/** Puts values into a text: `%{n} 条`. */
export function filled(text: string, values: Values = {}): string {
  return text.replace(/%\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The language that the person reads in. */
export function useLanguage(): Language {
  return useLocale() as Language;
}

/** Says the texts of an area in the reader's language; only existing keys compile. */
export function useTexts<T extends Texts>(texts: T): (key: keyof T & string, values?: Values) => string {
  const language = useLanguage();
  return useCallback((key, values) => filled((texts[key] as Label)[language], values), [texts, language]);
}

/** Says a label of the catalogue in the reader's language. */
export function useSay(): (label: Label) => string {
  const language = useLanguage();
  return useCallback((label: Label) => label[language], [language]);
}
