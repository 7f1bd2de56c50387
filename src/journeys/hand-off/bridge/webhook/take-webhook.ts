import type { ErrorCode } from '../../../../errors/catalogue.ts';
import type { BridgeParts } from '../bridge-parts.ts';
import { newCarried } from '../carry/new-carried.ts';
import { placeAt } from '../read/listed-messages.ts';
import { textOf } from '../texts/text-of.ts';
import { isSigned } from './signed.ts';
import { webhookBody } from './webhook-body.ts';

/** What a call to the webhook is answered: an HTTP status, and a code where it is turned away. */
export interface WebhookAnswer {
  readonly status: number;
  readonly body?: { readonly code: ErrorCode };
}

/**
 * Takes what a partner's integration sends. Nothing is looked at before the signature of the bytes; 200 only once the message is in the outbox, where
 * it counts once however often it comes; typing and other events are taken and dropped (no contract carries them to our customer without an agent's
 * own token). `wake`: a hand-off has a new message. Throws what the store throws: then the platform tries again.
 */
export function createTakeWebhook(
  parts: Pick<BridgeParts, 'bridges' | 'partner' | 'clock' | 'newId' | 'log'> & {
    readonly wake: (handOffId: string) => void;
  },
): (partnerId: string, rawBody: Buffer, signature: string | undefined) => Promise<WebhookAnswer> {
  const { bridges, partner, clock, newId, log, wake } = parts;

  function turnedAway(status: number, code: ErrorCode, partnerId: string): WebhookAnswer {
    log.warn({ partnerId, code }, 'a call to the bridge’s webhook was turned away');
    return { status, body: { code } };
  }

  return async (partnerId, rawBody, signature) => {
    const known = partner(partnerId);
    if (known === null) return turnedAway(404, 'bridge.partner-unknown', partnerId);
    if (signature === undefined) return turnedAway(401, 'bridge.signature-missing', partnerId);
    if (!isSigned(rawBody, signature, known.webhookToken))
      return turnedAway(403, 'bridge.signature-wrong', partnerId);
    const read = webhookBody.safeParse(parsed(rawBody));
    const saidAt = Date.parse(read.data?.channel.time ?? '');
    if (!read.success || Number.isNaN(saidAt)) return turnedAway(400, 'bridge.webhook-malformed', partnerId);
    const { id, channel, type, text, content, direction } = read.data;
    if (channel.id !== undefined && channel.id !== null && channel.id !== known.integrationId)
      return turnedAway(404, 'bridge.hand-off-unknown', partnerId);
    const handOffId = channel.to.id;
    const bridge = await bridges.get(handOffId);
    if (bridge === null || bridge.partnerId !== partnerId)
      return turnedAway(404, 'bridge.hand-off-unknown', partnerId);
    if (!['Text', 'Structured'].includes(type) || direction === 'Inbound') return { status: 200 };
    const now = clock.now();
    const rows = newCarried(
      {
        handOffId,
        direction: 'to-customer',
        kind: 'message',
        sourceId: id,
        text: textOf({ id, normalizedMessage: { text, content } }),
        place: placeAt(saidAt),
        saidAt,
      },
      now,
      newId,
    );
    const ended = bridge.state === 'ended';
    if (!ended) await bridges.take(rows);
    log.debug({ partnerId, handOffId, messageId: id, ended }, 'a reply came by the webhook');
    wake(handOffId);
    return { status: 200 };
  };
}

function parsed(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8'));
  } catch {
    return undefined;
  }
}
