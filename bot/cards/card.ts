import type { Locale } from '../locales/locale.ts';
import type { AdaptiveCard, CardAction, CardElement } from './adaptive-card.ts';

/** The frame every card shares. `spoken` is read aloud and shown where cards cannot be. */
export function card(
  locale: Locale,
  spoken: string,
  body: readonly CardElement[],
  actions: readonly CardAction[] = [],
): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: locale,
    fallbackText: spoken,
    speak: spoken,
    body,
    ...(actions.length === 0 ? {} : { actions }),
  };
}
