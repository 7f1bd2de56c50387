/** All the card of a hand-off shows. Times are epoch milliseconds; names and the note are people’s own words. */
export interface HandOffView {
  readonly handOffId: string;
  readonly state:
    | 'proposed'
    | 'asserted'
    | 'moving'
    | 'bridged'
    | 'moved'
    | 'ended'
    | 'refused'
    | 'failed'
    | 'unknown';
  /** Why it was refused, failed or does not go on; null: it was not. */
  readonly code: string | null;
  readonly customerName: string | null;
  readonly partnerName: string;
  readonly queue: string;
  readonly agentName: string;
  readonly originalQueue: string | null;
  readonly reason: 'escalation' | 'their-subject' | 'their-language' | 'other';
  readonly note: string | null;
  readonly contract: 'bridge' | 'field';
  /** A ticket was accepted at some time. */
  readonly attempted: boolean;
  readonly toPartner: number;
  readonly toCustomer: number;
  readonly waiting: number;
  readonly endedBy: 'person' | 'source' | 'destination' | 'time-limit' | 'fault' | null;
  readonly endedByName: string | null;
  readonly proposedAt: number;
  readonly changedAt: number;
  /** Whose people look at it: the partner’s have nothing to press. */
  readonly side: 'ours' | 'partner';
}
