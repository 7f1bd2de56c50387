import { ReachbackError } from '../../errors/reachback-error.ts';
import type {
  ConversationEvent,
  ConversationEventTable,
} from '../../store/shapes/conversation-event-table.ts';

/** What was given up or not wanted, and what still waits, for a person to read and to drive again. */
export interface DeadLetters {
  /** Those not sent any more, and with `all` those still to be sent, in the order they happened. */
  list(all: boolean): Promise<ConversationEvent[]>;
  counts: ConversationEventTable['counts'];
  /**
   * Starts the timetable of one (or of every one not sent any more: `all`) over; how many. Throws `webhook.no-such-event`, for one
   * that was taken already too: a ticket is not made twice by hand.
   */
  redrive(which: string): Promise<number>;
}

const mostListed = 1_000;

export function createDeadLetters(events: ConversationEventTable, now: () => number): DeadLetters {
  async function again(event: ConversationEvent): Promise<boolean> {
    const fresh = {
      state: 'pending' as const,
      attempts: 0,
      nextTryAt: now(),
      settledAt: null,
      claimedUntil: null,
    };
    // A try that is under way right now is what was asked for.
    return event.claimedUntil !== null || (await events.change(event, fresh)) !== null;
  }

  return {
    list: (all) => events.inStates(all ? ['dead', 'stopped', 'pending'] : ['dead', 'stopped'], mostListed),
    counts: events.counts,
    async redrive(which) {
      if (which !== 'all') {
        const event = await events.get(which);
        if (event === null || event.state === 'done') throw new ReachbackError('webhook.no-such-event');
        return (await again(event)) ? 1 : 0;
      }
      let driven = 0;
      for (;;) {
        const dead = await events.inStates(['dead', 'stopped'], mostListed);
        for (const event of dead) if (await again(event)) driven += 1;
        if (dead.length < mostListed) return driven;
      }
    },
  };
}
