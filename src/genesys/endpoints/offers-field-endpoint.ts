import { z } from 'zod';
import { ReachbackError } from '../../errors/reachback-error.ts';
import type { PlatformCall } from '../platform-call.ts';

/**
 * Does this organisation offer an endpoint of the field contracts? Asks with an empty body, which can never send: 400 means offered, any
 * other refusal not offered to us (*unverified* on a real organisation). Throws when there is no answer to go by.
 */
export async function offersFieldEndpoint(
  call: PlatformCall,
  endpoint: { readonly path: string; readonly ids?: Readonly<Record<string, string>> },
): Promise<boolean> {
  try {
    await call({
      ...endpoint,
      method: 'POST',
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
    // The main way to the customer must not wait for an endpoint that is refused: missing, or not permitted.
    if (error.retry === 'never') return false;
    throw error;
  }
}
