import type { SuiteName } from './suite.ts';

/** One thing the program does so that a promise holds; taken out, the suite named must go red. */
export interface Protection {
  /** The file `without/<name>.ts` that stands in for the module. */
  readonly name: string;
  /** The module it stands in for, from the root of the repository. */
  readonly instead: string;
  readonly suite: SuiteName;
}

export const protections: readonly Protection[] = [
  { name: 'attempt-first', instead: 'src/delivery/delivery.ts', suite: 'kills' },
  { name: 'answer-taken-up', instead: 'src/delivery/dispatcher.ts', suite: 'kills' },
  { name: 'approved-taken-up', instead: 'src/delivery/dispatcher.ts', suite: 'kills' },
  { name: 'event-once', instead: 'src/delivery/ledger.ts', suite: 'kills' },
  { name: 'compare-and-set', instead: 'src/store/outreach-table.ts', suite: 'kills' },
  { name: 'unknown-outcome', instead: 'src/delivery/delivery.ts', suite: 'lost-answers' },
  { name: 'reconcile', instead: 'src/delivery/reconciler.ts', suite: 'lost-answers' },
  { name: 'write-outcome-again', instead: 'src/delivery/delivery.ts', suite: 'disk' },
  { name: 'store-lock', instead: 'src/store/open-sqlite.ts', suite: 'two-processes' },
  { name: 'heartbeat', instead: 'src/genesys/channel-socket.ts', suite: 'sockets' },
  { name: 'subscription-check', instead: 'src/genesys/notification-feed.ts', suite: 'sockets' },
  { name: 'snapshot-after-gap', instead: 'src/presence/presence-snapshot.ts', suite: 'sockets' },
  { name: 'retry-after', instead: 'src/genesys/throttled-for.ts', suite: 'storm' },
  { name: 'budget-meter', instead: 'src/genesys/budget-meter.ts', suite: 'storm' },
  { name: 'frame-shape', instead: 'src/genesys/channel-frame.ts', suite: 'malformed' },
  { name: 'bridge-attempt-first', instead: 'src/store/bridge-table.ts', suite: 'hand-offs' },
  { name: 'bridge-once', instead: 'src/store/bridge-table.ts', suite: 'hand-offs' },
  { name: 'bridge-look', instead: 'src/journeys/hand-off/bridge/carry/find-carried.ts', suite: 'hand-offs' },
  { name: 'bridge-order', instead: 'src/journeys/hand-off/bridge/carry/next-step.ts', suite: 'hand-offs' },
  { name: 'contact-once', instead: 'src/journeys/widget/contact-book.ts', suite: 'first-tokens' },
  { name: 'contact-looked-up', instead: 'src/genesys/endpoints/look-up-contact.ts', suite: 'first-tokens' },
  { name: 'assertion-signature', instead: 'src/journeys/widget/check-assertion.ts', suite: 'forgeries' },
  { name: 'assertion-once', instead: 'src/journeys/widget/widget-desk.ts', suite: 'forgeries' },
];
