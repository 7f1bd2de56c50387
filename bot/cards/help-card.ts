import type { Locale } from '../locales/locale.ts';
import { type Words, wordsOf } from '../locales/words.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { labelOf } from './labelled.ts';
import { plainText } from './plain-text.ts';
import { wordRows } from './word-rows.ts';

/** What the bot does and understands, by who may say it. */
export function helpCard(locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  return card(locale, `${words('help.title')}. ${words('help.intro')}`, [
    cardTitle('help', words('help.title'), 'emphasis'),
    ...plainText(words('help.intro')),
    labelOf(words('help.in-channel')),
    ...group(words('help.everyone'), everyone(words)),
    ...group(words('help.agents'), agents(words)),
    ...group(words('help.supervisors'), supervisors(words)),
  ]);
}

type Row = readonly [said: string, does: string];

function group(title: string, rows: readonly Row[]): CardElement[] {
  return [
    { type: 'TextBlock', text: title, size: 'medium', weight: 'bolder', wrap: true, spacing: 'medium' },
    ...wordRows(rows),
  ];
}

function everyone(words: Words): Row[] {
  return [
    ['status', words('help.status')],
    ['link', words('help.link')],
    ['unlink', words('help.unlink')],
    ['policy', words('help.policy')],
    ['language', words('help.language')],
    ['help', words('help.help')],
  ];
}

function agents(words: Words): Row[] {
  return [
    ['candidates', words('help.candidates')],
    ['cobrowse', words('help.cobrowse')],
    ['history', words('help.history')],
    ['pause · pause 30m · pause 2h · pause today · pause until 15:00', words('help.pause')],
    ['resume', words('help.resume')],
    [
      'available · on queue · away · busy · break · meal · meeting · training · offline',
      words('help.presence'),
    ],
    ['sign in', words('help.sign-in')],
    ['sign out', words('help.sign-out')],
  ];
}

function supervisors(words: Words): Row[] {
  return [
    ['status', words('help.supervisors.status')],
    ['history', words('help.supervisors.history')],
    ['pause · resume', words('help.supervisors.pause')],
    ['who', words('help.who')],
    ['unlink', words('help.supervisors.unlink')],
    ['audit', words('help.audit')],
    ['partners', words('help.partners')],
  ];
}
