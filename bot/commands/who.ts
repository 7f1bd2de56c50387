import { ReachbackError } from '../../src/errors/reachback-error.ts';
import { whoCard } from '../cards/who-card.ts';
import { wordsOf } from '../locales/words.ts';
import type { Command } from './command.ts';

/** People, their roles and Genesys agents; for supervisors. */
export const who: Command = async ({ rest, locale, roster, person }) => {
  if (!(await person()).supervisor) throw new ReachbackError('teams.not-a-supervisor');
  return { card: whoCard(await roster.who(rest), locale), summary: wordsOf(locale)('who.title') };
};
