import type { Logger } from 'pino';
import type { Clock } from '../../../clock.ts';
import type { PlatformCall } from '../../../genesys/platform-call.ts';
import type { BridgeEnd, BridgeTable, Direction } from '../../../store/shapes/bridge-table.ts';
import type { BridgeTimings } from './bridge-timings.ts';
import type { BridgeWords } from './texts/bridge-words.ts';

/** The other organisation, as far as a bridge needs it. */
export interface BridgePartner {
  /** The API of its platform, with a client of its own there. */
  readonly call: PlatformCall;
  /** Its Open Messaging integration for us. */
  readonly integrationId: string;
  /** With which that integration signs what it sends to the webhook. */
  readonly webhookToken: string;
}

/** What a bridge is made of and whom it tells. */
export interface BridgeParts {
  readonly bridges: BridgeTable;
  /** Our own organisation's API. */
  readonly source: PlatformCall;
  /** Stands as the sender of messages by the field contract for closed conversations. */
  readonly sourceClientId: string;
  /** Null: not, or no longer, registered. */
  readonly partner: (partnerId: string) => BridgePartner | null;
  /** A hand-off is over, in the store as well; told again at the next start if this throws. */
  readonly ended: (
    handOffId: string,
    end: { readonly by: BridgeEnd; readonly code?: string },
  ) => void | Promise<void>;
  /** Something about `progress` is new. */
  readonly changed: (handOffId: string) => void;
  /** A message was delivered, or failed; for who counts them. */
  readonly counted?: (direction: Direction, outcome: 'delivered' | 'failed') => void;
  readonly clock: Clock;
  /** The source platform's time, epoch milliseconds. */
  readonly platformNow: () => number;
  readonly newId: () => string;
  readonly log: Logger;
  readonly timings?: Partial<BridgeTimings>;
  readonly words?: BridgeWords;
}
