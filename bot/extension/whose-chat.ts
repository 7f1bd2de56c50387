import type { ConversationReference, ReferenceTable } from '../../src/store/shapes/reference-table.ts';
import type { TeamsUser } from '../teams/teams-port.ts';

/**
 * The conversation by which a person is known: their own chat with the bot, else the channel they are in; null when there is neither.
 * People search, and press what was found, in chats the bot is not in: those say nothing about anybody, and are never written down.
 */
export type WhoseChat = (
  user: TeamsUser,
  incoming: ConversationReference | null,
) => Promise<ConversationReference | null>;

const rememberedPeople = 10_000;

/** A person's chat is looked for among all of them once, and by its id afterwards. */
export function createWhoseChat(references: Pick<ReferenceTable, 'get' | 'installed'>): WhoseChat {
  const chatIds = new Map<string, string>();

  async function at(
    conversationId: string | undefined,
    user: TeamsUser,
  ): Promise<ConversationReference | null> {
    const found = conversationId === undefined ? null : await references.get(conversationId);
    return found !== null && isOwn(found, user) ? found : null;
  }

  async function lookFor(user: TeamsUser): Promise<ConversationReference | null> {
    const found = (await references.installed()).find((reference) => isOwn(reference, user)) ?? null;
    if (found === null) return null;
    chatIds.set(user.id, found.conversationId);
    const [oldest] = chatIds.keys();
    if (chatIds.size > rememberedPeople && oldest !== undefined) chatIds.delete(oldest);
    return found;
  }

  return async (user, incoming) =>
    (await at(incoming?.conversationId, user)) ??
    (await at(chatIds.get(user.id), user)) ??
    (await lookFor(user)) ??
    (incoming?.kind === 'channel' ? incoming : null);
}

function isOwn({ kind, userId, installed }: ConversationReference, user: TeamsUser): boolean {
  return installed && kind === 'personal' && userId === user.id;
}
