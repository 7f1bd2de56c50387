import type { Locale } from '../locales/locale.ts';
import { wordsOf } from '../locales/words.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { plainText } from './plain-text.ts';

export interface SignInView {
  /** The Genesys agent the link is for. */
  readonly agentName: string;
  readonly address: string;
  readonly isSignedIn: boolean;
}

/** Where an agent signs in to Genesys Cloud, what for, and for how long. */
export function signInCard({ agentName, address, isSignedIn }: SignInView, locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const about = words(isSignedIn ? 'sign-in.already' : 'sign-in.why', { agent: agentName });
  return card(
    locale,
    `${words('sign-in.title')}. ${about}`,
    [
      cardTitle(`sign-in-${isSignedIn ? 'again' : 'first'}`, words('sign-in.title'), 'emphasis'),
      ...plainText(about),
      {
        type: 'TextBlock',
        text: words('sign-in.how-long'),
        size: 'small',
        isSubtle: true,
        wrap: true,
      },
    ],
    [
      {
        type: 'Action.OpenUrl',
        id: 'sign-in',
        title: words('sign-in.open'),
        tooltip: words('sign-in.open-tooltip'),
        url: address,
        style: 'positive',
        fallback: 'drop',
      },
    ],
  );
}
