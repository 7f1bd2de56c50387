import { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { SettablePresence } from '../../src/journeys/journeys.ts';
import { wordsOf } from '../locales/words.ts';
import type { Command } from './command.ts';
import { noticeReply } from './notice-reply.ts';

/** Sets the asking agent's own presence in Genesys Cloud, and says what Genesys answered. */
export function setPresence(asked: SettablePresence): Command {
  return async ({ reference, locale, journeys, person }) => {
    const { agent } = await person();
    if (agent === null) throw new ReachbackError('teams.person-unknown');
    if (reference.kind !== 'personal') throw new ReachbackError('teams.own-chat-only');
    const { presence, routingStatus } = await journeys.ownPresence.set(agent.agentId, asked);
    const words = wordsOf(locale);
    const wanted = words(`presence.${asked}`);
    const said =
      presence === null
        ? words('presence.set.unsaid', { asked: wanted })
        : presence === asked
          ? words('presence.set.done', { presence: wanted })
          : words('presence.set.other', { asked: wanted, presence: words(`presence.${presence}`) });
    const routing =
      routingStatus === null
        ? words('presence.set.routing-unread')
        : words('presence.set.routing', { routing: words(`routing.${routingStatus}`) });
    const tone = presence === asked ? 'good' : 'problem';
    return noticeReply({ title: words('presence.set.title'), lines: [said, routing], tone }, locale);
  };
}
