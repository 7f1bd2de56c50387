import { type Locale, localeFrom, locales } from './locale.ts';
import { nameOfLanguage } from './name-of-language.ts';

/** The language a person named: by its tag (`de`, `de-AT`) or its name in any of the bot's languages; null for any other text. */
export function findLanguage(said: string): Locale | null {
  const name = said.trim();
  const alike = new Intl.Collator('en', { sensitivity: 'base' });
  return (
    (/\s/.test(name) ? null : localeFrom(name)) ??
    locales.find((language) =>
      locales.some((locale) => alike.compare(nameOfLanguage(language, locale), name) === 0),
    ) ??
    null
  );
}
