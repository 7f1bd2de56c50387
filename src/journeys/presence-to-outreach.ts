import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { OutreachPolicy } from '../config/config.ts';
import type { Dispatcher } from '../delivery/dispatcher.ts';
import type { Ledger } from '../delivery/ledger.ts';
import { firstEvent } from '../outreach/first-event.ts';
import type { Outreach } from '../outreach/outreach.ts';
import type { HeldReason } from '../policy/held-reason.ts';
import type { BecameAvailable } from '../presence/presence-change.ts';
import { customerKeys, type Session } from '../sessions/session.ts';
import type { OutreachTable } from '../store/shapes/outreach-table.ts';
import type { AgentDirectory, DirectoryAgent } from './agent-directory.ts';
import type { FindCandidates } from './find-candidates.ts';
import type { Pauses } from './journeys.ts';
import { proposeOutreach } from './propose-outreach.ts';
import type { WordingOf } from './wording-of.ts';

/** Longer than a burst of events takes to be judged, shorter than an occasion lasts. */
const takenForMs = 30_000;
const mostTaken = 1_000;

/** What became held so long after its proposal is no occasion for another customer any more. */
const occasionMs = 5 * 60_000;

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

  /** By each key whom an event went for, and until when others keep their hands off: those of one burst see the same best customers. */
  const taken = new Map<string, number>();

  function takenByAnother(session: Session): boolean {
    const keys = customerKeys(session);
    const at = now();
    if (keys.some((key) => (taken.get(key) ?? 0) > at)) return true;
    if (taken.size > mostTaken) for (const [other, until] of taken) if (until <= at) taken.delete(other);
    for (const key of keys) taken.set(key, at + takenForMs);
    return false;
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
    for await (const session of findCandidates(agent)) {
      const holds = await policy();
      if (takenByAnother(session)) continue;
      if (opens >= mostTries) break;
      const look = holds.mode === 'automatic' ? dispatcher.look(session.conversationId) : undefined;
      // The question is on its way before the store blocks this thread: the answer comes while the outreach is written.
      await turnOfTheLoop();
      const opened = await open(session, agent, numbered(eventId, opens + 1), holds).catch(
        (cause: unknown) => {
          // The store could not take it: the event comes again, and must find this customer free.
          for (const key of customerKeys(session)) taken.delete(key);
          throw cause;
        },
      );
      if (opened === 'event-counted') {
        for (const key of customerKeys(session)) taken.delete(key);
        const counted = await openedBefore(eventId);
        return counted === null ? undefined : reach(agent, eventId, counted);
      }
      // Uses up no number: the same event seen again, when this customer is free, must still find itself counted.
      if (opened === 'customer-busy') continue;
      opens += 1;
      log.info({ ...about, outreachId: opened.id, state: opened.state }, 'outreach opened');
      if (opened.state !== 'approved') return;
      const ended: Outreach = await dispatcher.dispatch(opened, look);
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
function anotherMayDo({ kind, state, reason }: Outreach): boolean {
  return kind === 'presence' && state === 'held' && !aboutUs.has(reason ?? '');
}

const aboutUs = new Set<string>([
  'paused',
  'agent-no-longer-available',
  'permission-missing',
  'region-mismatch',
] satisfies HeldReason[]);
