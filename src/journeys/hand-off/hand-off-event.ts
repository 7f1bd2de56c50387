import type { HandOffEnd } from '../../store/shapes/hand-off-table.ts';

/** What may happen to a hand-off. */
export type HandOffEvent =
  /** The receiving side has taken this ticket. */
  | { readonly kind: 'ticket-accepted'; readonly ticketId: string }
  | { readonly kind: 'ticket-refused'; readonly ticketId: string; readonly code: string }
  /** The request to move it is about to leave. */
  | { readonly kind: 'leaving' }
  /** The platform or the bridge said no. */
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'failed'; readonly code: string }
  | { readonly kind: 'lost'; readonly code: string }
  | { readonly kind: 'bridged' }
  | { readonly kind: 'moved'; readonly destinationConversationId: string | null }
  | {
      readonly kind: 'progress';
      readonly toPartner: number;
      readonly toCustomer: number;
      readonly waiting: number;
      readonly code: string | null;
    }
  | {
      readonly kind: 'ended';
      readonly by: HandOffEnd;
      readonly byName: string | null;
      readonly code: string | null;
    };
