/** How long after being active a customer counts as just here, milliseconds: the promise of the product. */
export const recentMs = 24 * 60 * 60_000;

/**
 * What ended the customer's leg: an agent hung up, the customer left, nobody wrote for too long, the organisation's own flow, or a
 * fault on the way.
 */
export const sessionEnds = ['agent', 'customer', 'timed-out', 'flow', 'fault'] as const;

export type SessionEnd = (typeof sessionEnds)[number];

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
  /** What ended it; null: it has not ended, or that was not told. */
  readonly endedBy: SessionEnd | null;
  /** The customer reached a queue and no agent ever connected. */
  readonly abandoned: boolean;
  /** A queue, a flow or an agent has it while the customer is connected; else a connected customer is by themselves. */
  readonly attended: boolean;
  /** The customer wiped it from the messenger; null: not known, only analytics tells, once it has ended. */
  readonly cleared: boolean | null;
}

/** What tells one customer from another. */
export type CustomerIds = Pick<Session, 'externalContactId' | 'channelId' | 'guestId'>;

/** Who this is, whatever the conversation: the external contact if there is one, else the guest on that channel. */
export function customerKey(ids: CustomerIds): string {
  return ids.externalContactId === null ? guestKey(ids) : contactKey(ids.externalContactId);
}

/** The person, whatever the browser. */
export function contactKey(externalContactId: string): string {
  return `contact:${externalContactId}`;
}

/** Every key this customer may have been known by: a guest often becomes a contact only later. */
export function customerKeys(ids: CustomerIds): string[] {
  return [...new Set([customerKey(ids), guestKey(ids)])];
}

/** The browser on that channel, whoever sits before it. */
export function guestKey({ channelId, guestId }: Pick<Session, 'channelId' | 'guestId'>): string {
  return `guest:${channelId}:${guestId}`;
}
