import type { Logger } from 'pino';
import type { Clock } from '../../src/clock.ts';
import type { Outreach } from '../../src/outreach/outreach.ts';
import type { OutreachTable } from '../../src/store/shapes/outreach-table.ts';
import type { ReplyCardRow } from '../../src/store/shapes/reply-table.ts';
import type { Store } from '../../src/store/store.ts';
import type { ConversationLanguages } from '../conversation-languages.ts';
import type { People } from '../people/people.ts';
import type { TeamsPort } from '../teams/teams-port.ts';
import type { DrawReply } from './draw-reply.ts';
import { createOwnChatCards } from './own-chat-cards.ts';

const considerMs = 7 * 24 * 60 * 60_000;

export interface ReplyCards {
  /** Something changed on this outreach or its replies. */
  poke(outreachId: string): void;
  /** This agent signed in or out: their cards offer something else now. */
  redrawOf(agentId: string): void;
  start(): void;
  /** Done when calls in hand have ended; begins none. */
  stop(): Promise<void>;
}

/** One card for each customer who answered, in their agent's own chat. */
export function createReplyCards(parts: {
  store: Pick<Store, 'engine' | 'replies' | 'references'> & {
    readonly outreaches: Pick<OutreachTable, 'get'>;
  };
  teams: Pick<TeamsPort, 'post' | 'update'>;
  people: Pick<People, 'agentIdsIn'>;
  draw: DrawReply;
  languages: Pick<ConversationLanguages, 'of'>;
  clock: Clock;
  log: Logger;
  random?: () => number;
}): ReplyCards {
  const { store, draw, clock, log } = parts;
  const { replies, references } = store;
  const since = () => clock.now() - considerMs;
  const cards = createOwnChatCards<Outreach, ReplyCardRow>({
    ...parts,
    engine: store.engine,
    references,
    source: {
      name: 'reply cards',
      behind: (limit) => replies.outreachesBehind(since(), limit),
      async thing(id) {
        const outreach = await store.outreaches.get(id);
        return outreach?.state !== 'replied' || outreach.updatedAt < since() ? null : outreach;
      },
      row: replies.card,
      newRow: (outreachId, row) => ({ outreachId, ...row }),
      put: replies.putCard,
      claim: replies.claimCard,
      draw,
    },
  });
  return {
    ...cards,
    redrawOf(agentId) {
      replies
        .shownOf(agentId, since())
        .then(cards.redraw, (err: unknown) =>
          log.warn({ err }, 'the reply cards of an agent were not drawn anew'),
        );
    },
  };
}
