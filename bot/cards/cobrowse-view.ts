/** All the card of an offer of cobrowse shows. Times are epoch milliseconds. */
export interface CobrowseView {
  /** The event the offer comes from. */
  readonly eventId: string;
  /** In Genesys Cloud. */
  readonly conversationId: string;
  readonly customerName: string | null;
  readonly mode: 'view' | 'control';
  /** `asking`: on its way; `unknown`: whether it arrived, or what the customer said; `missing`: looked for and not found. */
  readonly state:
    | 'asking'
    | 'offered'
    | 'accepted'
    | 'rejected'
    | 'expired'
    | 'ended'
    | 'unknown'
    | 'missing'
    | 'refused';
  /** Why it was refused, or is not known; null: neither. */
  readonly code: string | null;
  /** Null: not told, or over. */
  readonly joinCode: string | null;
  readonly offerEndsAt: number | null;
  /** Null: not accepted. */
  readonly acceptedAt: number | null;
  readonly attemptedAt: number;
  readonly changedAt: number;
  /** Where the conversation is in Genesys Cloud; null: not known. */
  readonly openAt: string | null;
  /** From this card it was offered once more already. */
  readonly offeredAgain: boolean;
}
