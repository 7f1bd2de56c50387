import type { Locale } from './locale.ts';

/** What a language is called, within a sentence of another one: `allemand` for German in French. */
export function nameOfLanguage(language: Locale, locale: Locale): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language;
}
