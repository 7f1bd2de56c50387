import { isConnected } from '../acts/conversation/is-connected.ts';
import { publishConversation } from '../acts/conversation/publish-conversation.ts';
import { tellGuest } from '../acts/guest/tell-guest.ts';
import { customerArrives } from '../acts/messages/customer-arrives.ts';
import { latestConversation } from '../acts/messages/latest-conversation.ts';
import type { Customer } from '../world/customer.ts';
import type { Deployment } from '../world/deployment.ts';
import { presenceOf } from '../world/guest-event.ts';
import type { Org } from '../world/org.ts';
import { answerOffer } from './answer-offer.ts';
import type { GuestRequest } from './guest-frame.ts';
import { type GuestAnswer, type GuestScene, guestRefusal } from './guest-scene.ts';
import { startAnew } from './session/start-anew.ts';

type Events = Extract<GuestRequest<'onMessage'>['message'], { type: 'Event' }>['events'];

interface Extras {
  readonly tracingId?: string | undefined;
  readonly attributes?: Record<string, string> | undefined;
}

/** Events of a guest, each by what the deployment allows; the first refusal ends it. */
export function takeGuestEvent(
  scene: GuestScene,
  org: Org,
  deployment: Deployment,
  customer: Customer,
  events: Events,
  extras: Extras,
): GuestAnswer[] {
  const { messenger } = deployment;
  for (const event of events) {
    if (event.eventType === 'Typing') {
      if (messenger.showUserTypingIndicator) continue;
      return [guestRefusal(403, 'Turn on the Feature Toggle or fix the configuration.')];
    }
    if (event.eventType === 'CoBrowse') {
      const refused = answerOffer(scene, org, customer, event.coBrowse);
      if (refused !== undefined) return [refused];
      continue;
    }
    if (event.eventType !== 'Presence') {
      return [guestRefusal(403, `${event.eventType} events are not supported`)];
    }
    const { type } = event.presence;
    if (type === 'Clear') {
      if (!messenger.conversationClear) {
        return [guestRefusal(403, 'Presence events Conversation Clear are not supported')];
      }
      clear(scene, org, customer);
      return [];
    }
    // unverified: the refusal of presence events other than Clear.
    if (type !== 'Join' || !messenger.autoStart) {
      return [guestRefusal(403, `Presence events ${type} are not supported`)];
    }
    if (customer.readOnly === true) {
      return [guestRefusal(403, 'The conversation is read-only; start a new one.')];
    }
    join(scene, org, customer, extras);
  }
  return [];
}

/** The conversation begins, with a queue and no word yet; a second Join changes nothing. */
function join(
  { sandbox }: GuestScene,
  org: Org,
  customer: Customer,
  { tracingId, attributes }: Extras,
): void {
  const running = latestConversation(org, customer);
  if (customer.autoStarted === true && running !== undefined && isConnected(running)) return;
  const conversation = customerArrives(sandbox, org, customer, attributes);
  customer.autoStarted = true;
  const event = { event: presenceOf('Join'), direction: 'inbound' } as const;
  tellGuest(sandbox, conversation, customer, 'joined', event, tracingId);
  sandbox.later(sandbox.settings.deliveryStepMs, () =>
    publishConversation(sandbox, org, conversation, customer),
  );
}

/** The guest ends and wipes it: every window is told, and closed. */
function clear({ sandbox, guests }: GuestScene, org: Org, customer: Customer): void {
  startAnew(sandbox, org, customer, 'cleared');
  customer.wiped = true;
  guests.send(customer.token, { type: 'message', class: 'SessionClearedEvent', code: 200, body: {} });
  for (const window of guests.of(customer.token)) guests.dismiss(window);
}
