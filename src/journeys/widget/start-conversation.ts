import { isCaseOf } from '../../errors/is-case-of.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import { getContact } from '../../genesys/endpoints/get-contact.ts';
import { startMessagingConversation } from '../../genesys/endpoints/start-messaging-conversation.ts';
import type { PlatformCall } from '../../genesys/platform-call.ts';
import { refuse } from './refuse.ts';

export interface StartedConversation {
  readonly id: string;
  readonly sessionId: string | null;
}

/**
 * Starts a conversation with a contact by the field contract. Its one refusal, “Token is invalid or expired.”, has many causes: the
 * token's age (five minutes at most) is ruled out by one made just now, then the person is looked up, and what is left is the scope. Throws
 * `widget.unknown-user`, `widget.start-scope`, `widget.start-not-offered`, `widget.start-unknown`, and what the platform throws.
 */
export async function startConversation(
  asked: { contactId: string; channelId: string },
  parts: {
    call: PlatformCall;
    /** With a token of some minutes at most. */
    youngCall: PlatformCall;
    /** With a token made for this call. */
    newCall: PlatformCall;
  },
): Promise<StartedConversation> {
  const start = async (call: PlatformCall): Promise<StartedConversation | null> => {
    try {
      return await startMessagingConversation(call, { ...asked, externalId: null });
    } catch (error) {
      if (!(error instanceof ReachbackError)) throw error;
      if (error.facts.status === 404) throw refuse('widget.start-not-offered');
      // It may stand: nobody can look it up, and another request could make a second one.
      if (error.retry === 'unknown') throw refuse('widget.start-unknown');
      if (!isCaseOf(error.code, 'genesys.widget.token-invalid')) throw error;
      return null;
    }
  };
  const started = (await start(parts.youngCall)) ?? (await start(parts.newCall));
  if (started !== null) return started;
  throw refuse((await isThere(parts.call, asked.contactId)) ? 'widget.start-scope' : 'widget.unknown-user');
}

async function isThere(call: PlatformCall, contactId: string): Promise<boolean> {
  try {
    await getContact(call, contactId);
    return true;
  } catch (error) {
    if (error instanceof ReachbackError && isCaseOf(error.code, 'genesys.not-found')) return false;
    throw error;
  }
}
