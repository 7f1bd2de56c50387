import { z } from 'zod';
import { ReachbackError } from '../../errors/reachback-error.ts';
import type { PlatformCall } from '../platform-call.ts';

/**
 * Does this organisation offer the field contract's endpoint? Asks with an empty body, which can never send: 400 means
 * offered, 404 or 405 not offered (*unverified* on a real organisation). Throws on anything that says neither.
 */
export async function offersExternalMessages(call: PlatformCall): Promise<boolean> {
  try {
    await call({
      method: 'POST',
      path: '/api/v2/conversations/messaging/external-messages',
      body: {},
      answer: z.unknown(),
      priority: 'truth',
      idempotent: true,
    });
    // An endpoint that takes an empty message does not keep the contract.
    return false;
  } catch (error) {
    const status = error instanceof ReachbackError ? error.facts.status : undefined;
    if (status === 400) return true;
    if (status === 404 || status === 405) return false;
    throw error;
  }
}
