/** One customer's web messaging session: the customer leg of one conversation. Times are epoch milliseconds. */
export interface Session {
  readonly conversationId: string;
  /** The web messaging deployment the customer wrote on: our `channelId`. */
  readonly channelId: string;
  /** The guest's session id, made by the web messaging client in the customer's browser: our `to.id`. */
  readonly guestId: string;
  readonly externalContactId: string | null;
  readonly customerName: string | null;
  readonly queueId: string | null;
  /** The Genesys user id of the agent who was last on the conversation. */
  readonly lastAgentId: string | null;
  readonly startedAt: number;
  /** When the customer's leg was last active. */
  readonly lastActivityAt: number;
  /** When the customer's leg was disconnected; null while it is connected. */
  readonly endedAt: number | null;
  /** The customer reached a queue and no agent ever connected. */
  readonly abandoned: boolean;
}

/** Who this is, whatever the conversation: the external contact if there is one, else the guest on that channel. */
export function customerKey(session: Pick<Session, 'externalContactId' | 'channelId' | 'guestId'>): string {
  return session.externalContactId === null
    ? `guest:${session.channelId}:${session.guestId}`
    : `contact:${session.externalContactId}`;
}
