import { ReachbackError } from '../../src/errors/reachback-error.ts';
import { statusCard } from '../cards/status-card.ts';
import { wordsOf } from '../locales/words.ts';
import type { Command } from './command.ts';

/** How things stand: an agent in a personal chat gets their own numbers, everybody else known those of all. */
export const status: Command = async ({ reference, locale, journeys, person }) => {
  const asking = await person();
  if (asking.agent === null && !asking.supervisor) throw new ReachbackError('teams.person-unknown');
  const agent = reference.kind === 'personal' && !asking.supervisor ? asking.agent : null;
  const facts = await journeys.overview.facts(agent?.agentId);
  const pausedYou = agent === null ? null : await journeys.pauses.get(agent.agentId);
  const you =
    agent === null
      ? null
      : {
          name: agent.name,
          presence: agent.presence?.presence ?? null,
          available: agent.presence?.available ?? false,
        };
  return {
    card: statusCard({ ...facts, pausedYou, you }, locale),
    summary: wordsOf(locale)('status.title'),
  };
};
