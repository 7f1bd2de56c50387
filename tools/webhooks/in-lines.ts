import { timetable } from '../../src/journeys/conversation-webhook/timetable.ts';
import type { ConversationEvent } from '../../src/store/shapes/conversation-event-table.ts';

/** What is listed, a line an event, as people read it. Pure. */
export function inLines(listed: {
  readonly counts: Readonly<Record<string, number>>;
  readonly events: readonly ConversationEvent[];
}): string {
  const { pending = 0, done = 0, stopped = 0, dead = 0 } = listed.counts;
  const sum = `${done} taken, ${pending} waiting, ${dead} given up, ${stopped} not wanted (410).`;
  return [sum, ...listed.events.map(line)].join('\n');
}

function line(event: ConversationEvent): string {
  const { id, kind, conversationId, at, state, attempts, lastStatus, lastError, nextTryAt } = event;
  const why = [lastStatus === null ? '' : `status ${lastStatus}`, lastError ?? ''].filter(
    (part) => part !== '',
  );
  const next = state === 'pending' ? `next try ${iso(nextTryAt)}` : state;
  return `${id}  conversation.${kind} of ${conversationId}, ${iso(at)}: ${next}, tries ${attempts}${why.length > 0 ? ` (${why.join(', ')})` : ''}`;
}

/** The timetable, a line a try. Pure. */
export function timetableInLines(): string {
  let soFar = 0;
  const lines = timetable.map((waitMs, index) => {
    soFar += waitMs;
    return `try ${index + 2}: ${span(waitMs)} after the one before, ${span(soFar)} after the first`;
  });
  return ['try 1: at once', ...lines, 'then: a dead letter, sent again by npm run webhooks -- redrive'].join(
    '\n',
  );
}

function span(ms: number): string {
  const parts = [
    [Math.floor(ms / 3_600_000), 'h'],
    [Math.floor(ms / 60_000) % 60, 'min'],
    [Math.floor(ms / 1_000) % 60, 's'],
  ] as const;
  return parts.flatMap(([count, unit]) => (count === 0 ? [] : [`${count} ${unit}`])).join(' ');
}

const iso = (ms: number): string => new Date(ms).toISOString();
