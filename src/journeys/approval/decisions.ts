import type { OutreachPolicy } from '../../config/config.ts';
import type { Dispatcher } from '../../delivery/dispatcher.ts';
import type { Ledger } from '../../delivery/ledger.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import { buildMessage } from '../../outreach/build-message.ts';
import { messageFindings } from '../../outreach/message-findings.ts';
import type { Outreach } from '../../outreach/outreach.ts';
import { isTimeZone } from '../../outreach/when/is-time-zone.ts';
import { snoozePlan } from '../../policy/snooze-plan.ts';
import type { OptOutTable } from '../../store/shapes/opt-out-table.ts';
import type { OutreachTable } from '../../store/shapes/outreach-table.ts';
import type { SessionTable } from '../../store/shapes/session-table.ts';
import type { Decisions, Verdict } from '../journeys.ts';
import { eventOfVerdict } from './event-of-verdict.ts';

/** A person's word on an outreach: the first one counts, and an approved message leaves at once unless it has its hour. */
export function createDecisions(parts: {
  ledger: Pick<Ledger, 'apply'>;
  outreaches: Pick<OutreachTable, 'get'>;
  optOuts: Pick<OptOutTable, 'add'>;
  sessions: Pick<SessionTable, 'knownAs'>;
  dispatch: Dispatcher['dispatch'];
  /** Told of what was held back at the last moment. Must not throw. */
  heldBack: (outreach: Outreach) => void;
  /** What holds now; throws what the store throws. */
  policy: () => Promise<Pick<OutreachPolicy, 'quietHours' | 'timeZone'>>;
  now: () => number;
}): Decisions {
  const { ledger, outreaches, optOuts, sessions, dispatch, heldBack, policy, now } = parts;

  async function read(outreachId: string): Promise<Outreach> {
    const outreach = await outreaches.get(outreachId);
    if (outreach === null) throw new ReachbackError('outreach.not-found');
    return outreach;
  }

  /** A text of a supervisor's own is checked like any other before it counts. */
  async function checked(outreachId: string, verdict: Verdict): Promise<Verdict> {
    if (typeof verdict !== 'object' || !('approve' in verdict)) return verdict;
    const text = verdict.approve.text.replaceAll(/\r\n?/g, '\n').trim();
    const outreach = await read(outreachId);
    const [unfit] = messageFindings(buildMessage({ ...outreach, text }), {
      conversationId: outreach.conversationId,
      externalContactId: outreach.externalContactId,
      leg: { channelId: null, guestId: null, externalContactId: null },
    });
    if (unfit !== undefined) throw new ReachbackError(unfit);
    return { approve: { text } };
  }

  return {
    async decide({ outreachId, verdict, by }) {
      const word = await checked(outreachId, verdict);
      if (tellsOfStop(word)) {
        const outreach = await read(outreachId);
        // Before the decision, and whoever's counts: what the customer wants does not depend on who was first.
        await optOuts.add([outreach.customerKey, ...(await sessions.knownAs(outreach))], now());
      }
      const { outreach, applied } = await ledger.apply(outreachId, eventOfVerdict(word, by));
      // The presser is answered now; a send that fails here is taken up again by the dispatcher's sweep.
      if (applied && outreach.state === 'approved')
        dispatch(outreach).then(
          (ended) => ended.state === 'held' && heldBack(ended),
          () => {},
        );
      return { outreach, applied: applied && outreach.state !== 'expired' };
    },
    async snooze({ outreachId, forMs, by }) {
      const outreach = await read(outreachId);
      if (outreach.state !== 'awaiting-approval') return { outreach, applied: false };
      const { quietHours, timeZone } = await policy();
      const theirs = outreach.briefing?.timeZone ?? null;
      const plan = snoozePlan({
        now: now(),
        forMs,
        expiresAt: outreach.expiresAt,
        sendAt: outreach.sendAt,
        lastActivityAt: outreach.sessionLastActivityAt,
        quietHours,
        timeZone: theirs !== null && isTimeZone(theirs) ? theirs : timeZone,
      });
      if (plan === null) throw new ReachbackError('outreach.snooze-too-late');
      const put = await ledger.apply(outreachId, { type: 'snoozed', by, ...plan });
      return { ...put, applied: put.applied && put.outreach.state === 'awaiting-approval' };
    },
  };
}

function tellsOfStop(verdict: Verdict): boolean {
  return typeof verdict === 'object' && 'decline' in verdict && verdict.decline.reason === 'asked-not-to';
}
