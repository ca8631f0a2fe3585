/** The three languages that every text for people exists in. zh-Hans is the default. */
export const languages = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type Language = (typeof languages)[number];

/** One text in all three languages. zh-Hant follows Taiwan usage, not a conversion by character. */
export type Label = Readonly<Record<Language, string>>;

/** Shorthand for a label: simplified, traditional, English. */
export function label(hans: string, hant: string, en: string): Label {
  return { 'zh-Hans': hans, 'zh-Hant': hant, en };
}
