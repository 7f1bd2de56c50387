import { ReachbackError } from '../../src/errors/reachback-error.ts';
import { historyCard } from '../cards/history-card.ts';
import { historyRow } from '../cards/history-row.ts';
import { wordsOf } from '../locales/words.ts';
import type { Command } from './command.ts';

const longestName = 60;

/** What became of the latest messages: everybody's for a supervisor, an agent's own in their personal chat; with a name, of one customer. */
export const history: Command = async ({ rest, reference, locale, journeys, person }) => {
  const { agent, supervisor } = await person();
  if (agent === null && !supervisor) throw new ReachbackError('teams.person-unknown');
  if (!supervisor && reference.kind !== 'personal') throw new ReachbackError('teams.own-chat-only');
  const words = rest.trim().slice(0, longestName);
  const agentId = supervisor ? null : (agent?.agentId ?? null);
  const { outreaches, older } = await journeys.history.latest({ agentId, words });
  const view = {
    ofAll: supervisor,
    name: words === '' ? null : words,
    rows: outreaches.map(historyRow),
    older,
  };
  return {
    card: historyCard(view, locale),
    summary: wordsOf(locale)(supervisor ? 'history.title.all' : 'history.title.you'),
  };
};
