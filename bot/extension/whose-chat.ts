import type { ConversationReference, ReferenceTable } from '../../src/store/store.ts';
import type { TeamsUser } from '../teams/teams-port.ts';

/**
 * The conversation by which a person is known: their own chat with the bot, else the channel they are in; null when there is neither.
 * People search, and press what was found, in chats the bot is not in: those say nothing about anybody, and are never written down.
 */
export async function whoseChat(
  user: TeamsUser,
  incoming: ConversationReference | null,
  references: Pick<ReferenceTable, 'get' | 'installed'>,
): Promise<ConversationReference | null> {
  const here = incoming === null ? null : await references.get(incoming.conversationId);
  if (here?.installed === true && isOwn(here, user)) return here;
  const own = (await references.installed()).find((reference) => isOwn(reference, user));
  return own ?? (incoming?.kind === 'channel' ? incoming : null);
}

function isOwn({ kind, userId }: ConversationReference, user: TeamsUser): boolean {
  return kind === 'personal' && userId === user.id;
}
