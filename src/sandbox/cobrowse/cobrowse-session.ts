/** One cobrowse session that was offered to a guest. */
export interface CobrowseSession {
  readonly id: string;
  readonly conversationId: string;
  /** The agent who asked, or for whom was asked. */
  readonly agentId?: string;
  readonly mode: 'view' | 'control';
  /** Opens the session to whoever has it. */
  readonly joinCode: string;
  readonly createdAt: number;
  readonly offerEndsAt: number;
  /** The communications of the two in it. */
  readonly sideIds: { readonly agent: string; readonly customer: string };
  acceptedAt?: number;
  /** When it was declined or ended; an offer that ran out has its end for it. */
  overAt?: number;
  /** `silent`: made, and never offered to anybody. */
  state: 'silent' | 'offering' | 'accepted' | 'rejected' | 'expired' | 'ended';
}
