import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { createDelivery } from '../delivery/delivery.ts';
import { createDispatcher } from '../delivery/dispatcher.ts';
import { findMessage } from '../delivery/find-message.ts';
import { createLedger } from '../delivery/ledger.ts';
import { createOutcomeTracker, type OutcomeTracker } from '../delivery/outcome-tracker.ts';
import { readSignals } from '../delivery/read-signals.ts';
import { readTruth } from '../delivery/read-truth.ts';
import { createReconciler } from '../delivery/reconciler.ts';
import { sendByAgentless } from '../delivery/send-by-agentless.ts';
import { sendByExternalMessages } from '../delivery/send-by-external-messages.ts';
import { sendByWebchat } from '../delivery/send-by-webchat.ts';
import { getConversation } from '../genesys/endpoints/get-conversation.ts';
import { getMessage } from '../genesys/endpoints/get-message.ts';
import { messagesBulk } from '../genesys/endpoints/messages-bulk.ts';
import type { PlatformCall } from '../genesys/platform-call.ts';
import type { Outreach } from '../outreach/outreach.ts';
import type { HeldReason } from '../policy/held-reason.ts';
import type { BecameAvailable } from '../presence/presence-change.ts';
import type { Store } from '../store/store.ts';
import { createSweep } from '../sweep.ts';
import type { AgentDirectory } from './agents/agent-directory.ts';
import { createBriefings } from './approval/briefings.ts';
import { createDecisions } from './approval/decisions.ts';
import { createWatchApprovals } from './approval/watch-approvals.ts';
import type { Decisions, FollowUps, Pauses } from './journeys.ts';
import { ledgerClock } from './ledger-clock.ts';
import { createByHand } from './on-request/by-hand.ts';
import { createFollowUps } from './on-request/follow-up.ts';
import { inTime } from './on-request/in-time.ts';
import { createLookInTime } from './on-request/look-in-time.ts';
import type { ByHand } from './on-request/writing-by-hand.ts';
import { createHearBeforeSending } from './policy/hear-before-sending.ts';
import { createLastLook, type SendingGround } from './policy/last-look.ts';
import { createNoteOptOut } from './policy/note-opt-out.ts';
import type { PolicyBook } from './policy/policy-book.ts';
import { createPresenceKnown } from './policy/presence-known.ts';
import { createFindCandidates } from './proposing/find-candidates.ts';
import { createJudgeCustomers } from './proposing/judge-customers.ts';
import { createPatientTrigger } from './proposing/patient-trigger.ts';
import { createPresenceToOutreach } from './proposing/presence-to-outreach.ts';
import { createWordingOf } from './proposing/wording-of.ts';

export interface OutreachEngine {
  readonly decisions: Decisions;
  readonly followUps: FollowUps;
  readonly byHand: ByHand;
  readonly tracker: OutcomeTracker;
  readonly onAvailable: (event: BecameAvailable) => Promise<void>;
  /** Takes up what an earlier process left behind; from here on the sweeps run. */
  start(): void;
  /** Presence is known again: what waited for that goes on. */
  presenceKnown(): void;
  /** Waits for sends in hand. */
  stop(): Promise<void>;
}

/** A press is answered within two seconds, or for now with that it takes long: a no is to be told in time. */
const byHandPatience = { patienceMs: 1_500, unanswered: 'outreach.by-hand-unchecked' } as const;

/** The main journey with all its parts joined: from "became available" to the reply. */
export function createOutreachEngine(parts: {
  policy: Pick<PolicyBook, 'inForce' | 'thisMoment'>;
  /** The conversation attribute that holds the customer's time zone. */
  timeZoneAttribute: string;
  store: Store;
  call: PlatformCall;
  directory: AgentDirectory;
  pauses: Pauses;
  ground: SendingGround;
  /** Our own id with the platform: whose name a message bears that no agent writes. */
  clientId: string;
  /** Null while that is not known. */
  isAvailable: (agentId: string) => boolean | null;
  /** Not known here yet, or (`doubted`) not in every queue, and asked for just now: another instance knows them. */
  isLookedFor: (agentId: string, doubted?: boolean) => boolean;
  changed: (outreach: Outreach) => void;
  leftAlone: (reason: HeldReason) => void;
  clock: Clock;
  /** The platform's clock: sessions, words and nights go by it, and so the whole ledger does. */
  platformNow: () => number;
  newId: () => string;
  /** Aborted when the process will not wait for the store any longer. */
  gaveUp: AbortSignal;
  log: Logger;
}): OutreachEngine {
  const {
    policy,
    timeZoneAttribute,
    store,
    call,
    directory,
    pauses,
    ground,
    clientId,
    isAvailable,
    isLookedFor,
    changed,
    leftAlone,
    platformNow,
    newId,
    gaveUp,
    log,
  } = parts;
  const { outreaches, optOuts, sessions } = store;
  const clock = ledgerClock(parts.clock, platformNow);
  const { now } = clock;
  const ledger = createLedger({
    outreaches,
    now,
    changed(outreach) {
      changed(outreach);
      if (outreach.state === 'awaiting-approval' && outreach.briefing === null) briefings.brief(outreach);
      if (outreach.state !== 'sent') return;
      tracker
        .onSent(outreach)
        .catch((cause: unknown) => log.error({ err: cause }, 'an outcome could not be written'));
    },
  });
  const clear = createLastLook({
    policy: policy.thisMoment,
    pauses,
    optOuts,
    outreaches,
    sessions,
    directory,
    ground,
    isAvailable,
    isLookedFor,
    hear: createHearBeforeSending({
      readConversation: (conversationId) => getConversation(call, conversationId),
      readMessages: (conversationId, ids) => messagesBulk(call, conversationId, ids),
      sessions,
      optOuts,
      now,
      log,
    }),
    now,
  });
  const briefings = createBriefings({
    ledger,
    call,
    sessions,
    clear,
    timeZoneAttribute,
    now,
    log,
  });
  const delivery = createDelivery({
    ledger,
    readTruth: (conversationId) =>
      readTruth(
        call,
        conversationId,
        timeZoneAttribute,
        async () => (await sessions.get(conversationId))?.cleared ?? null,
      ),
    ready: createPresenceKnown({ isAvailable, isLookedFor }),
    clear,
    routes: {
      agentless: sendByAgentless(call),
      'external-messages': sendByExternalMessages(call),
      webchat: sendByWebchat(call, clientId),
    },
    departures: store.departures,
    gaveUp,
    clock,
    log,
  });
  // Alone on a SQLite store nobody else can be sending; on PostgreSQL another instance may be, for about as long as a request
  // lasts. One that takes longer is called unknown for that while: its answer still counts when it comes.
  const abandonedAfterMs = store.engine === 'sqlite' ? 0 : 20_000;
  const stopping = new AbortController();
  const patiently = createPatientTrigger({ isAvailable, stopping: stopping.signal, clock, log });
  function heldBack(held: Outreach): void {
    patiently(held, () => journey.onHeld(held)).catch((cause: unknown) =>
      log.warn({ err: cause, outreachId: held.id }, 'no other customer was tried'),
    );
  }
  const find = (outreach: Outreach) =>
    findMessage(call, outreach, async (conversationId) => {
      const there = await outreaches.onConversation(conversationId);
      return new Set(there.flatMap(({ answer }) => answer?.messageId ?? []));
    });
  const dispatcher = createDispatcher({
    ledger,
    outreaches,
    delivery,
    heldBack,
    findMessage: find,
    departures: store.departures,
    abandonedAfterMs,
    clock,
    log,
  });
  const tracker = createOutcomeTracker({
    ledger,
    outreaches,
    readSignals: (conversationId) => readSignals(call, conversationId),
    replied: createNoteOptOut({
      readMessage: (messageId) => getMessage(call, messageId),
      optOuts,
      sessions,
      now,
      log,
    }),
    clock,
    log,
  });
  const reconcile = createReconciler({
    ledger,
    outreaches,
    findMessage: find,
    clock,
    log,
  });
  const watchApprovals = createWatchApprovals({ ledger, outreaches, brief: briefings.brief, now });
  const approvals = createSweep({ name: 'approvals', everyMs: 1_000, work: watchApprovals, clock, log });
  const judge = createJudgeCustomers({
    sessions,
    outreaches,
    optOuts,
    offers: () => ground.offers(),
    guestSessionMs: (channelId) => ground.guestSessionMs(channelId),
    policy: policy.inForce,
    now,
  });
  const wording = createWordingOf();
  const journey = createPresenceToOutreach({
    ledger,
    outreaches,
    dispatcher,
    directory,
    findCandidates: createFindCandidates({ judge, leftAlone }),
    pauses,
    policy: policy.inForce,
    wording,
    now,
    after: clock.after,
    newId,
    log,
  });
  const running = [dispatcher, tracker, reconcile, approvals];
  return {
    decisions: createDecisions({
      ledger,
      outreaches,
      optOuts,
      sessions,
      dispatch: dispatcher.dispatch,
      heldBack,
      policy: policy.inForce,
      now,
    }),
    followUps: createFollowUps({
      ledger,
      look: createLookInTime(delivery.look, clock),
      dispatch: dispatcher.dispatch,
      outreaches,
      sessions,
      optOuts,
      directory,
      guestSessionMs: (channelId) => ground.guestSessionMs(channelId),
      policy: policy.inForce,
      now,
      newId,
    }),
    byHand: createByHand({
      ledger,
      judge,
      look: createLookInTime(delivery.look, clock, byHandPatience),
      clear: (outreach, look) => inTime(clear(outreach, look), clock, byHandPatience),
      dispatch: dispatcher.dispatch,
      outreaches,
      sessions,
      directory,
      pauses,
      wording,
      policy: policy.inForce,
      now,
      newId,
    }),
    tracker,
    onAvailable: (event) => patiently(event, () => journey.onAvailable(event)),
    start() {
      for (const part of running) part.start();
    },
    presenceKnown: dispatcher.wake,
    async stop() {
      stopping.abort();
      await Promise.all([...running, briefings].map((part) => part.stop()));
    },
  };
}
