/** What a hand-off ticket says: this conversation may go from that organisation to this one, once. */
export interface Ticket {
  /** `jti` */
  readonly id: string;
  /** `iss` */
  readonly sourceOrgId: string;
  /** `aud` */
  readonly destinationOrgId: string;
  readonly conversationId: string;
  readonly reason: string;
  /** By name; null: not known. */
  readonly originalQueue: string | null;
  /** As the source’s platform calls it, `webmessaging`. */
  readonly channelType: string;
}

/** How long a ticket holds. */
export const ticketLifeMs = 5 * 60_000;

/** By how much the clocks of two organisations may differ, both ways. */
export const ticketSkewMs = 30_000;
