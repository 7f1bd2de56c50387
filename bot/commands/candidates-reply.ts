import { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { Journeys } from '../../src/journeys/journeys.ts';
import { candidatesCard } from '../cards/candidates-card.ts';
import type { Locale } from '../locales/locale.ts';
import { wordsOf } from '../locales/words.ts';
import type { Person } from '../people/people.ts';
import type { Reply } from './command.ts';

/** The list of who may be written to, made for a person in this moment. Throws `teams.person-unknown` for who is no agent. */
export async function candidatesReply(
  { agent, supervisor }: Pick<Person, 'agent' | 'supervisor'>,
  { byHand, overview }: Pick<Journeys, 'byHand' | 'overview'>,
  locale: Locale,
  said: string | null = null,
): Promise<Reply> {
  if (agent === null) throw new ReachbackError('teams.person-unknown');
  const [list, { mode, feed }] = await Promise.all([
    byHand.candidates(agent.agentId),
    overview.facts(agent.agentId),
  ]);
  const view = {
    ...list,
    nonce: list.id,
    silentForMs: feed.state === 'live' ? null : feed.ageMs,
    needsApproval: mode === 'supervisor' && !supervisor,
    said,
  };
  return {
    card: candidatesCard(view, locale),
    summary: wordsOf(locale)(list.best.length === 0 ? 'candidates.nobody' : 'candidates.title'),
  };
}
