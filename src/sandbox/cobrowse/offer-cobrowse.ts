import { randomInt } from 'node:crypto';
import { publishConversation } from '../acts/conversation/publish-conversation.ts';
import type { Scene } from '../acts/conversation/scene.ts';
import { guestEntry } from '../acts/guest/guest-entry.ts';
import { isOnline } from '../acts/guest/is-online.ts';
import { coBrowseEvent, shownFrame } from '../guest/structured-message.ts';
import type { CobrowseSession } from './cobrowse-session.ts';
import { cobrowseState } from './cobrowse-state.ts';

/** unverified: how long an offer holds. */
const offerMs = 60_000;

const news = {
  Offering: 'cobrowse-offered',
  OfferingExpired: 'cobrowse-offer-expired',
  OfferingAccepted: 'cobrowse-accepted',
  OfferingRejected: 'cobrowse-rejected',
} as const;

interface Given {
  /** A new one when absent. */
  readonly id?: string;
  readonly agentId: string;
  readonly mode: CobrowseSession['mode'];
  readonly silent?: boolean;
}

/**
 * Makes a session and offers it to the guest; after a minute without an answer the offer has expired. A `silent` one
 * is made and never offered.
 */
export function offerCobrowse(scene: Scene, { id, agentId, mode, silent = false }: Given): CobrowseSession {
  const { sandbox, org, conversation } = scene;
  const now = sandbox.now();
  const session: CobrowseSession = {
    id: id ?? sandbox.newId(),
    agentId,
    mode,
    conversationId: conversation.id,
    joinCode: String(randomInt(100_000_000, 1_000_000_000)),
    createdAt: now,
    offerEndsAt: now + offerMs,
    sideIds: { agent: sandbox.newId(), customer: sandbox.newId() },
    state: silent ? 'silent' : 'offering',
  };
  org.cobrowses.set(session.id, session);
  sandbox.changed();
  if (silent) return session;
  tell(scene, session, 'Offering');
  sandbox.later(offerMs, () => {
    if (session.state !== 'offering') return;
    session.state = 'expired';
    tell(scene, session, 'OfferingExpired');
  });
  return session;
}

/** The guest takes the offer or turns it down; false when it no longer stands. */
export function answerCobrowse(scene: Scene, session: CobrowseSession, accepts: boolean): boolean {
  if (cobrowseState(session, scene.sandbox.now()) !== 'offering') return false;
  session.state = accepts ? 'accepted' : 'rejected';
  session[accepts ? 'acceptedAt' : 'overAt'] = scene.sandbox.now();
  tell(scene, session, accepts ? 'OfferingAccepted' : 'OfferingRejected');
  return true;
}

/** The customer stops sharing; false when nothing is shared. */
export function endCobrowse(
  { sandbox, org, conversation, customer }: Scene,
  session: CobrowseSession,
): boolean {
  if (session.state !== 'accepted') return false;
  session.state = 'ended';
  session.overAt = sandbox.now();
  const { id: conversationId } = conversation;
  sandbox.append(guestEntry('did', 'cobrowse-ended', org.id, customer, { conversationId }));
  publish({ sandbox, org, conversation, customer });
  return true;
}

/** unverified: an offer does not stand in the history, so a guest who is away never sees it. */
function tell(
  { sandbox, org, conversation, customer }: Scene,
  session: CobrowseSession,
  type: keyof typeof news,
): void {
  publish({ sandbox, org, conversation, customer });
  if (!isOnline(sandbox, customer)) return;
  const did = type === 'OfferingAccepted' || type === 'OfferingRejected';
  const { id: conversationId } = conversation;
  sandbox.append(guestEntry(did ? 'did' : 'shown', news[type], org.id, customer, { conversationId }));
  const event = coBrowseEvent(sandbox.newId(), sandbox.now(), type, session);
  sandbox.guests.send(customer.token, shownFrame(event));
}

/** Who follows the conversation hears of it as of any change. unverified: that cobrowse of web messaging shows there. */
function publish({ sandbox, org, conversation, customer }: Scene): void {
  sandbox.changed();
  sandbox.later(sandbox.settings.deliveryStepMs, () =>
    publishConversation(sandbox, org, conversation, customer),
  );
}
