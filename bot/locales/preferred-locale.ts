import { type Locale, localeFrom } from './locale.ts';

/** The bot's language a browser likes best, by its Accept-Language header (RFC 9110); null for none the bot speaks. Pure. */
export function preferredLocale(acceptLanguage: string): Locale | null {
  const liked = acceptLanguage.split(',').flatMap((entry) => {
    const [tag = '', ...parameters] = entry.split(';').map((part) => part.trim());
    const locale = localeFrom(tag);
    const told = parameters.find((each) => each.startsWith('q='))?.slice(2);
    const quality = told === undefined ? 1 : Number(told);
    return locale === null || !(quality > 0) ? [] : [{ locale, quality }];
  });
  return liked.toSorted((one, other) => other.quality - one.quality)[0]?.locale ?? null;
}
