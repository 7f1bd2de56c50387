import type { HandOffSchema } from './hand-off-schema.ts';
import type { WidgetSchema } from './widget-schema.ts';

/** The tables, as kysely sees them. Times are epoch milliseconds; booleans are 0 or 1 on both engines; json is text. */
export interface Schema extends HandOffSchema, WidgetSchema {
  outreach: {
    id: string;
    kind: string;
    eventId: string;
    state: string;
    reason: string | null;
    mode: string;
    agentId: string;
    agentName: string;
    customerKey: string;
    customerName: string | null;
    conversationId: string;
    channelId: string;
    guestId: string;
    /** The customer by browser, for look-ups: may be a contact by `customerKey`. */
    guestKey: string;
    externalContactId: string | null;
    queueId: string | null;
    queueName: string | null;
    sessionLastActivityAt: number;
    sessionEndedAt: number | null;
    sessionEndedBy: string | null;
    text: string;
    proposedText: string | null;
    route: string | null;
    message: string | null;
    answer: string | null;
    /** The answer's conversation, for look-ups: another one when the threading window was over. */
    landedOn: string | null;
    sendAt: number | null;
    decidedBy: string | null;
    decidedAt: number | null;
    declineReason: string | null;
    declineNote: string | null;
    snoozedUntil: number | null;
    snoozedBy: string | null;
    backAtVersion: number;
    /** Customers' words, kept only while a decision is waited for. */
    briefing: string | null;
    attemptedAt: number | null;
    createdAt: number;
    updatedAt: number;
    expiresAt: number | null;
    version: number;
  };
  audit: {
    outreachId: string;
    version: number;
    at: number;
    who: string;
    why: string;
    fromState: string | null;
    toState: string;
  };
  session: {
    conversationId: string;
    channelId: string;
    guestId: string;
    externalContactId: string | null;
    customerName: string | null;
    queueId: string | null;
    lastAgentId: string | null;
    startedAt: number;
    lastActivityAt: number;
    endedAt: number | null;
    endedBy: string | null;
    abandoned: number;
    attended: number;
    cleared: number | null;
  };
  presence: {
    agentId: string;
    presence: string;
    presenceSince: number;
    routingStatus: string;
    routingSince: number;
  };
  reference: {
    conversationId: string;
    kind: string;
    serviceUrl: string;
    tenantId: string | null;
    botId: string;
    userId: string | null;
    aadObjectId: string | null;
    userName: string | null;
    userEmail: string | null;
    locale: string | null;
    installed: number;
    /** By Teams' clock. */
    toldAt: number;
    refusedWith: string | null;
    createdAt: number;
    updatedAt: number;
  };
  card: {
    outreachId: string;
    conversationId: string;
    activityId: string | null;
    replaces: string | null;
    shownVersion: number;
    failures: number;
    nextTryAt: number;
    lastError: string | null;
  };
  burst: {
    id: string;
    conversationId: string;
    activityId: string | null;
    takesMore: number;
    failures: number;
    nextTryAt: number;
    lastError: string | null;
    createdAt: number;
  };
  burstMember: {
    outreachId: string;
    conversationId: string;
    burstId: string;
    /** From 1, in the order they joined. */
    place: number;
    ownCard: number;
    shownVersion: number;
  };
  replyCard: {
    outreachId: string;
    conversationId: string;
    activityId: string | null;
    shownVersion: number;
    failures: number;
    nextTryAt: number;
    lastError: string | null;
  };
  agentReply: {
    eventId: string;
    outreachId: string;
    conversationId: string;
    agentId: string;
    text: string;
    state: string;
    code: string | null;
    messageId: string | null;
    attemptedAt: number;
    version: number;
  };
  conversationEvent: {
    id: string;
    conversationId: string;
    kind: string;
    at: number;
    noticedAt: number;
    body: string;
    state: string;
    attempts: number;
    nextTryAt: number;
    claimedUntil: number | null;
    lastStatus: number | null;
    lastError: string | null;
    settledAt: number | null;
    version: number;
  };
  cobrowse: {
    eventId: string;
    sessionId: string | null;
    conversationId: string;
    channelId: string;
    agentId: string;
    customerName: string | null;
    contract: string;
    mode: string;
    state: string;
    code: string | null;
    joinCode: string | null;
    offerEndsAt: number | null;
    acceptedAt: number | null;
    attemptedAt: number;
    changedAt: number;
    version: number;
  };
  cobrowseCard: {
    eventId: string;
    conversationId: string;
    activityId: string | null;
    shownVersion: number;
    failures: number;
    nextTryAt: number;
    lastError: string | null;
  };
  activity: { id: string; seenAt: number };
  optOut: { customerKey: string; at: number };
  setting: { key: string; value: string };
  policyChange: { revision: number; at: number; who: string; value: string };
}
