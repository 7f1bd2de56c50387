import { isBurst } from '../timeline/burst-members.js';
import { stateOf } from './render-card.js';

/** Cards of one outreach reach several chats within this time. */
const sameOutreachMs = 2500;

/**
 * The chat with the newest outreach card; of several chats with cards of that outreach the team's channel. Null when
 * there is no card.
 *
 * @param {any[]} entries of the record, oldest first
 * @param {any} teams
 * @returns {string | null}
 */
export function chatOfNewestCard(entries, teams) {
  const cards = entries.filter(
    ({ kind, event, activity }) =>
      kind === 'teams' && event === 'posted' && (stateOf(activity) !== null || isBurst(activity)),
  );
  const newest = cards.at(-1);
  if (newest === undefined) return null;
  const recent = cards
    .filter(({ at }) => Date.parse(newest.at) - Date.parse(at) < sameOutreachMs)
    .map(({ conversationId }) => conversationId);
  const channel = teams.conversations.find(({ id, kind }) => kind === 'channel' && recent.includes(id));
  return channel?.id ?? newest.conversationId;
}
