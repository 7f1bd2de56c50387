import type { Locale } from '../locales/locale.ts';
import { type Words, wordsOf } from '../locales/words.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { labelled, labelOf } from './labelled.ts';
import { plainText } from './plain-text.ts';
import { wordRows } from './word-rows.ts';

export interface WelcomeView {
  /** Whom it greets: an agent, a supervisor who is none, or everybody in a channel. */
  readonly whom: 'agent' | 'supervisor' | 'channel';
  /** The Genesys agent of a personal chat, `agentName` null: none; null where that is not known or nobody's. */
  readonly you: { readonly agentName: string | null } | null;
  /** Supervisors by name or e-mail, the first of them. */
  readonly supervisors: readonly string[];
  readonly supervisorsMore: number;
}

/** What the bot is for, three things to try, and who decides. */
export function welcomeCard(view: WelcomeView, locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const what = words(view.whom === 'agent' ? 'welcome.personal' : `welcome.${view.whom}`);
  return card(locale, `${words('welcome.title')}. ${what}`, [
    cardTitle('welcome', words('welcome.title'), 'accent'),
    ...plainText(what),
    ...yourself(view, words),
    ...tries(view, words),
    ...supervisors(view, words),
  ]);
}

function yourself({ you }: WelcomeView, words: Words): CardElement[] {
  if (you === null) return [];
  return labelled(words('welcome.you'), ...plainText(you.agentName ?? words('welcome.you.none')));
}

function tries({ whom }: WelcomeView, words: Words): CardElement[] {
  return whom === 'agent'
    ? [
        labelOf(words('welcome.try')),
        ...wordRows([
          ['status', words('welcome.status')],
          ['candidates', words('help.candidates')],
          ['help', words('welcome.help')],
        ]),
      ]
    : [
        labelOf(words(whom === 'channel' ? 'welcome.try-in-channel' : 'welcome.try')),
        ...wordRows([
          ['status', words('welcome.status')],
          ['who', words('welcome.who')],
          ['help', words('welcome.help')],
        ]),
      ];
}

function supervisors({ supervisors, supervisorsMore }: WelcomeView, words: Words): CardElement[] {
  const more =
    supervisorsMore === 0 ? '' : ` ${words('welcome.supervisors.more', { count: supervisorsMore })}`;
  const names =
    supervisors.length === 0 ? words('welcome.supervisors.none') : `${supervisors.join(', ')}${more}`;
  return labelled(words('welcome.supervisors'), ...plainText(names));
}
