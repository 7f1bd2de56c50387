import type { HandOffEnd } from '../../store/shapes/hand-off-table.ts';

/** What a hand-off asks of the bridge; `begin` and `end` for the same hand-off again change nothing. */
export interface BridgePort {
  begin(bridged: {
    handOffId: string;
    partnerId: string;
    sourceConversationId: string;
    channelId: string;
    guestId: string;
    externalContactId: string | null;
    customerName: string | null;
    queue: string;
    context: { reason: string; note: string | null; originalQueue: string | null; agentName: string };
    limitMs: number;
  }): Promise<void>;
  end(handOffId: string, by: Exclude<HandOffEnd, 'person'>): Promise<void>;
  progress(handOffId: string): Promise<{
    /** Messages that reached the customer, and the partner. */
    readonly in: number;
    readonly out: number;
    readonly waiting: number;
    readonly lastError: string | null;
  } | null>;
}
