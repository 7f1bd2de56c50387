import { helpCard } from '../cards/help-card.ts';
import { wordsOf } from '../locales/words.ts';
import type { Command } from './command.ts';

/** What the bot does; for anybody. */
export const help: Command = async ({ locale }) => ({
  card: helpCard(locale),
  summary: wordsOf(locale)('help.title'),
});
