import type { Bridge, BridgeEnd } from '../../../store/shapes/bridge-table.ts';
import type { BridgePartner, BridgeParts } from './bridge-parts.ts';
import type { BridgeTimings } from './bridge-timings.ts';
import type { SendToCustomer } from './carry/send-to-customer.ts';
import type { BridgeWords } from './texts/bridge-words.ts';

/** What the work on one hand-off shares. */
export interface CrossingParts
  extends Pick<BridgeParts, 'bridges' | 'source' | 'counted' | 'clock' | 'platformNow' | 'newId' | 'log'> {
  readonly handOffId: string;
  readonly sendToCustomer: SendToCustomer;
  /** Throws `bridge.partner-unknown`. */
  readonly partnerOf: (bridge: Bridge) => BridgePartner;
  /**
   * Whether what is to be done at the partner is left to another instance: this one does not know the partner, as one that was started earlier may not. In the
   * end it is taken for nobody's.
   */
  readonly isOthers: (bridge: Bridge) => boolean;
  readonly timings: BridgeTimings;
  readonly words: BridgeWords;
  /** How long until a conversation is read again, milliseconds. */
  readonly readEveryMs: () => number;
  readonly changed: () => void;
  /** A fault to be shown, by its code; null: it is over. */
  readonly note: (code: string | null) => Promise<void>;
  /** Begins the end, once. `sideIsOver`: the conversation of that side has ended by itself. */
  readonly beginEnd: (by: BridgeEnd, sideIsOver: boolean, code?: string) => Promise<void>;
}
