/** The tables, as kysely sees them. Times are epoch milliseconds; booleans are 0 or 1 on both engines; json is text. */
export interface Schema {
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
    text: string;
    route: string | null;
    message: string | null;
    answer: string | null;
    /** The answer's conversation, for look-ups: another one when the threading window was over. */
    landedOn: string | null;
    sendAt: number | null;
    decidedBy: string | null;
    decidedAt: number | null;
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
    installed: number;
    createdAt: number;
    updatedAt: number;
  };
  card: {
    outreachId: string;
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
}
