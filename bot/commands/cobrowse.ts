import { ReachbackError } from '../../src/errors/reachback-error.ts';
import { cobrowsePlacesCard } from '../cards/cobrowse-places-card.ts';
import { wordsOf } from '../locales/words.ts';
import { personKey } from '../people/person-key.ts';
import type { Command } from './command.ts';
import { noticeReply } from './notice-reply.ts';

/**
 * Offers cobrowse in a conversation of the asking agent: `cobrowse <conversation> [view|control]`; alone, the conversations there are to
 * choose from. In the agent's own chat: the code to join by is for them.
 */
export const cobrowse: Command = async ({ rest, reference, user, saidId, locale, journeys, person }) => {
  const { agent } = await person();
  if (agent === null) throw new ReachbackError('teams.person-unknown');
  if (reference.kind !== 'personal') throw new ReachbackError('teams.own-chat-only');
  const words = wordsOf(locale);
  const { cobrowses } = journeys;
  const [target, mode = 'view', ...more] = rest.split(/\s+/).filter((word) => word !== '');
  if (target === undefined) {
    const [places, control] = await Promise.all([
      cobrowses.places(agent.agentId),
      cobrowses.controlAllowed(),
    ]);
    return {
      card: cobrowsePlacesCard({ places, control }, locale),
      summary: words('cobrowse.places.title'),
    };
  }
  const asked = mode.toLowerCase();
  if ((asked !== 'view' && asked !== 'control') || more.length > 0)
    throw new ReachbackError('cobrowse.mode-unknown');
  await cobrowses.offer({
    personKey: personKey(user),
    agentId: agent.agentId,
    target: target.replaceAll(/^["'“„«]+|["'”“»]+$/g, ''),
    mode: asked,
    eventId: saidId,
  });
  const view = {
    title: words('cobrowse.said.title'),
    lines: [words('cobrowse.said.offered')],
    tone: 'plain',
  } as const;
  return noticeReply(view, locale);
};
