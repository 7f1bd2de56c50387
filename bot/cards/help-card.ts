import { type Locale, wordsOf } from '../locales/words.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { labelOf } from './labelled.ts';
import { plainText } from './plain-text.ts';

const commands = ['status', 'pause', 'resume', 'help'] as const;

/** What the bot does and understands. */
export function helpCard(locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const rows = commands.map(
    (command): CardElement => ({
      type: 'ColumnSet',
      spacing: 'small',
      columns: [
        { type: 'Column', width: '64px', items: plainText(command, { weight: 'bolder' }) },
        { type: 'Column', width: 'stretch', items: plainText(words(`help.${command}`)) },
      ],
    }),
  );
  return card(locale, `${words('help.title')}. ${words('help.intro')}`, [
    cardTitle('help', words('help.title'), 'emphasis'),
    ...plainText(words('help.intro')),
    labelOf(words('help.commands')),
    ...rows,
    labelOf(words('help.in-channel')),
  ]);
}
