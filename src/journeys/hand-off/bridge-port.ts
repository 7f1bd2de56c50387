import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import type { PlatformCall } from '../../genesys/platform-call.ts';
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

/** The whole of it, as it is joined to the rest. */
export interface Bridge extends BridgePort {
  /** An outbound message or receipt of the partner’s integration: raw bytes, and `X-Hub-Signature-256` as it came. */
  takeWebhook(
    partnerId: string,
    rawBody: Buffer,
    signature: string | undefined,
  ): Promise<{ readonly status: number; readonly body?: unknown }>;
  /** Something happened in this conversation of ours. Must not throw. */
  poke(conversationId: string): void;
  start(): void;
  stop(): Promise<void>;
}

/** What a bridge is made of, but for its own table. */
export interface BridgeGround {
  readonly source: PlatformCall;
  /** Our own id with the platform: whose name a message bears that no agent writes. */
  readonly sourceClientId: string;
  /** Null: not registered, or without an integration. */
  readonly partner: (partnerId: string) => {
    readonly call: PlatformCall;
    readonly integrationId: string;
    readonly webhookToken: string;
  } | null;
  readonly ended: (
    handOffId: string,
    how: { readonly by: Exclude<HandOffEnd, 'person'>; readonly code?: string },
  ) => Promise<void>;
  readonly changed: (handOffId: string) => void;
  readonly clock: Clock;
  readonly platformNow: () => number;
  readonly newId: () => string;
  readonly log: Logger;
}
