import { z } from 'zod';
import { ReachbackError } from '../../errors/reachback-error.ts';
import type { PlatformCall } from '../platform-call.ts';

/**
 * Does this organisation offer the field contract's endpoint for closed conversations? Asks with an empty body, which can never
 * send, on a conversation that exists: 400 means offered, any other refusal not offered to us (*unverified* on a real
 * organisation). Throws when there is no answer to go by.
 */
export async function offersWebchatMessages(call: PlatformCall, conversationId: string): Promise<boolean> {
  try {
    await call({
      method: 'POST',
      path: '/api/v2/conversations/webchat/{conversationId}/messages',
      ids: { conversationId },
      body: {},
      answer: z.unknown(),
      priority: 'ask',
      idempotent: true,
    });
    // An endpoint that takes an empty message does not keep the contract.
    return false;
  } catch (error) {
    if (!(error instanceof ReachbackError)) throw error;
    if (error.facts.status === 400) return true;
    if (error.retry === 'never') return false;
    throw error;
  }
}
