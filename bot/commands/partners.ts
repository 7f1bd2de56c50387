import { partnersCard } from '../cards/partners-card.ts';
import { wordsOf } from '../locales/words.ts';
import { requireSupervisor } from '../people/require-supervisor.ts';
import type { Command } from './command.ts';

/** For supervisors: the partner organisations conversations may be handed to, and how they stand. */
export const partners: Command = async ({ locale, journeys, person }) => {
  requireSupervisor(await person(), 'handoff.supervisors-only');
  return {
    card: partnersCard(await journeys.handOffs.partners(), locale),
    summary: wordsOf(locale)('partners.title'),
  };
};
