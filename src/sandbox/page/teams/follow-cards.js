import { whoseCard } from './whose-card.js';

/** Cards of one outreach reach several chats within this time; only then is it known where they went. */
const settleMs = 500;
const sameOutreachMs = 2500;

/**
 * Opens the chat an outreach's card was posted in, unless the open chat shows a card about the same people; tells of it where `mayMove`
 * says no. Of several chats the team's channel comes first. Gives the function to call with every posted card.
 *
 * @param {any} store
 * @param {{ mayMove: () => boolean, tell: (chatId: string) => void }} reader
 */
export function followCards(store, { mayMove, tell }) {
  /** @type {Map<string, number>} */
  const lastCard = new Map();
  return (/** @type {string} */ chatId, /** @type {unknown} */ card) => {
    lastCard.set(chatId, Date.now());
    setTimeout(() => {
      const { chatId: open, teams, activities, orgs } = store.get();
      const whose = whoseCard(card, orgs ?? []);
      const shown = (activities[open] ?? []).some(({ body }) => whoseCard(body, orgs ?? []) === whose);
      if (whose !== '' && shown) return;
      const recent = [...lastCard].filter(([, at]) => Date.now() - at < sameOutreachMs).map(([id]) => id);
      if (recent.length === 0 || recent.includes(open)) return;
      const channel = teams?.conversations.find(({ id, kind }) => kind === 'channel' && recent.includes(id));
      const chatId = channel?.id ?? recent[0];
      if (mayMove()) store.update({ chatId });
      else tell(chatId);
    }, settleMs);
  };
}
