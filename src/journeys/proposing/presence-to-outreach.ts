import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import type { OutreachPolicy } from '../../config/config.ts';
import type { Dispatcher } from '../../delivery/dispatcher.ts';
import type { Ledger } from '../../delivery/ledger.ts';
import { createOneAtATime } from '../../one-at-a-time.ts';
import { firstEvent } from '../../outreach/first-event.ts';
import type { Outreach } from '../../outreach/outreach.ts';
import type { HeldReason } from '../../policy/held-reason.ts';
import type { BecameAvailable } from '../../presence/presence-change.ts';
import { type CustomerIds, customerKeys, type Session } from '../../sessions/session.ts';
import type { OutreachTable } from '../../store/shapes/outreach-table.ts';
import type { AgentDirectory, DirectoryAgent } from '../agents/agent-directory.ts';
import type { Pauses } from '../journeys.ts';
import type { FindCandidates } from './find-candidates.ts';
import { proposeOutreach } from './propose-outreach.ts';
import type { WordingOf } from './wording-of.ts';

const mostTaken = 5_000;

/** Far beyond what choosing takes: whom a store that answers no more keeps so long, is gone past. */
const longestTurnMs = 10_000;

/** What became held so long after its proposal is no occasion for another customer any more. */
const occasionMs = 5 * 60_000;

/** Until then a large burst comes back to the same customers again and again. */
const takenForMs = occasionMs;

export interface PresenceToOutreach {
  /**
   * Throws what the store throws, and what a truth check throws; tried again, it goes on where it came to its end: an event that has
   * reached a customer is counted.
   */
  onAvailable(event: BecameAvailable): Promise<void>;
  /** An outreach that had to wait was held back in the end: the next customer's turn, while the occasion lasts. Throws and goes on like `onAvailable`. */
  onHeld(held: Outreach): Promise<void>;
}

type Holds = Pick<OutreachPolicy, 'mode' | 'text' | 'approvalMs'>;

/** One presence change reaches at most one customer, but looks at no more than this many before it gives up. */
const mostTries = 10;

/**
 * The main journey: an agent became available → the best customer that may be written to → an outreach, sent at once
 * or put before a supervisor. A customer who turns out at the last moment not to be free makes way for the next.
 */
export function createPresenceToOutreach(parts: {
  ledger: Ledger;
  outreaches: Pick<OutreachTable, 'ofEvent'>;
  dispatcher: Dispatcher;
  directory: AgentDirectory;
  findCandidates: FindCandidates;
  pauses: Pauses;
  /** What holds now; throws what the store throws. */
  policy: () => Promise<Holds>;
  wording: WordingOf;
  now: () => number;
  after: Clock['after'];
  newId: () => string;
  log: Logger;
}): PresenceToOutreach {
  const {
    ledger,
    outreaches,
    dispatcher,
    directory,
    findCandidates,
    pauses,
    policy,
    wording,
    now,
    after,
    newId,
    log,
  } = parts;

  function open(session: Session, agent: DirectoryAgent, eventId: string, holds: Holds) {
    const { mode, text: template, approvalMs } = holds;
    const queueName = session.queueId === null ? null : directory.queueName(session.queueId);
    const text = wording(template)({ customer: session.customerName, agent: agent.name, queue: queueName });
    const proposed = proposeOutreach({
      id: newId(),
      kind: 'presence',
      eventId,
      session,
      agent,
      queueName,
      text,
      mode,
      sendAt: null,
      now: now(),
    });
    return ledger.open(proposed, firstEvent(mode, proposed.createdAt, approvalMs), {
      who: 'presence',
      why: `${agent.name} became available`,
    });
  }

  /** By each key whom an event went for, and when: others keep their hands off for a while, for those of one burst see the same best customers. */
  const taken = new Map<string, number>();

  /** Either way: a clock that was put back must keep nobody longer. */
  const lasts = (since: number, at: number): boolean => Math.abs(at - since) < takenForMs;

  function isTaken(session: Session): boolean {
    const at = now();
    return customerKeys(session).some((key) => lasts(taken.get(key) ?? Number.NEGATIVE_INFINITY, at));
  }

  /** False where another event of the burst was first. */
  function take(session: Session): boolean {
    if (isTaken(session)) return false;
    const at = now();
    if (taken.size > mostTaken)
      for (const [other, since] of taken) if (!lasts(since, at)) taken.delete(other);
    for (const key of customerKeys(session)) taken.set(key, at);
    return true;
  }

  const choosing = createOneAtATime();

  /** The next customer for an agent, theirs from now on. Side by side the events of a burst would all judge, and want, the same few. */
  async function choose(candidates: ReturnType<FindCandidates>): Promise<Session | null> {
    const chosen = await choosing.enter();
    const stopWaiting = after(longestTurnMs, chosen);
    try {
      for (;;) {
        const next = await candidates.next();
        if (next.done) return null;
        if (take(next.value)) return next.value;
      }
    } finally {
      stopWaiting();
      chosen();
    }
  }

  function letGo(customer: CustomerIds): void {
    for (const key of customerKeys(customer)) taken.delete(key);
  }

  /** Writes the outreach, and begins to ask how the conversation stands where it needs no yes. */
  async function openFor(session: Session, agent: DirectoryAgent, eventId: string) {
    const holds = await policy();
    const look = holds.mode === 'automatic' ? dispatcher.look(session.conversationId) : undefined;
    // The question is on its way before the store blocks this thread: the answer comes while the outreach is written.
    await turnOfTheLoop();
    return { opened: await open(session, agent, eventId, holds), look };
  }

  /** How many were opened for this event, when the last of them was held back and another customer may do; null when one is reached. */
  async function openedBefore(eventId: string): Promise<number | null> {
    for (let opens = 0; ; opens += 1) {
      const last = await outreaches.ofEvent(numbered(eventId, opens + 1));
      if (last === null) return opens;
      if (!anotherMayDo(last) || now() - last.createdAt > occasionMs) return null;
    }
  }

  /** Customer after customer, until one is written to or asked about. `before`: how many were opened for this event already. */
  async function reach(agent: DirectoryAgent, eventId: string, before: number): Promise<void> {
    const about = { eventId, agentId: agent.id, agent: agent.name };
    let opens = before;
    const candidates = findCandidates(agent, isTaken);
    while (opens < mostTries) {
      const session = await choose(candidates);
      if (session === null) break;
      const { opened, look } = await openFor(session, agent, numbered(eventId, opens + 1)).catch(
        (cause: unknown) => {
          // The store could not take it: the event comes again, and must find this customer free.
          letGo(session);
          throw cause;
        },
      );
      if (opened === 'event-counted') {
        letGo(session);
        const counted = await openedBefore(eventId);
        return counted === null ? undefined : reach(agent, eventId, counted);
      }
      // Uses up no number: the same event seen again, when this customer is free, must still find itself counted.
      if (opened === 'customer-busy') continue;
      opens += 1;
      log.info({ ...about, outreachId: opened.id, state: opened.state }, 'outreach opened');
      if (opened.state !== 'approved') return;
      const ended: Outreach = await dispatcher.dispatch(opened, look);
      if (isAboutUs(ended)) letGo(ended);
      if (!anotherMayDo(ended)) return;
      log.info({ outreachId: ended.id, reason: ended.reason }, 'held back, trying the next customer');
    }
    log.info({ ...about, reason: 'no-candidate', tries: opens }, 'no outreach');
  }

  return {
    async onAvailable({ eventId, agentId }) {
      const agent = directory.agent(agentId);
      if (agent === null) return;
      if (await pauses.holds(agentId)) {
        log.info({ eventId, agentId, agent: agent.name, reason: 'paused' }, 'no outreach');
        return;
      }
      await reach(agent, eventId, 0);
    },
    async onHeld(held) {
      if (isAboutUs(held)) letGo(held);
      const agent = directory.agent(held.agentId);
      if (agent === null || !anotherMayDo(held) || now() - held.createdAt > occasionMs) return;
      const [eventId = held.eventId] = held.eventId.split('#');
      const opens = await openedBefore(eventId);
      if (opens !== null) await reach(agent, eventId, opens);
    },
  };
}

/** Under what the `count`th outreach of an event is written: each of them once. */
function numbered(eventId: string, count: number): string {
  return count === 1 ? eventId : `${eventId}#${count}`;
}

/** Held back for something about the customer; what is about the agent or about us would hold back any other, too. */
function anotherMayDo(outreach: Outreach): boolean {
  return outreach.kind === 'presence' && outreach.state === 'held' && !isAboutUs(outreach);
}

/** Held back for nothing about the customer: another agent may write to them. */
function isAboutUs({ state, reason }: Outreach): boolean {
  return state === 'held' && aboutUs.has(reason ?? '');
}

const aboutUs = new Set<string>([
  'paused',
  'agent-no-longer-available',
  'permission-missing',
  'region-mismatch',
] satisfies HeldReason[]);
