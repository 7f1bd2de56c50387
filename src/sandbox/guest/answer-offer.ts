import { answerCobrowse } from '../cobrowse/offer-cobrowse.ts';
import type { Customer } from '../world/customer.ts';
import type { Org } from '../world/org.ts';
import type { GuestRequest } from './guest-frame.ts';
import { type GuestAnswer, type GuestScene, guestRefusal } from './guest-scene.ts';

type Events = Extract<GuestRequest<'onMessage'>['message'], { type: 'Event' }>['events'];
type OfferAnswer = Extract<Events[number], { eventType: 'CoBrowse' }>['coBrowse'];

/**
 * The guest takes or declines a cobrowse session offered in one of their conversations; a refusal for one that is not
 * offered (any more). unverified as a whole: that the answer comes this way, and how it is refused.
 */
export function answerOffer(
  { sandbox }: GuestScene,
  org: Org,
  customer: Customer,
  { type, sessionId }: OfferAnswer,
): GuestAnswer | undefined {
  if (type !== 'OfferingAccepted' && type !== 'OfferingRejected') {
    return guestRefusal(403, `CoBrowse events ${type} are not supported`);
  }
  const session = org.cobrowses.get(sessionId);
  const conversation = org.conversations.get(session?.conversationId ?? '');
  const isTheirs = conversation?.customerId === customer.id;
  if (session === undefined || conversation === undefined || !isTheirs) {
    return guestRefusal(400, 'There is no such offer.');
  }
  const scene = { sandbox, org, conversation, customer };
  const stood = answerCobrowse(scene, session, type === 'OfferingAccepted');
  return stood ? undefined : guestRefusal(400, 'There is no such offer.');
}
