import type { ReachbackError } from '../errors/reachback-error.ts';
import type { Departure } from '../genesys/departure.ts';
import type { Outreach, Route } from '../outreach/outreach.ts';
import type { OutreachEvent } from '../outreach/outreach-event.ts';
import type { ProactiveMessage } from '../outreach/proactive-message.ts';
import type { Departures } from '../store/shapes/departures.ts';
import type { Ledger } from './ledger.ts';

/** One attempt to send, as the ledger is told of it: written at the last moment before the request leaves. */
export interface Attempt extends Departure {
  /** Written, and not taken back: from here on a crash is *unknown*, never a second message. */
  begun(): boolean;
  /** The row, where it has become somebody else's meanwhile: nothing was sent. */
  lost(): Outreach | null;
}

/** The attempt to send an approved outreach. `write` brings an outcome into the ledger, however long that takes. */
export function createAttempt(parts: {
  ledger: Ledger;
  approved: Outreach;
  route: Route;
  message: ProactiveMessage;
  departures: Departures | null;
  write: (id: string, outcome: OutreachEvent) => Promise<{ readonly outreach: Outreach }>;
}): Attempt {
  const { ledger, approved, route, message, departures, write } = parts;
  let row = approved;
  let state: 'waiting' | 'begun' | 'lost' = 'waiting';
  return {
    begun: () => state === 'begun',
    lost: () => (state === 'lost' ? row : null),
    async about() {
      // Before the row is: an attempt that is written and not noted is one of which nothing is known.
      departures?.begin(row.id, row.version + 1);
      const { outreach, applied } = await ledger.apply(row, { type: 'attempted', route, message });
      row = outreach;
      state = applied ? 'begun' : 'lost';
      if (!applied) throw new Error('the outreach is somebody else’s by now');
    },
    leaving() {
      departures?.leave(row.id, row.version);
    },
    async back({ code }: ReachbackError) {
      row = (await write(approved.id, { type: 'put-back', code })).outreach;
      state = 'waiting';
    },
  };
}
