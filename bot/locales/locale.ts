/** The languages the bot speaks. */
export const locales = ['en', 'de', 'fr', 'es', 'ja'] as const;
export type Locale = (typeof locales)[number];

/** The bot's language for a language tag, whatever the region: `de-AT` and `de_AT` are German; null for one it does not speak. */
export function localeFrom(tag: string | null | undefined): Locale | null {
  const [language] = (tag ?? '').trim().toLowerCase().split(/[-_]/);
  return locales.find((locale) => locale === language) ?? null;
}
