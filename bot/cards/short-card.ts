import type { Locale } from '../locales/locale.ts';
import { wordsOf } from '../locales/words.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { plainText } from './plain-text.ts';

const mostLetters = 500;

/**
 * What is left of a card that Teams does not take: its head and its one sentence. It has no buttons, because nobody is to decide
 * on words they cannot see whole. Pure.
 */
export function shortCard({ body, actions: _, ...frame }: AdaptiveCard, locale: Locale): AdaptiveCard {
  const sentence = frame.fallbackText.slice(0, mostLetters);
  return {
    ...frame,
    fallbackText: sentence,
    speak: sentence,
    body: [
      ...body.slice(0, 1),
      ...plainText(sentence),
      {
        type: 'TextBlock',
        id: 'note-too-big',
        text: wordsOf(locale)('note.too-big'),
        size: 'small',
        isSubtle: true,
        wrap: true,
      },
    ],
  };
}
