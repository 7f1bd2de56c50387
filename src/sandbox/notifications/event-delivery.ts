import type { Faults } from '../faults/armed-faults.ts';
import { EndlessPattern, fits } from '../faults/fitting-texts.ts';
import { eventFrame } from './system-frames.ts';
import type { TopicIndex } from './topic-index.ts';

/** How long after a change its event goes out, by what it tells of; milliseconds. */
export interface EventDelays {
  /** Presence, routing status and activity of agents. */
  readonly agents: number;
  readonly conversations: number;
  readonly undelivered: number;
}

interface Needs {
  readonly index: TopicIndex;
  readonly faults: Pick<Faults, 'take'>;
  readonly later: (ms: number, run: () => void) => void;
  readonly newId: () => string;
  readonly delays: EventDelays;
  /** Hears of every event that went out, and on how many sockets. */
  readonly sent: (topic: string, frame: string, sockets: number) => void;
}

interface Held {
  readonly pattern: string;
  readonly release: () => void;
}

/**
 * Sends events to the channels subscribed to their topic. The delay of a kind is always the same, so events keep their
 * order within a topic; only faults lose, double, delay or swap them.
 */
export function createEventDelivery({
  index,
  faults,
  later,
  newId,
  delays,
  sent,
}: Needs): (topic: string, eventBody: unknown) => void {
  let held: Held[] = [];

  function send(topic: string, frame: string): void {
    let sockets = 0;
    for (const { socket } of index.of(topic) ?? []) {
      if (socket === null) continue;
      socket.send(frame);
      sockets += 1;
    }
    sent(topic, frame, sockets);
  }

  function hold(pattern: string, longestMs: number, topic: string, frame: string): void {
    const entry = { pattern, release: () => send(topic, frame) };
    held.push(entry);
    later(longestMs, () => releaseWhere((each) => each === entry));
  }

  function releaseWhere(which: (each: Held) => boolean): void {
    const free = held.filter(which);
    held = held.filter((each) => !which(each));
    for (const { release } of free) release();
  }

  function deliver(topic: string, frame: string): void {
    const passes = ({ pattern }: Held): boolean => fitsInTime(pattern, topic);
    const fault = faults.take('topic', ({ topic: pattern }) => fits(pattern, topic));
    if (fault?.what === 'lose') return;
    if (fault?.what === 'late') {
      later(fault.delayMs, () => send(topic, frame));
      return;
    }
    // Two held events would keep their order: the second passes the first instead.
    if (fault?.what === 'reorder' && !held.some(passes)) {
      hold(fault.topic, fault.delayMs, topic, frame);
      return;
    }
    send(topic, frame);
    if (fault?.what === 'duplicate') later(fault.delayMs, () => send(topic, frame));
    if (held.length > 0) releaseWhere(passes);
  }

  return (topic, eventBody) => {
    if (index.of(topic) === undefined) return;
    const frame = eventFrame(topic, eventBody, newId());
    const delayMs = delayOf(topic, delays);
    if (delayMs === 0) deliver(topic, frame);
    else later(delayMs, () => deliver(topic, frame));
  };
}

/** An expression that never ends on this topic fits none. */
function fitsInTime(pattern: string, topic: string): boolean {
  try {
    return fits(pattern, topic);
  } catch (error) {
    if (error instanceof EndlessPattern) return false;
    throw error;
  }
}

function delayOf(topic: string, delays: EventDelays): number {
  if (topic.endsWith('.undelivered.messages')) return delays.undelivered;
  return /\.conversations(\.|$)/.test(topic) ? delays.conversations : delays.agents;
}
