import { ReachbackError } from '../../src/errors/reachback-error.ts';
import { statusCard } from '../cards/status-card.ts';
import { withClosedPlaces } from '../cards/with-closed-places.ts';
import { wordsOf } from '../locales/words.ts';
import type { Command } from './command.ts';

/**
 * How things stand: an agent in a personal chat gets their own presence and numbers, supervisors those of all and what waits for them,
 * anybody else known those of all.
 */
export const status: Command = async ({ reference, locale, timeZone, journeys, roster, person }) => {
  const asking = await person();
  if (asking.agent === null && !asking.supervisor) throw new ReachbackError('teams.person-unknown');
  const you = reference.kind === 'personal' ? asking.agent : null;
  const numbersOf = you !== null && !asking.supervisor ? 'you' : 'all';
  const { waiting, ...facts } = await journeys.overview.facts(
    numbersOf === 'you' ? you?.agentId : undefined,
    timeZone,
  );
  const pausedYou = you === null ? null : await journeys.pauses.get(you.agentId);
  const view = { ...facts, pausedYou, you, numbersOf, waiting: asking.supervisor ? waiting : null } as const;
  const closed = asking.supervisor ? await roster.closed() : [];
  const card = withClosedPlaces(statusCard(view, locale), closed, locale);
  return { card, summary: wordsOf(locale)('status.title') };
};
