import type { Logger } from 'pino';
import type { Clock } from '../../src/clock.ts';
import type { CobrowseCardRow, CobrowseOffer } from '../../src/store/shapes/cobrowse-table.ts';
import type { Store } from '../../src/store/store.ts';
import type { ConversationLanguages } from '../conversation-languages.ts';
import type { People } from '../people/people.ts';
import type { TeamsPort } from '../teams/teams-port.ts';
import type { DrawCobrowse } from './draw-cobrowse.ts';
import { createOwnChatCards, type OwnChatCards } from './own-chat-cards.ts';

/** An offer stands for a minute; its card is of no use a day later. */
const considerMs = 24 * 60 * 60_000;

export type CobrowseCards = Pick<OwnChatCards, 'poke' | 'start' | 'stop'>;

/** One card for each offer of cobrowse, in the chat of the agent who made it: poked by the offer's event id. */
export function createCobrowseCards(parts: {
  store: Pick<Store, 'cobrowses' | 'engine' | 'references'>;
  teams: Pick<TeamsPort, 'post' | 'update'>;
  people: Pick<People, 'agentIdsIn'>;
  draw: DrawCobrowse;
  languages: Pick<ConversationLanguages, 'of'>;
  clock: Clock;
  log: Logger;
}): CobrowseCards {
  const { store, draw, clock } = parts;
  const { cobrowses, references } = store;
  const since = () => clock.now() - considerMs;
  return createOwnChatCards<CobrowseOffer, CobrowseCardRow>({
    ...parts,
    engine: store.engine,
    references,
    source: {
      name: 'cobrowse cards',
      behind: (limit) => cobrowses.behind(since(), limit),
      thing: (eventId) => cobrowses.ofEvent(eventId),
      row: cobrowses.card,
      newRow: (eventId, row) => ({ eventId, ...row }),
      put: cobrowses.putCard,
      claim: cobrowses.claimCard,
      draw,
    },
  });
}
