import type { Dispatcher } from '../delivery/dispatcher.ts';
import type { Ledger } from '../delivery/ledger.ts';
import type { Outreach } from '../outreach/outreach.ts';
import { eventOfVerdict } from './event-of-verdict.ts';
import type { Decisions } from './journeys.ts';

/** A person's word on an outreach: the first one counts, and an approved message leaves at once unless it has its hour. */
export function createDecisions(parts: {
  ledger: Ledger;
  dispatch: Dispatcher['dispatch'];
  /** Told of what was held back at the last moment. Must not throw. */
  heldBack: (outreach: Outreach) => void;
}): Decisions {
  const { ledger, dispatch, heldBack } = parts;
  return {
    async decide({ outreachId, verdict, by }) {
      const { outreach, applied } = await ledger.apply(outreachId, eventOfVerdict(verdict, by));
      // The presser is answered now; a send that fails here is taken up again by the dispatcher's sweep.
      if (applied && outreach.state === 'approved')
        dispatch(outreach).then(
          (ended) => ended.state === 'held' && heldBack(ended),
          () => {},
        );
      return outreach;
    },
  };
}
