import { IntlMessageFormat } from 'intl-messageformat';
import { de } from './de.ts';
import { type Catalogue, en, type MessageKey } from './en.ts';

export type Locale = 'en' | 'de';

export type Words = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

/** The product's words in one language. Values are put in as they are: no markup is read in texts or values. */
export function wordsOf(locale: Locale): Words {
  const catalogues: Readonly<Record<Locale, Catalogue>> = { en, de };
  const catalogue = catalogues[locale];
  return (key, values = {}) =>
    String(new IntlMessageFormat(catalogue[key], locale, undefined, { ignoreTag: true }).format(values));
}
