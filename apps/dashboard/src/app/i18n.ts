import { catalogue } from '@kehu/domain/catalogue/catalogue';
import { type Language, languages } from '@kehu/domain/catalogue/labels';
import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { I18nProvider } from 'react-admin';
import { languageNames } from './boot/texts';
import { en } from './ra-messages/en';
import { zhHans } from './ra-messages/zh-hans';
import { zhHant } from './ra-messages/zh-hant';

const raMessages = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en } satisfies Record<Language, unknown>;

/** react-admin's texts, and the catalogue's labels where it looks for names of resources and fields. */
export function messagesOf(language: Language) {
  const resources = Object.fromEntries(
    catalogue.map((kind) => [
      kind.plural,
      {
        name: kind.label[language],
        fields: Object.fromEntries(
          Object.entries(kind.fields).map(([name, field]) => [name, field.label[language]]),
        ),
      },
    ]),
  );
  return { ...raMessages[language], resources };
}

/** The i18n provider; the dashboard's own texts go through `useTexts` instead, where the compiler checks them. */
export function i18nProviderFor(language: Language): I18nProvider {
  return polyglotI18nProvider(
    (locale) => messagesOf(locale as Language),
    language,
    languages.map((locale) => ({ locale, name: languageNames[locale] })),
    { allowMissing: true },
  );
}
