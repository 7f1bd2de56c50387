import type { Logger } from 'pino';
import type { Outreach } from '../../src/outreach/outreach.ts';
import type { CardRow } from '../../src/store/shapes/card-table.ts';
import type { Store } from '../../src/store/store.ts';

/**
 * Keeps a card true from now on that somebody pressed although nobody knows of it: the process that posted it ended before it was told its
 * id, and what was shown since is elsewhere. Gives the card's row as it is then. Throws `store.*`.
 */
export type AdoptCard = (outreach: Outreach, row: CardRow, pressedId: string) => Promise<CardRow>;

export function createAdoptCard(parts: {
  store: {
    readonly cards: Pick<Store['cards'], 'put'>;
    readonly bursts: Pick<Store['bursts'], 'of' | 'get' | 'giveOwnCard'>;
  };
  log: Logger;
}): AdoptCard {
  const { store, log } = parts;
  return async (outreach, row, pressedId) => {
    // One that moved, or was replaced, is known and let go of.
    if (row.activityId !== null || row.replaces !== null || outreach.backAtVersion > 0) return row;
    const members = await store.bursts.of(outreach.id);
    const member = members.find(({ conversationId }) => conversationId === row.conversationId);
    if (member !== undefined) {
      if ((await store.bursts.get(member.burstId))?.activityId === pressedId) return row;
      await store.bursts.giveOwnCard(outreach.id, row.conversationId);
    }
    log.info(
      { outreachId: outreach.id },
      'a card that was pressed was not known; it is kept true from now on',
    );
    const adopted = {
      ...row,
      activityId: pressedId,
      shownVersion: 0,
      failures: 0,
      nextTryAt: 0,
      lastError: null,
    };
    await store.cards.put(adopted);
    return adopted;
  };
}
