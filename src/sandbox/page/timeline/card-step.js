import { stateOf, stateWordsOf } from '../teams/render-card.js';
import { burstMembersOf, burstTitleOf } from './burst-members.js';
import { textsOf } from './texts-of.js';

const good = ['delivered', 'replied', 'sent'];

/** What a Teams conversation saw. @param {any} entry of the record @param {any} teams */
export function cardStep(entry, teams) {
  const chat = teams?.conversations.find(({ id }) => id === entry.conversationId);
  const where =
    chat === undefined ? 'Teams' : chat.kind === 'channel' ? `#${chat.name}` : `${chat.name}’s chat`;
  const state = stateOf(entry.activity);
  const members = burstMembersOf(entry.activity);
  const isCard = state !== null || members.length > 0;
  const words = stateWordsOf(entry.activity) ?? burstTitleOf(entry.activity);
  const what = (entry.activity.attachments ?? []).length > 0 ? 'Card' : 'Message';
  const titles = {
    posted: `${what} posted`,
    updated: `${what} updated`,
    deleted: `${what} deleted`,
    said: 'Message to the bot',
  };
  return {
    id: `record-${entry.seq}`,
    kind: 'teams',
    role: isCard ? 'card' : entry.event,
    told: true,
    failed: state === 'failed' || state === 'unknown',
    good: good.includes(state ?? ''),
    title: titles[entry.event],
    about: isCard ? `${where}: ${words ?? state}` : `${where}${quoted(entry.activity.text)}`,
    state,
    stateWords: words,
    cardId: isCard ? entry.activityId : null,
    members,
    chatId: entry.conversationId,
    isNew: entry.event === 'posted',
    texts: state === null ? [] : textsOf(entry.activity),
    said: entry.event === 'said' ? (entry.activity.text ?? '') : null,
    at: entry.at,
    raw: [{ title: 'What Teams shows', json: entry.activity }],
  };
}

/** The words of a message, if it has any, without the mention of the bot. */
function quoted(text) {
  const words = (text ?? '').replaceAll(/<at>.*?<\/at>/g, '').trim();
  return words === '' ? '' : `: “${words}”`;
}
