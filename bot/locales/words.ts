import { IntlMessageFormat } from 'intl-messageformat';
import { de } from './de.ts';
import { type Catalogue, en, type MessageKey } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import type { Locale } from './locale.ts';

export type Words = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

/** The product's words in one language. Values are put in as they are: no markup is read in texts or values. */
export const wordsOf: (locale: Locale) => Words = wordsMaker({ en, de, fr, es, ja });

/** Reading a message costs more than filling it in: each is read once a language, the first time it is said. */
function wordsMaker(catalogues: Readonly<Record<Locale, Catalogue>>): (locale: Locale) => Words {
  const inLanguage = new Map<Locale, Words>();
  return (locale) => {
    const known = inLanguage.get(locale);
    if (known !== undefined) return known;
    const words = wordsIn(locale, catalogues[locale]);
    inLanguage.set(locale, words);
    return words;
  };
}

function wordsIn(locale: Locale, catalogue: Catalogue): Words {
  const messages = new Map<MessageKey, IntlMessageFormat>();
  return (key, values = {}) => {
    const message =
      messages.get(key) ?? new IntlMessageFormat(catalogue[key], locale, undefined, { ignoreTag: true });
    messages.set(key, message);
    return String(message.format(values));
  };
}
