import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { ReachbackError } from '../errors/reachback-error.ts';
import { nextStep } from '../outreach/next-step.ts';
import type { Outreach, OutreachState } from '../outreach/outreach.ts';
import type { ConversationSignal } from '../sessions/conversation-signal.ts';
import type { OutreachTable } from '../store/shapes/outreach-table.ts';
import { createSweep } from '../sweep.ts';
import { eventOfSignal } from './event-of-signal.ts';
import type { Ledger } from './ledger.ts';

export interface OutcomeTracker {
  /** A notification said something about a conversation. Throws what the store throws. */
  onSignal(signal: ConversationSignal): Promise<void>;
  /** It is known now that the message was sent: what was said before that is taken in. */
  onSent(outreach: Outreach): Promise<void>;
  /**
   * Notifications were missed: reads the conversation of every outreach whose end is still open; one that cannot be read
   * is read later. Throws what the store throws.
   */
  catchUp(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

/** After this long a reply is no longer put down to the message (the longest threading window the platform can be set to: 72 h). */
const openForMs = 72 * 60 * 60_000;

/** A sent message of which no notification told an outcome is looked up after these ages. */
const silentLookAfterMs = [10_000, 60_000] as const;
const silentForMs = 5 * 60_000;

/** Whatever was told of it, a conversation whose end is open is looked at again after these ages: one event may have been lost. */
const openLookAfterMs = [10, 60, 4 * 60, 12 * 60, 24 * 60, 48 * 60].map((minutes) => minutes * 60_000);

/**
 * So many of the customer's messages after ours are read: who asks who is writing may say "stop" next. Beyond, it is a talk like any
 * other, and each reading is a call.
 */
const mostHeard = 10;

/** How long after a failed reading the next one is tried: doubling up to a minute. */
const owedWaitMs = { first: 5_000, longest: 60_000 } as const;

/** Follows what became of each message, by notifications first and by reading the conversation where they were missed. */
export function createOutcomeTracker(parts: {
  ledger: Ledger;
  outreaches: OutreachTable;
  /** What the conversation says now, as the same signals notifications give. */
  readSignals: (conversationId: string) => Promise<ConversationSignal[]>;
  /** The customer wrote this message after ours: was it a "stop"? Asked once of each. A throw means: tell me again. */
  replied: (outreach: Outreach, messageId: string) => Promise<boolean>;
  /** The platform's: the ledger and the customers' words are dated by it. */
  clock: Clock;
  log: Logger;
}): OutcomeTracker {
  const { ledger, outreaches, readSignals, replied, clock, log } = parts;
  const looks = new Map<string, number>();
  /** Notifications overtake the answer to the send: until that is written nobody knows whose message they are about. */
  const early = new Map<string, ConversationSignal[]>();
  /** What each customer wrote after ours, and whether it was a "stop": a conversation tells all of it again with every event. */
  const heard = new Map<string, { readonly until: number; readonly stops: Map<string, boolean> }>();
  /** Outreaches whose conversation could not be read or taken in: read again until it can. */
  const owed = new Set<string>();
  let failures = 0;
  let payAt = 0;

  async function take(outreach: Outreach, signal: ConversationSignal): Promise<void> {
    const event = eventOfSignal(outreach, signal);
    if (event === null) return;
    // Before it is written: once the row says replied, a word that could not be read would be taken for read.
    const said =
      event.type === 'replied' ? { ...event, optedOut: await wasStop(outreach, signal.messageId) } : event;
    if (nextStep(outreach, said, clock.now()) !== null) await ledger.apply(outreach.id, said);
  }

  /** Whether it was a "stop". Read in whatever state the outreach is: a customer's will does not wait for our bookkeeping. */
  async function wasStop(outreach: Outreach, messageId: string | null): Promise<boolean> {
    if (messageId === null || settled(outreach) || !isOpen(outreach)) return false;
    const { stops } = heard.get(outreach.id) ?? { stops: new Map<string, boolean>() };
    const known = stops.get(messageId);
    if (known !== undefined || stops.size >= mostHeard) return known ?? false;
    const stop = await replied(outreach, messageId);
    heard.set(outreach.id, {
      until: (outreach.attemptedAt ?? 0) + openForMs,
      stops: stops.set(messageId, stop),
    });
    return stop;
  }

  async function takeOrOwe(outreach: Outreach, signal: ConversationSignal): Promise<void> {
    try {
      await take(outreach, signal);
    } catch (cause) {
      owe(outreach, cause);
    }
  }

  function owe({ id }: Outreach, cause: unknown): void {
    if (!(cause instanceof ReachbackError)) throw cause;
    if (cause.retry !== 'never') owed.add(id);
    log.warn({ code: cause.code, facts: cause.facts, outreachId: id }, 'an outcome could not be looked up');
  }

  async function keepForLater(outreach: Outreach, signal: ConversationSignal): Promise<void> {
    early.set(outreach.id, [...(early.get(outreach.id) ?? []), signal]);
    // Of what is kept only a "stop" counts already.
    await takeOrOwe(outreach, signal);
    // The answer may have been written since the row was read; then nobody else would take this signal.
    const now = await outreaches.get(outreach.id);
    if (now !== null && !notYetSent.has(now.state)) await takeOrOwe(now, signal);
  }

  async function look(outreach: Outreach): Promise<void> {
    owed.delete(outreach.id);
    try {
      for (const signal of await readSignals(outreach.answer?.conversationId ?? outreach.conversationId)) {
        await take(outreach, signal);
      }
    } catch (cause) {
      owe(outreach, cause);
    }
  }

  function isOpen({ attemptedAt }: Outreach): boolean {
    return clock.now() - (attemptedAt ?? 0) < openForMs;
  }

  async function payOwed(): Promise<void> {
    if (clock.now() < payAt) return;
    for (const id of [...owed]) {
      const outreach = await outreaches.get(id);
      if (outreach === null || !isOpen(outreach)) owed.delete(id);
      else await look(outreach);
      if (owed.has(id)) {
        // Still out of reach; the others, probably too, have their turn next.
        payAt = clock.now() + Math.min(owedWaitMs.longest, owedWaitMs.first * 2 ** failures);
        failures += 1;
        return;
      }
      failures = 0;
    }
  }

  async function lookUpSilent(): Promise<void> {
    await payOwed();
    const silent = await outreaches.inStates(['sent'], clock.now() - silentForMs);
    keepOnly(looks, silent);
    if (early.size > 0) keepOnly(early, await outreaches.inStates([...notYetSent]));
    for (const outreach of silent) {
      const done = looks.get(outreach.id) ?? 0;
      const due = silentLookAfterMs[done];
      if (due === undefined || clock.now() - (outreach.attemptedAt ?? 0) < due) continue;
      looks.set(outreach.id, done + 1);
      await look(outreach);
    }
  }

  let lookedUntil = clock.now();

  /** Those of an earlier life of the process are looked at when notifications connect. */
  async function lookAgain(): Promise<void> {
    const [from, to] = [lookedUntil, clock.now()];
    lookedUntil = to;
    for (const [id, { until }] of heard) if (until <= to) heard.delete(id);
    for (const age of openLookAfterMs) {
      for (const outreach of await outreaches.attemptedBetween(followed, from - age, to - age))
        await look(outreach);
    }
  }

  const sweeps = [
    createSweep({ name: 'outcome', everyMs: 5_000, work: lookUpSilent, clock, log }),
    createSweep({ name: 'open outcome', everyMs: 60_000, work: lookAgain, clock, log }),
  ];

  return {
    async onSignal(signal) {
      for (const outreach of await outreaches.onConversation(signal.conversationId)) {
        if (notYetSent.has(outreach.state)) await keepForLater(outreach, signal);
        else await takeOrOwe(outreach, signal);
      }
    },
    async onSent(outreach) {
      const signals = early.get(outreach.id) ?? [];
      early.delete(outreach.id);
      for (const signal of signals) await takeOrOwe(outreach, signal);
      // Found, or said by a person to be there: what came before that may have been told to an earlier life of the process.
      if (outreach.answer === null || outreach.answer.correlationId === null) await look(outreach);
    },
    async catchUp() {
      for (const outreach of await outreaches.inStates(followed, clock.now() - openForMs)) {
        if (isOpen(outreach) && !settled(outreach)) await look(outreach);
      }
    },
    start() {
      for (const sweep of sweeps) sweep.start();
    },
    async stop() {
      await Promise.all(sweeps.map((sweep) => sweep.stop()));
    },
  };
}

/** It left, as far as we know, and the customer may still have a word to say. */
const followed: readonly OutreachState[] = [
  'sent',
  'delivered',
  'undelivered',
  'replied',
  'unknown',
  'asked',
];

/** Nobody knows yet whether the platform took it: what is said of its conversation is kept until that is known. */
const notYetSent: ReadonlySet<OutreachState> = new Set<OutreachState>(['sending', 'unknown', 'asked']);

/** Nothing the customer writes changes anything any more: it never reached them, or they have said "stop". */
function settled({ state, reason }: Outreach): boolean {
  return state === 'failed' || reason === 'opted-out';
}

function keepOnly(map: Map<string, unknown>, rows: readonly { readonly id: string }[]): void {
  const ids = new Set(rows.map(({ id }) => id));
  for (const id of map.keys()) if (!ids.has(id)) map.delete(id);
}
