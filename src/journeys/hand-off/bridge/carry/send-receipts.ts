import { ReachbackError } from '../../../../errors/reachback-error.ts';
import { sendOpenReceipt } from '../../../../genesys/endpoints/send-open-receipt.ts';
import type { CrossingParts } from '../crossing-parts.ts';

/**
 * Tells the partner's platform what became of its people's replies: delivered once the customer's messenger has shown them, failed where they were
 * refused or wait in the history of a customer who is away (until that changes). Gives when to try again, milliseconds; null: nothing is left.
 */
export function createSendReceipts(parts: CrossingParts): () => Promise<number | null> {
  const { handOffId, bridges, clock, timings, log } = parts;

  return async () => {
    const bridge = await bridges.get(handOffId);
    if (bridge === null) return null;
    if (parts.isOthers(bridge)) return timings.backOff.maxMs;
    for (const message of await bridges.of(handOffId)) {
      const { receiptDue: status, receiptSent, direction, kind, lastPart } = message;
      if (direction !== 'to-customer' || kind !== 'message' || !lastPart) continue;
      if (status === null || status === receiptSent) continue;
      try {
        const { call, integrationId } = parts.partnerOf(bridge);
        await sendOpenReceipt(call, integrationId, {
          messageId: message.sourceId.replace(/#\d+$/, ''),
          to: integrationId,
          at: clock.now(),
          status,
          reason: status === 'Failed' ? reasonOf(message.state) : null,
        });
      } catch (thrown) {
        if (!(thrown instanceof ReachbackError)) throw thrown;
        log.warn({ handOffId, code: thrown.code, facts: thrown.facts }, 'a receipt was not sent');
        if (thrown.retry !== 'never') return timings.backOff.maxMs;
      }
      await bridges.settle(message, { receiptSent: status });
    }
    return null;
  };
}

function reasonOf(state: string): string {
  if (state === 'delivered') return 'The customer is away; the message waits in the conversation.';
  return state === 'dropped' ? 'The hand-off had ended.' : 'The message could not be delivered.';
}
