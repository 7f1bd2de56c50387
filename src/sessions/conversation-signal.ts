/** What an event tells about messages of a conversation. `at` is epoch milliseconds of the platform's clock. */
export type ConversationSignal =
  | {
      /** An outbound message of ours or another's: compare `messageId`. */
      readonly kind: 'delivered' | 'undelivered';
      readonly conversationId: string;
      readonly messageId: string;
      readonly at: number;
    }
  | {
      /** The customer wrote: compare `at` with when ours was sent. */
      readonly kind: 'replied';
      readonly conversationId: string;
      readonly messageId: string | null;
      readonly at: number;
    };
