import { createHmac } from 'node:crypto';
import axios from 'axios';
import { publishConversation } from '../acts/conversation/publish-conversation.ts';
import type { Scene } from '../acts/conversation/scene.ts';
import { customerEntry } from '../acts/messages/customer-entry.ts';
import { isoTime } from '../iso-time.ts';
import type { Message } from '../world/conversation.ts';
import type { OpenIntegration } from './open-integration.ts';

const retries = 5;
const betweenMs = 5000;
/** Real time: there is a real server at the other end. */
const patienceMs = 10_000;

/**
 * Takes an outbound message to the integration's webhook, signed, up to five times more, five seconds apart, while
 * there is no answer, a 429 or a 5xx. Any other refusal is final (unverified). Then the message is `delivery-failed`.
 */
export async function deliverToWebhook(
  scene: Scene,
  integration: OpenIntegration,
  message: Message,
): Promise<void> {
  const text = JSON.stringify(webhookBody(scene, integration, message));
  const attempt = async (left: number): Promise<void> => {
    const { sandbox, org, conversation, customer } = scene;
    const status = await post(integration, text);
    // Reset meanwhile: nobody waits for the message any more.
    if (sandbox.world.orgs.get(org.id) !== org) return;
    if (status !== undefined && status >= 200 && status < 300) {
      sandbox.append(customerEntry('shown', conversation, customer, message));
      return;
    }
    const mayPass = status === undefined || status === 429 || status >= 500;
    if (mayPass && left > 0) {
      sandbox.later(betweenMs, () => attempt(left - 1));
      return;
    }
    message.status = 'delivery-failed';
    message.statusAt = sandbox.now();
    publishConversation(sandbox, org, conversation, customer);
  };
  await attempt(retries);
}

/** An agent types: told once, whatever comes back (unverified: that it is not told again). */
export async function tellTyping(
  { newId, now }: Pick<Scene['sandbox'], 'newId' | 'now'>,
  { guestId }: Scene['customer'],
  integration: OpenIntegration,
  durationMs: number,
): Promise<void> {
  const id = newId();
  const event = {
    id,
    channel: channelView(integration, guestId, { id, at: now() }),
    type: 'Event',
    events: [{ eventType: 'Typing', typing: { type: 'On', duration: durationMs } }],
    direction: 'Outbound',
  };
  await post(integration, JSON.stringify(event));
}

/** The HTTP status; undefined when no answer came. */
async function post(
  { webhookUrl, webhookHeaders, secret }: OpenIntegration,
  text: string,
): Promise<number | undefined> {
  const signature = createHmac('sha256', secret).update(text).digest('base64');
  try {
    const { status } = await axios.post(webhookUrl, text, {
      headers: {
        ...webhookHeaders,
        'content-type': 'application/json',
        'X-Hub-Signature-256': `sha256=${signature}`,
        connection: 'close',
      },
      timeout: patienceMs,
      maxRedirects: 0,
      proxy: false,
      validateStatus: () => true,
    });
    return status;
  } catch {
    return undefined;
  }
}

function webhookBody({ customer }: Scene, integration: OpenIntegration, message: Message) {
  return {
    id: message.id,
    channel: channelView(integration, customer.guestId, message),
    type: 'Text',
    text: message.text,
    content: [],
    direction: 'Outbound',
    originatingEntity: message.originatingEntity ?? 'Bot',
    metadata: {},
  };
}

function channelView(
  { id }: OpenIntegration,
  guestId: string,
  message: { readonly id: string; readonly at: number; readonly fromName?: string },
) {
  return {
    id,
    platform: 'Open',
    type: 'Private',
    to: { id: guestId },
    from: { id, ...(message.fromName !== undefined && { nickname: message.fromName }) },
    time: isoTime(message.at),
    messageId: message.id,
  };
}
